import { Inject, Injectable } from '@nestjs/common';
import { ClockService } from '../modules/database/clock.service.js';
import type { Outgoing, Sent, Transport } from '../modules/outbox/outgoing.js';
import { taggedPdf } from '../modules/outbox/tagged-pdf.service.js';
import { DESK_POLICY, type DeskPolicy } from '../modules/policy/desk-policy.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { composeLetter } from './compose-letter.js';
import { senderLines } from './sender-lines.js';
import { SentLettersRepository } from './sent-letters.repository.js';

/** Letters of the demo: drawn as they would be printed, and put where its dev door shows them. */
@Injectable()
export class DevLettersTransport implements Transport {
  readonly channel = 'letter';

  constructor(
    private readonly clock: ClockService,
    private readonly letters: SentLettersRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  async send(message: Outgoing): Promise<Sent> {
    const at = this.clock.now();
    const sender = senderLines(this.policy.collector);
    const letter = composeLetter(message, { key: this.settings.SKRANKE_MAC_KEY, sender, at });
    if (letter === null) return { outcome: 'failed', detail: 'not-a-letter' };
    await this.letters.keep(letter, await taggedPdf(letter.page));
    return { outcome: 'sent', at };
  }
}
