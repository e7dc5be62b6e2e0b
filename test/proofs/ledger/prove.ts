/** The product's ledger against the one written apart, over many made-up claims and under both acts. */
import fc from 'fast-check';
import { bothActs, differenceIn, ledgers } from './generated.js';

/** @returns whether all agreed to the øre */
export const proveLedger = (args: readonly string[]): boolean => {
  const at = args.indexOf('--seeds');
  const wanted = at < 0 ? 2000 : Number(args[at + 1]);
  const made = fc.sample(ledgers(40), { numRuns: wanted, seed: 4_2026 });
  const differing = bothActs.flatMap((act) =>
    made.flatMap((ledger, number) => {
      const found = differenceIn(ledger, act);
      return found === null ? [] : [{ act, number, ledger, ...found }];
    }),
  );
  const postings = made.reduce((sum, { claim }) => sum + claim.postings.length, 0);
  console.log(
    JSON.stringify({
      proof: 'ledger',
      ledgers: made.length,
      postings,
      acts: bothActs,
      agreed: made.length * bothActs.length - differing.length,
      differing: differing.slice(0, 3),
    }),
  );
  return differing.length === 0 && made.length > 0;
};
