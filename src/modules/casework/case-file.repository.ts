import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClaimView } from '../claims/claim-view.js';
import { ClaimsRepository } from '../claims/claims.repository.js';
import { VaultService } from '../disclosure/vault.service.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { PartiesRepository } from '../parties/parties.repository.js';
import type { Purpose } from '../policy/purpose.js';
import type { CaseFile, StoredNote } from './case-file.js';
import type { StoredRow } from './case-row.js';
import type { CaseScene } from './case-scene.js';
import { CaseMailRepository } from './case-mail.repository.js';
import { rowColumns, rowTables } from './queues.repository.js';
import { TranscriptRepository } from './transcript.repository.js';

type FileRow = StoredRow & {
  readonly claimId: string | null;
  readonly mailId: string | null;
  readonly words: Buffer | null;
  readonly waitReason: Buffer | null;
  readonly proposedAt: Date | null;
  readonly right: string | null;
  readonly requestState: string;
  readonly dueStrict: string;
  readonly dueLegal: string;
};

const longestHistory = 100;

/** Opens a case file: reads all there is on one case, for a stated purpose. About a person only once she is known. */
@Injectable()
export class CaseFileRepository {
  constructor(
    private readonly vault: VaultService,
    private readonly parties: PartiesRepository,
    private readonly claims: ClaimsRepository,
    private readonly journal: JournalRepository,
    private readonly transcripts: TranscriptRepository,
    private readonly mails: CaseMailRepository,
  ) {}

  /** @param scene  the same case under lock @param queues  those the caseworker clears; siblings elsewhere stay unseen */
  async read(tx: EntityManager, scene: CaseScene, queues: readonly string[], purpose: Purpose): Promise<CaseFile> {
    const row = await this.row(tx, scene.id);
    const about = async (column: string, bytes: Buffer | null) =>
      this.vault.show(bytes, { table: 'desk_case', column, row: scene.id });
    const { claimId, mailId, words, waitReason, proposedAt, right, requestState, dueStrict, dueLegal, ...listed } = row;
    return {
      row: listed,
      scene,
      person: scene.partyId === null ? null : await this.parties.nameOf(tx, scene.partyId, purpose),
      words: await about('words', words),
      waitReason: await about('wait_reason', waitReason),
      proposedAt,
      request: right === null ? null : { right, state: requestState, dueStrict, dueLegal },
      claim: await this.claim(tx, scene.partyId, claimId, purpose),
      lines: scene.conversation === null ? [] : await this.transcripts.of(tx, scene.conversation),
      notes: await this.notes(tx, scene.id),
      siblings: await this.siblings(tx, scene.id, queues),
      history: await this.journal.ofCase(tx, scene.id, longestHistory),
      mail: mailId === null ? null : await this.mails.shown(tx, mailId),
    };
  }

  private async row(tx: EntityManager, id: string): Promise<FileRow> {
    const [row] = await tx.query<[FileRow]>(
      `SELECT ${rowColumns}, c.claim_id AS "claimId", c.inbound_mail_id AS "mailId", c.words, c.wait_reason AS "waitReason",
              p.proposed_at AS "proposedAt", r.right_kind AS "right", r.state AS "requestState", r.due_strict::text AS "dueStrict",
              r.due_legal::text AS "dueLegal"
         FROM ${rowTables} LEFT JOIN request r ON r.id = c.request_id
         LEFT JOIN case_proposal p ON p.case_id = c.id AND p.approved_at IS NULL WHERE c.id = $1`,
      [id],
    );
    return row;
  }

  private async claim(
    tx: EntityManager,
    partyId: string | null,
    claimId: string | null,
    purpose: Purpose,
  ): Promise<ClaimView | null> {
    if (partyId === null || claimId === null) return null;
    const claims = await this.claims.ofParty(tx, partyId, purpose);
    return claims.find(({ id }) => id === claimId) ?? null;
  }

  private async notes(tx: EntityManager, caseId: string): Promise<readonly StoredNote[]> {
    const rows = await tx.query<{ id: string; author: string; name: string | null; at: Date; body: Buffer | null }[]>(
      `SELECT n.id, n.author, w.name, n.at, n.body FROM case_note n LEFT JOIN caseworker w ON w.id = n.author
        WHERE n.case_id = $1 ORDER BY n.at, n.id`,
      [caseId],
    );
    return Promise.all(
      rows.map(async ({ id, author, name, at, body }) => ({
        author: { id: author, name: name ?? author },
        at,
        body: await this.vault.show(body, { table: 'case_note', column: 'body', row: id }),
      })),
    );
  }

  /** What else the same message asked for. */
  private async siblings(tx: EntityManager, id: string, queues: readonly string[]): Promise<readonly StoredRow[]> {
    return tx.query<StoredRow[]>(
      `SELECT ${rowColumns} FROM ${rowTables} JOIN desk_case o ON o.id = $1
        WHERE c.id <> $1 AND c.queue = ANY($2) AND c.settled_by IS DISTINCT FROM 'desk'
          AND (c.inbound_mail_id = o.inbound_mail_id
               OR (c.conversation_id = o.conversation_id AND c.received_at = o.received_at))
        ORDER BY c.deadline_at, c.id`,
      [id, queues],
    );
  }
}
