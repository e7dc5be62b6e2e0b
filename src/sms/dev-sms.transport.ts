import { Inject, Injectable } from '@nestjs/common';
import { ClockService } from '../modules/database/clock.service.js';
import type { Outgoing, Sent, Transport } from '../modules/outbox/outgoing.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { composeSms } from './compose-sms.js';
import { SentSmsRepository } from './sent-sms.repository.js';

/** Text messages of the demo: they go where its dev door shows them. */
@Injectable()
export class DevSmsTransport implements Transport {
  readonly channel = 'sms';

  constructor(
    private readonly clock: ClockService,
    private readonly phones: SentSmsRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async send(message: Outgoing): Promise<Sent> {
    const sms = composeSms(message, this.settings.SKRANKE_MAC_KEY);
    if (sms === null) return { outcome: 'failed', detail: 'not-an-sms' };
    const at = this.clock.now();
    await this.phones.keep(sms, at);
    return { outcome: 'sent', at };
  }
}
