import type { Sealed } from '../disclosure/sealed.js';

/** A posting as stored; øre are integers >= 0, days Europe/Oslo. */
export type PostingRow = {
  readonly kind: string;
  readonly date: string;
  readonly amountOre: number | null;
  readonly appliedTo: string | null;
};

/** One claim as the desk reads it, with everything its balance needs; identifiers stay sealed. */
export type ClaimView = {
  readonly id: string;
  readonly engagementId: string;
  readonly engagementKind: string;
  readonly role: 'controller' | 'processor';
  readonly part: 'debtor' | 'co-debtor' | 'guarantor';
  readonly creditor: string;
  readonly deductsVat: boolean;
  readonly interestRules: Readonly<Record<string, unknown>>;
  readonly caseNumber: Sealed<string> | null;
  readonly invoiceNumber: Sealed<string> | null;
  readonly kid: Sealed<string> | null;
  readonly accountNumber: string;
  readonly principalOre: number;
  readonly dueDate: string;
  readonly debtorKind: 'consumer' | 'business';
  readonly status: 'open' | 'paused' | 'closed';
  readonly postings: readonly PostingRow[];
};
