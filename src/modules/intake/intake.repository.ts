import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { blindIndex, type IndexKind } from '../disclosure/blind-index.js';
import { seal } from '../disclosure/sealed.js';
import { VaultService, type KeyOwner } from '../disclosure/vault.service.js';
import { newId } from '../database/new-id.service.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import type {
  ClaimIntake,
  ContactPointIntake,
  CreditorIntake,
  EngagementIntake,
  HeldDatumIntake,
  LetterCodeIntake,
  PartyIntake,
  PostingIntake,
} from './intake-record.js';

/**
 * Takes over what the collector's case system knows, datum by datum, each with its source (S13).
 * Everything is keyed by the case system's own id: the same record twice changes nothing.
 */
@Injectable()
export class IntakeRepository {
  constructor(
    private readonly vault: VaultService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async creditor(tx: EntityManager, it: CreditorIntake, now: Date): Promise<string> {
    return this.upsert(
      tx,
      'creditor',
      {
        external_id: it.externalId,
        name: it.name,
        organisation_number: it.organisationNumber,
        deducts_vat: it.deductsVat,
        interest_rules: it.interestRules,
      },
      now,
    );
  }

  async engagement(tx: EntityManager, it: EngagementIntake, now: Date): Promise<string> {
    return this.upsert(
      tx,
      'engagement',
      { external_id: it.externalId, creditor_id: it.creditorId, kind: it.kind, role: it.role },
      now,
    );
  }

  async party(tx: EntityManager, it: PartyIntake, now: Date): Promise<string> {
    const id = await this.idFor(tx, 'party', it.externalId, now);
    const hide = async (column: string, text: string | null) =>
      this.hide({ kind: 'party', id }, 'party', column, id, text);
    const street = it.address === null ? null : `${it.address.street}|${it.address.postcode}`;
    return this.upsert(
      tx,
      'party',
      {
        ...(await this.external({ kind: 'party', id }, 'party', id, it.externalId)),
        kind: it.kind,
        name: await hide('name', it.name),
        national_id: await hide('national_id', it.nationalId),
        birth_date: await hide('birth_date', it.birthDate),
        address: await hide('address', it.address === null ? null : JSON.stringify(it.address)),
        national_id_index: this.index('national-id', it.nationalId),
        surname_index: this.index('surname', it.name.split(' ').at(-1)?.toLowerCase() ?? null),
        street_postcode_index: this.index('street-postcode', street?.toLowerCase() ?? null),
        language: it.language,
        protected_address: it.protectedAddress,
        deceased_on: it.deceasedOn,
        source: it.source,
        created_at: now,
      },
      now,
      id,
    );
  }

  async contactPoint(tx: EntityManager, it: ContactPointIntake, now: Date): Promise<void> {
    const id = newId(now);
    await tx.query(
      `INSERT INTO contact_point (id, party_id, kind, value, value_index, provenance, state, confirmed_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        it.partyId,
        it.kind,
        await this.hide({ kind: 'party', id: it.partyId }, 'contact_point', 'value', id, it.value),
        this.index(it.kind, it.value),
        it.provenance,
        it.state,
        it.confirmedOn,
        now,
      ],
    );
  }

  async heldDatum(tx: EntityManager, it: HeldDatumIntake, now: Date): Promise<void> {
    const id = newId(now);
    await tx.query(
      `INSERT INTO held_datum (id, party_id, category, body, source, collected_on) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        id,
        it.partyId,
        it.category,
        await this.hide({ kind: 'party', id: it.partyId }, 'held_datum', 'body', id, it.text),
        it.source,
        it.collectedOn,
      ],
    );
  }

  async claim(tx: EntityManager, it: ClaimIntake, now: Date): Promise<string> {
    const id = await this.idFor(tx, 'claim', it.externalId, now);
    const hide = async (column: string, text: string) => this.hide({ kind: 'claim', id }, 'claim', column, id, text);
    await this.upsert(
      tx,
      'claim',
      {
        ...(await this.external({ kind: 'claim', id }, 'claim', id, it.externalId)),
        engagement_id: it.engagementId,
        case_number: await hide('case_number', it.caseNumber),
        case_number_index: this.index('case-number', it.caseNumber),
        invoice_number: await hide('invoice_number', it.invoiceNumber),
        kid: await hide('kid', it.kid),
        account_number: it.accountNumber,
        principal_ore: it.principalOre,
        due_date: it.dueDate,
        delivered_on: it.deliveredOn,
        debtor_kind: it.debtorKind,
        status: it.status,
        closed_on: it.closedOn,
        source: it.source,
        created_at: now,
      },
      now,
      id,
    );
    for (const { partyId, part } of it.parties) {
      await tx.query('INSERT INTO claim_party (claim_id, party_id, part) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
        id,
        partyId,
        part,
      ]);
    }
    return id;
  }

  async posting(tx: EntityManager, it: PostingIntake, now: Date): Promise<void> {
    const id = await this.idFor(tx, 'posting', it.externalId, now);
    await this.upsert(
      tx,
      'posting',
      {
        ...(await this.external({ kind: 'claim', id: it.claimId }, 'posting', id, it.externalId)),
        claim_id: it.claimId,
        kind: it.kind,
        on_date: it.date,
        amount_ore: it.amountOre,
        applied_to: it.appliedTo,
        source: it.source,
      },
      now,
      id,
    );
  }

  async letterCode(tx: EntityManager, it: LetterCodeIntake, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO letter_code (id, party_id, claim_id, code_index, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (code_index) DO NOTHING`,
      [newId(now), it.partyId, it.claimId, this.index('letter-code', it.code), it.validFrom, it.validUntil],
    );
  }

  /** Our own id of what the case system calls so; null when it has not been taken over. */
  async find(tx: EntityManager, table: 'party' | 'claim' | 'posting', externalId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE external_index = $1`, [
      this.externalIndex(table, externalId),
    ]);
    return row?.id ?? null;
  }

  /** Columns come from this file, never from outside; values are parameters. */
  private async upsert(
    tx: EntityManager,
    table: string,
    row: Readonly<Record<string, unknown>>,
    now: Date,
    known?: string,
  ): Promise<string> {
    const key = 'external_index' in row ? 'external_index' : 'external_id';
    const columns = ['id', ...Object.keys(row)];
    const changes = Object.keys(row).filter((column) => column !== key && column !== 'created_at');
    const [written] = await tx.query<{ id: string }[]>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${String(at + 1)}`).join(', ')})
       ON CONFLICT (${key}) DO UPDATE SET ${changes.map((column) => `${column} = EXCLUDED.${column}`).join(', ')} RETURNING id`,
      [known ?? newId(now), ...Object.values(row)],
    );
    return written?.id ?? '';
  }

  private async idFor(
    tx: EntityManager,
    table: 'party' | 'claim' | 'posting',
    externalId: string,
    now: Date,
  ): Promise<string> {
    return (await this.find(tx, table, externalId)) ?? newId(now);
  }

  /** The case system's own name of a row, under seal and to be found again: it may be the case number. */
  private async external(owner: KeyOwner, table: 'party' | 'claim' | 'posting', id: string, externalId: string) {
    return {
      external_id: await this.hide(owner, table, 'external_id', id, externalId),
      external_index: this.externalIndex(table, externalId),
    };
  }

  private externalIndex(table: string, externalId: string): Buffer {
    return blindIndex('external-id', `${table}|${externalId}`, this.settings.SKRANKE_INDEX_KEY);
  }

  private index(kind: IndexKind, value: string | null): Buffer | null {
    return value === null ? null : blindIndex(kind, value, this.settings.SKRANKE_INDEX_KEY);
  }

  private async hide(
    owner: KeyOwner,
    table: string,
    column: string,
    row: string,
    text: string | null,
  ): Promise<Buffer | null> {
    return text === null ? null : this.vault.hide(seal(text), owner, { table, column, row });
  }
}
