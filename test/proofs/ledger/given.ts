/** A ledger as both reckonings are given it: money in øre, days as YYYY-MM-DD. */
export type GivenPosting = {
  readonly kind: string;
  readonly date: string;
  readonly amountOre: number | null;
  readonly appliedTo: string | null;
};

export type GivenClaim = {
  readonly principalOre: number;
  readonly dueDate: string;
  readonly debtorKind: 'consumer' | 'business';
  readonly creditorDeductsVat: boolean;
  readonly rules: {
    readonly firstDay: 'due-date' | 'day-after';
    readonly paymentDay: 'free' | 'bears';
    readonly rounding: 'per-period' | 'total';
    readonly dayCount: 'actual/365' | 'actual/actual';
    readonly percentPerYear?: string | undefined;
  };
  readonly postings: readonly GivenPosting[];
};

export type GivenLedger = { readonly claim: GivenClaim; readonly asOf: string };
