import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { blindIndex } from '../disclosure/blind-index.js';
import { open } from '../disclosure/open.js';
import type { Sealed } from '../disclosure/sealed.js';
import { CasesRepository } from '../cases/cases.repository.js';
import { OutboxRepository } from '../outbox/outbox.repository.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import type { Scene } from './scene.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const nobody = { toSenderToday: 0, crisisToSenderToday: 0, toAnybodyThisHour: 0, untold: [], stopped: false };

/** What the desk remembers of a mail address by its keyed hash: answers given, receipts not yet told, and a wish for silence. */
@Injectable()
export class MailSenderRepository {
  constructor(
    private readonly cases: CasesRepository,
    private readonly outbox: OutboxRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async soFar(tx: EntityManager, from: Sealed<string> | null, now: Date): Promise<NonNullable<Scene['mail']>> {
    if (from === null) return nobody;
    const index = this.indexOf(from);
    const { neutral, crisis } = await this.outbox.automaticSince(tx, index, new Date(now.getTime() - dayMs));
    const toAnybody = await this.outbox.neutralTotalSince(tx, new Date(now.getTime() - hourMs));
    const untold = await this.cases.untold(tx, index);
    const stops = await tx.query<unknown[]>(`SELECT 1 FROM suppression WHERE address_index = $1 AND scope = 'email'`, [
      index,
    ]);
    return {
      toSenderToday: neutral,
      crisisToSenderToday: crisis,
      toAnybodyThisHour: toAnybody,
      untold: untold.map((one) => one.receipt),
      stopped: stops.length > 0,
    };
  }

  /** No more mail, or no more marketing, to the address that wrote (Art. 21(2), ND14). */
  async suppress(tx: EntityManager, from: Sealed<string>, scope: 'email' | 'marketing', now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO suppression (address_index, since, scope) VALUES ($1, $2, $3)
       ON CONFLICT (address_index, scope) DO NOTHING`,
      [this.indexOf(from), now, scope],
    );
  }

  /** An answer to this address is on its way and names every receipt it had not been told. */
  async told(tx: EntityManager, from: Sealed<string>): Promise<void> {
    await this.cases.markToldToSender(tx, this.indexOf(from));
  }

  private indexOf(address: Sealed<string>): Buffer {
    return blindIndex('email', open(address), this.settings.SKRANKE_INDEX_KEY);
  }
}
