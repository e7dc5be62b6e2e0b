import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { open } from '../disclosure/open.js';
import { reissue } from '../disclosure/reply.js';
import { seal } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import type { Purpose } from '../policy/purpose.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import type { WaitingLetter } from './scene.js';

type LetterRow = {
  readonly id: string;
  readonly body: Buffer | null;
  readonly decisionId: string;
  readonly mac: Buffer;
};

const mostLetters = 5;

/** What caseworkers have answered a person in other sessions of hers, and she has not written after. */
@Injectable()
export class WaitingLettersRepository {
  constructor(
    private readonly vault: VaultService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The oldest first, in their own words. @param here  this session's own lines are on the page already */
  async of(tx: EntityManager, partyId: string, here: string, purpose: Purpose): Promise<readonly WaitingLetter[]> {
    const rows = await tx.query<LetterRow[]>(
      `SELECT a.public_id AS id, a.body, a.decision_id AS "decisionId", a.mac
         FROM journal_entry j JOIN activity a ON a.decision_id = j.id JOIN party p ON p.id = j.party_id
        WHERE j.party_id = $1 AND a.author = 'caseworker' AND a.told_at IS NULL AND a.conversation_id <> $2
          AND NOT EXISTS (SELECT 1 FROM activity later WHERE later.conversation_id = a.conversation_id AND later.seq > a.seq
                           AND later.direction = 'inbound')
          AND p.erased_at IS NULL AND (p.restricted_since IS NULL OR $3)
        ORDER BY a.at, a.seq LIMIT ${String(mostLetters)}`,
      [partyId, here, purpose.allowedWhileRestricted],
    );
    const letters = await Promise.all(rows.map((row) => this.letter(row)));
    return letters.flatMap((letter) => letter ?? []);
  }

  async markTold(tx: EntityManager, ids: readonly string[], now: Date): Promise<void> {
    if (ids.length === 0) return;
    await tx.query('UPDATE activity SET told_at = $2 WHERE public_id = ANY($1) AND told_at IS NULL', [ids, now]);
  }

  private async letter({ id, body, decisionId, mac }: LetterRow): Promise<WaitingLetter | null> {
    const words = await this.vault.show(body, { table: 'activity', column: 'body', row: id });
    if (words === null) return null;
    const reply = reissue({ decisionId, serialised: open(words), mac }, this.settings.SKRANKE_MAC_KEY);
    return { id, text: seal(reply.text) };
  }
}
