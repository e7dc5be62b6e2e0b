/** What has happened to a claim: steps that cost, money that came, disputes. */
import { readDay, type Day } from '../values/day.js';
import { ore, type Ore } from '../values/money.js';
import type { Read } from '../values/read.js';

export const chargeKinds = ['reminder', 'collectionNotice', 'paymentDemand', 'collectionFee', 'courtFee'] as const;
export const reductionKinds = ['payment', 'credit', 'writeOff'] as const;
export const disputeKinds = ['disputed', 'disputeSettled'] as const;

/** What money can go to. */
export type Item = 'fees' | 'interest' | 'principal';

/** Who chose where the money goes: `custom` when nobody did. */
export type ChosenBy = 'debtor' | 'creditor' | 'custom';

/** @property amountOre  null where the case system leaves it to the rates */
export type Charge = {
  readonly kind: (typeof chargeKinds)[number];
  readonly date: Day;
  readonly amountOre: Ore | null;
};

/** @property order  all three items, the first to be covered first */
export type Reduction = {
  readonly kind: (typeof reductionKinds)[number];
  readonly date: Day;
  readonly amountOre: Ore;
  readonly order: readonly Item[];
  readonly chosenBy: ChosenBy;
};

export type DisputeMark = { readonly kind: (typeof disputeKinds)[number]; readonly date: Day };

export type Posting = Charge | Reduction | DisputeMark;

/** A posting as a file, the database or an operator gives it. */
export type RawPosting = {
  readonly kind: string;
  readonly date: string;
  readonly amountOre?: number | null | undefined;
  readonly appliedTo?: string | readonly string[] | null | undefined;
};

const customary: readonly Item[] = ['fees', 'interest', 'principal'];
const names: ReadonlyMap<string, Item> = new Map([
  ['fees', 'fees'],
  ['costs', 'fees'],
  ['interest', 'interest'],
  ['lateInterest', 'interest'],
  ['principal', 'principal'],
]);

/**
 * Reads a posting.
 * @param raw  `amountOre` integer >= 0, demanded of payments, credits and write-offs; `appliedTo` what the money goes to
 *             first: `principal`, `interest>principal` or a list, with `creditor:` before it where the debtor did not choose
 * @returns    a fault names the field, never its value (SKR_POSTING_INVALID)
 * @source     Justisdepartementets lovavdeling 1998/11444: the debtor chooses the item, else the creditor
 */
export const parsePosting = (raw: RawPosting): Read<Posting> => {
  const date = readDay(raw.date);
  if (date === null) return fault('date is no day YYYY-MM-DD');
  const amountOre = raw.amountOre ?? null;
  if (amountOre !== null && !(Number.isSafeInteger(amountOre) && amountOre >= 0))
    return fault('amountOre is no whole number of øre from 0 up');
  const amount = amountOre === null ? null : ore(amountOre);
  if (isOneOf(chargeKinds, raw.kind)) return { ok: true, value: { kind: raw.kind, date, amountOre: amount } };
  if (isOneOf(disputeKinds, raw.kind)) return { ok: true, value: { kind: raw.kind, date } };
  if (!isOneOf(reductionKinds, raw.kind)) return fault('kind is none the desk knows');
  if (amount === null) return fault(`amountOre is missing from a ${raw.kind}`);
  const applied = readOrder(raw.kind, raw.appliedTo ?? null);
  return applied === null
    ? fault('appliedTo is none of fees, interest and principal')
    : { ok: true, value: { kind: raw.kind, date, amountOre: amount, ...applied } };
};

export const isCharge = (posting: Posting): posting is Charge => isOneOf(chargeKinds, posting.kind);

export const isReduction = (posting: Posting): posting is Reduction => isOneOf(reductionKinds, posting.kind);

export const isDisputeMark = (posting: Posting): posting is DisputeMark => isOneOf(disputeKinds, posting.kind);

const readOrder = (
  kind: Reduction['kind'],
  appliedTo: string | readonly string[] | null,
): Pick<Reduction, 'order' | 'chosenBy'> | null => {
  const [, who, list] =
    /^(?:(debtor|creditor):)?(.*)$/s.exec(typeof appliedTo === 'string' ? appliedTo : (appliedTo ?? []).join('>')) ??
    [];
  if (list === undefined || list.trim() === '') return unstated(kind);
  const items = list.split(/[>,]/).map((name) => names.get(name.trim()) ?? null);
  const chosen = items.filter((item) => item !== null);
  if (chosen.length !== items.length) return null;
  return {
    order: [...new Set([...chosen, ...customary])],
    chosenBy: who === 'creditor' || kind !== 'payment' ? 'creditor' : 'debtor',
  };
};

/** A credit note lowers the price of the thing itself; money goes to costs, interest and principal, as is the custom. */
const unstated = (kind: Reduction['kind']): Pick<Reduction, 'order' | 'chosenBy'> => {
  if (kind === 'credit') return { order: ['principal', 'interest', 'fees'], chosenBy: 'creditor' };
  return { order: customary, chosenBy: kind === 'payment' ? 'custom' : 'creditor' };
};

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

const fault = (text: string): Read<never> => ({ ok: false, fault: text });
