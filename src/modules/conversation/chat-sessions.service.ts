import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { newId, newPublicId } from '../database/new-id.service.js';
import { unproven, type Assurance } from '../disclosure/assurance.js';
import type { Disclosure } from '../disclosure/decide.js';
import { open } from '../disclosure/open.js';
import { render } from '../disclosure/render.js';
import { reissue, type Reply } from '../disclosure/reply.js';
import type { Sealed } from '../disclosure/sealed.js';
import { VaultService } from '../disclosure/vault.service.js';
import { assess } from '../identity/assess.js';
import { EvidenceRepository } from '../identity/evidence.repository.js';
import { disclosedRecord } from '../journal/journal-entry.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { ChatLinesRepository } from '../outbox/chat-lines.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import type { Language } from '../policy/phrases.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { findLetterCode } from '../understanding/find-letter-code.js';
import { openingOptions } from './answer-unsure.js';
import type { ChatLine } from './chat-line.js';
import { mayReadAgain, mayReadOwnAgain, type LineDecision } from './may-read-again.js';
import { conversationColumns, type ConversationRow } from './session-row.js';
import { publicFacts, tellAnyone } from './telling.js';

type LineRow = {
  readonly seq: number;
  readonly publicId: string;
  readonly author: 'person' | 'desk' | 'caseworker';
  readonly at: Date;
  readonly body: Buffer | null;
  readonly clientId: string | null;
  readonly decisionId: string | null;
  readonly mac: Buffer | null;
  readonly replyToId: string | null;
} & LineDecision;

/** Who reads: what her session is worth now, and the language for what it may not show. */
type Reader = { readonly assurance: Assurance; readonly language: Language };

const mostLines = 200;

/** The chat door's view of conversations: opening one, reading its lines, its tokens' epoch, its end. */
@Injectable()
export class ChatSessionsService {
  constructor(
    private readonly source: DataSource,
    private readonly lines: ChatLinesRepository,
    private readonly evidence: EvidenceRepository,
    private readonly journal: JournalRepository,
    private readonly vault: VaultService,
    private readonly clock: ClockService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A new chat whose first line says that it is a machine. @returns its public id */
  async open(language: Language | null): Promise<string> {
    const now = this.clock.now();
    const row = { id: newId(now), publicId: newPublicId() };
    const greeting = this.greeting(language ?? 'nb');
    await this.source.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO conversation (id, public_id, channel, language, created_at, last_activity_at) VALUES ($1, $2, 'chat', $3, $4, $4)`,
        [row.id, row.publicId, language, now],
      );
      const decisionId = await this.journal.record(tx, {
        at: now,
        actor: { kind: 'desk', id: null },
        action: 'greeting',
        purpose: 'greet',
        partyId: null,
        caseId: null,
        conversationId: row.id,
        decision: greeting.record,
      });
      const line = { conversationId: row.id, seq: 1, author: 'desk' as const, reply: greeting.reply, decisionId };
      await this.lines.append(tx, line, now);
    });
    return row.publicId;
  }

  async find(publicId: string): Promise<ConversationRow | null> {
    const [row] = await this.source.query<ConversationRow[]>(
      `SELECT ${conversationColumns} FROM conversation WHERE public_id = $1 AND channel = 'chat'`,
      [publicId],
    );
    return row === undefined || row.owner === 'closed' ? null : row;
  }

  /** How far conversations have come that may still be read, by internal id. */
  async latest(ids: readonly string[]): Promise<ReadonlyMap<string, Pick<ConversationRow, 'lastSeq' | 'tokenEpoch'>>> {
    const rows = await this.source.query<Pick<ConversationRow, 'id' | 'lastSeq' | 'tokenEpoch'>[]>(
      `SELECT id, last_seq AS "lastSeq", token_epoch AS "tokenEpoch" FROM conversation WHERE id = ANY($1) AND owner <> 'closed'`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /**
   * The lines after a watermark, oldest first; lines whose key is gone are left out. A line that needs more proof than
   * the session holds now keeps its place and loses its words.
   */
  async linesAfter(row: ConversationRow, watermark: number): Promise<readonly ChatLine[]> {
    const rows = await this.source.query<LineRow[]>(
      `SELECT a.seq, a.public_id AS "publicId", a.author, a.at, a.body, a.client_id AS "clientId", a.decision_id AS "decisionId", a.mac,
              j.decision AS told, r.public_id AS "replyToId",
              (SELECT e.party_ids[1] FROM evidence e
                WHERE e.conversation_id = a.conversation_id AND e.kind = 'letter-code' AND e.at = a.at LIMIT 1) AS "letterOf"
         FROM activity a LEFT JOIN journal_entry j ON j.id = a.decision_id
         LEFT JOIN activity r ON r.conversation_id = a.conversation_id AND r.seq = a.reply_to_seq
        WHERE a.conversation_id = $1 AND a.seq > $2 ORDER BY a.seq LIMIT ${String(mostLines)}`,
      [row.id, watermark],
    );
    const assurance = await this.assuranceNow(row);
    const reader = { assurance, language: row.language ?? 'nb' };
    const lines = await Promise.all(rows.map((line) => this.line(line, reader)));
    return lines.flatMap((line) => (line === null ? [] : [line]));
  }

  /** The one refresh an older token has left after the level changed. @returns whether it was still there to take */
  async takeRefresh(row: ConversationRow): Promise<boolean> {
    const [result] = await this.source.query<{ id: string }[][]>(
      'UPDATE conversation SET epoch_refreshed = true WHERE id = $1 AND token_epoch = $2 AND NOT epoch_refreshed RETURNING id',
      [row.id, row.tokenEpoch],
    );
    return (result?.length ?? 0) > 0;
  }

  /** The person leaves: proofs end and no token opens this conversation again. */
  async end(row: ConversationRow): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.evidence.endSession(tx, row.id, this.clock.now());
      await tx.query(
        `UPDATE conversation SET owner = 'closed', level = 'none', token_epoch = token_epoch + 1 WHERE id = $1`,
        [row.id],
      );
      await tx.query(`SELECT pg_notify('conversation', $1)`, [row.id]);
    });
  }

  private greeting(language: Language) {
    const from = this.general(language);
    const reply = render(
      { lang: language, parts: [{ phrase: 'hello', from }], options: openingOptions },
      this.policy.phrases,
    );
    return { reply, record: disclosedRecord('chat', [from]) };
  }

  private general(language: Language): Disclosure {
    return tellAnyone('general', 'chat', publicFacts(this.policy, language), this.policy.disclosure);
  }

  /** What this session is worth at this moment: a level runs out in silence, between two turns. */
  private async assuranceNow(row: ConversationRow): Promise<Assurance> {
    if (row.level === 'none') return unproven;
    const given = await this.evidence.ofSession(this.source.manager, row.id);
    return assess({ given, fresh: null }, row, this.policy.assurance, this.clock.now());
  }

  private async line(row: LineRow, reader: Reader): Promise<ChatLine | null> {
    const body = await this.vault.show(row.body, { table: 'activity', column: 'body', row: row.publicId });
    if (body === null) return null;
    const base = { seq: row.seq, publicId: row.publicId, at: row.at };
    if (row.author === 'person')
      return { ...base, author: 'person', text: this.ownWords(row, body, reader), clientId: row.clientId };
    if (row.decisionId === null || row.mac === null) return null;
    const { level } = reader.assurance;
    const { replyToId, author } = row;
    if (!mayReadAgain(row, reader.assurance, this.policy.disclosure))
      return { ...base, author, reply: this.withheld(reader.language), replyToId, level };
    const reply = reissue(
      { decisionId: row.decisionId, serialised: open(body), mac: row.mac },
      this.settings.SKRANKE_MAC_KEY,
    );
    return { ...base, author, reply, replyToId, level };
  }

  /** Without words it was an event, and has nothing to cover. */
  private ownWords(row: LineRow, body: Sealed<string>, { assurance, language }: Reader): string {
    const text = open(body);
    // Turns within one millisecond have the same time: the proof is the one that holds a code.
    const letterOf = findLetterCode(text) === null ? null : row.letterOf;
    return text === '' || mayReadOwnAgain({ ...row, letterOf }, assurance)
      ? text
      : this.policy.phrases[language]['line.withheld-own'];
  }

  private withheld(lang: Language): Reply {
    return render({ lang, parts: [{ phrase: 'line.withheld', from: this.general(lang) }] }, this.policy.phrases);
  }
}
