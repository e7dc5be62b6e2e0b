type Ledger = {
  readonly principalOre: number;
  readonly postings: readonly { readonly amountOre: number | null }[];
};

/**
 * Every sum of the person's own ledger that a letter may name, in øre: principals, postings, what is outstanding today
 * and all of it together.
 * @param outstanding  of each claim today; null where it cannot be reckoned
 */
export const ledgerAmounts = (
  claims: readonly Ledger[],
  outstanding: readonly (number | null)[],
): readonly number[] => {
  const today = outstanding.flatMap((amount) => amount ?? []);
  const posted = claims.flatMap(({ postings }) => postings.flatMap(({ amountOre }) => amountOre ?? []));
  const all = [...claims.map(({ principalOre }) => principalOre), ...posted, ...today, sum(today)];
  return [...new Set(all)];
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
