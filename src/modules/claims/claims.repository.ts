import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Purpose } from '../policy/purpose.js';
import { runPrepared, type Prepared } from '../database/prepared.service.js';
import { VaultService } from '../disclosure/vault.service.js';
import type { ClaimView, PostingRow } from './claim-view.js';

type ClaimRow = Omit<ClaimView, 'caseNumber' | 'invoiceNumber' | 'kid' | 'principalOre' | 'postings'> & {
  readonly caseNumber: Buffer | null;
  readonly invoiceNumber: Buffer | null;
  readonly kid: Buffer | null;
  readonly principalOre: string;
  readonly postings: readonly PostingRow[] | null;
};

const claimsOfParty: Prepared = {
  name: 'claims-of-party',
  text: `
  SELECT c.id, c.engagement_id AS "engagementId", e.kind AS "engagementKind", e.role, cp.part,
         k.name AS creditor, k.deducts_vat AS "deductsVat", k.interest_rules AS "interestRules",
         c.case_number AS "caseNumber", c.invoice_number AS "invoiceNumber", c.kid, c.account_number AS "accountNumber",
         c.principal_ore AS "principalOre", c.due_date::text AS "dueDate", c.debtor_kind AS "debtorKind", c.status,
         (SELECT json_agg(json_build_object('kind', p.kind, 'date', p.on_date, 'amountOre', p.amount_ore, 'appliedTo', p.applied_to)
                 ORDER BY p.on_date, p.id) FROM posting p WHERE p.claim_id = c.id) AS postings
    FROM claim_party cp
    JOIN claim c ON c.id = cp.claim_id
    JOIN engagement e ON e.id = c.engagement_id
    JOIN creditor k ON k.id = e.creditor_id
    JOIN party o ON o.id = cp.party_id AND o.erased_at IS NULL
   WHERE cp.party_id = $1 AND (o.restricted_since IS NULL OR $2)
   ORDER BY c.due_date, c.id`,
};

/**
 * Reads claims for a stated purpose. A restricted person (Art. 18) is read only for purposes that restriction allows.
 */
@Injectable()
export class ClaimsRepository {
  constructor(private readonly vault: VaultService) {}

  async ofParty(tx: EntityManager, partyId: string, purpose: Purpose): Promise<readonly ClaimView[]> {
    const rows = await runPrepared<ClaimRow>(tx, claimsOfParty, [partyId, purpose.allowedWhileRestricted]);
    return this.shown(rows);
  }

  /** What the creditors are called. */
  async creditorNames(tx: EntityManager): Promise<readonly string[]> {
    const rows = await tx.query<{ name: string }[]>('SELECT name FROM creditor ORDER BY name');
    return rows.map(({ name }) => name);
  }

  /**
   * Which of these case numbers are cases of anybody but one person.
   * @param indexes  keyed hashes
   * @returns        those that are, in hex
   */
  async ofOthers(
    tx: EntityManager,
    indexes: readonly Buffer[],
    but: string | null,
    purpose: Purpose,
  ): Promise<readonly string[]> {
    if (indexes.length === 0) return [];
    const rows = await tx.query<{ index: string }[]>(
      `SELECT encode(c.case_number_index, 'hex') AS index FROM claim c WHERE c.case_number_index = ANY($1::bytea[])
          AND NOT EXISTS (SELECT 1 FROM claim_party p WHERE p.claim_id = c.id AND p.party_id = $2::uuid)
          AND ($3 OR NOT EXISTS (SELECT 1 FROM claim_party p JOIN party o ON o.id = p.party_id
                                  WHERE p.claim_id = c.id AND o.restricted_since IS NOT NULL))`,
      [indexes, but, purpose.allowedWhileRestricted],
    );
    return rows.map(({ index }) => index);
  }

  private async shown(rows: readonly ClaimRow[]): Promise<readonly ClaimView[]> {
    await this.vault.warm(rows.flatMap((row) => [row.caseNumber, row.invoiceNumber, row.kid]));
    return Promise.all(rows.map((row) => this.view(row)));
  }

  private async view(row: ClaimRow): Promise<ClaimView> {
    const at = (column: string) => ({ table: 'claim', column, row: row.id });
    return {
      ...row,
      caseNumber: await this.vault.show(row.caseNumber, at('case_number')),
      invoiceNumber: await this.vault.show(row.invoiceNumber, at('invoice_number')),
      kid: await this.vault.show(row.kid, at('kid')),
      principalOre: Number(row.principalOre),
      postings: row.postings ?? [],
    };
  }
}
