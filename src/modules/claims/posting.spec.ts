import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { claimOf } from './claim-of.js';
import { parsePosting, type RawPosting } from './posting.js';

const date = '2026-03-02';
const parsed = (raw: RawPosting) => {
  const read = parsePosting(raw);
  return read.ok ? read.value : read.fault;
};

describe('a posting', () => {
  it.each(['reminder', 'collectionNotice', 'paymentDemand', 'collectionFee', 'courtFee'])(
    '%s may leave its amount to the rates',
    (kind) => {
      expect(parsed({ kind, date })).toEqual({ kind, date, amountOre: null });
      expect(parsed({ kind, date, amountOre: 3500 })).toEqual({ kind, date, amountOre: 3500 });
    },
  );

  it('goes to costs, interest and principal when nobody chose (lovavdelingen 1998/11444)', () => {
    expect(parsed({ kind: 'payment', date, amountOre: 1 })).toMatchObject({
      order: ['fees', 'interest', 'principal'],
      chosenBy: 'custom',
    });
    expect(parsed({ kind: 'writeOff', date, amountOre: 1 })).toMatchObject({
      order: ['fees', 'interest', 'principal'],
      chosenBy: 'creditor',
    });
    expect(parsed({ kind: 'credit', date, amountOre: 1 })).toMatchObject({
      order: ['principal', 'interest', 'fees'],
      chosenBy: 'creditor',
    });
  });

  it.each([
    ['principal', ['principal', 'fees', 'interest'], 'debtor'],
    ['debtor:interest', ['interest', 'fees', 'principal'], 'debtor'],
    ['creditor:principal>interest', ['principal', 'interest', 'fees'], 'creditor'],
    [['lateInterest', 'costs'], ['interest', 'fees', 'principal'], 'debtor'],
    ['', ['fees', 'interest', 'principal'], 'custom'],
  ])('goes where %j says', (appliedTo, order, chosenBy) => {
    expect(parsed({ kind: 'payment', date, amountOre: 1, appliedTo })).toMatchObject({ order, chosenBy });
  });

  it.each([
    [{ kind: 'payment', date: '2026-02-29', amountOre: 1 }, 'date is no day YYYY-MM-DD'],
    [{ kind: 'payment', date }, 'amountOre is missing from a payment'],
    [{ kind: 'credit', date, amountOre: null }, 'amountOre is missing from a credit'],
    [{ kind: 'payment', date, amountOre: -1 }, 'amountOre is no whole number of øre from 0 up'],
    [{ kind: 'reminder', date, amountOre: 0.5 }, 'amountOre is no whole number of øre from 0 up'],
    [{ kind: 'payment', date, amountOre: Number.NaN }, 'amountOre is no whole number of øre from 0 up'],
    [{ kind: 'payment', date, amountOre: 2 ** 60 }, 'amountOre is no whole number of øre from 0 up'],
    [{ kind: 'gift', date, amountOre: 1 }, 'kind is none the desk knows'],
    [{ kind: 'toString', date, amountOre: 1 }, 'kind is none the desk knows'],
    [
      { kind: 'payment', date, amountOre: 1, appliedTo: 'toString' },
      'appliedTo is none of fees, interest and principal',
    ],
    [
      { kind: 'payment', date, amountOre: 1, appliedTo: 'principal>wine' },
      'appliedTo is none of fees, interest and principal',
    ],
  ])('%j is refused by its field, never by its value', (raw, fault) => {
    expect(parsed(raw)).toBe(fault);
  });

  it('is read or refused, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.string(),
          date: fc.string(),
          amountOre: fc.option(fc.double()),
          appliedTo: fc.option(fc.string()),
        }),
        (raw) => !parsePosting(raw).ok,
      ),
    );
  });
});

describe('a stored claim', () => {
  const stored = {
    principalOre: 100,
    dueDate: date,
    debtorKind: 'consumer' as const,
    deductsVat: true,
    interestRules: {},
    postings: [],
  };
  const fault = (change: Partial<Parameters<typeof claimOf>[0]>) => {
    const read = claimOf({ ...stored, ...change });
    return read.ok ? null : read.fault;
  };

  it('is refused by field and place', () => {
    expect(fault({ dueDate: 'x' })).toBe('dueDate is no day YYYY-MM-DD');
    expect(fault({ principalOre: 1.5 })).toBe('principalOre is no whole number of øre from 0 up');
    expect(
      fault({
        postings: [
          { kind: 'disputed', date },
          { kind: 'payment', date },
        ],
      }),
    ).toBe('posting 2: amountOre is missing from a payment');
  });

  it.each<Readonly<Record<string, unknown>>>([
    { firstDay: 'monday' },
    { onCosts: true },
    { percentPerYear: -1 },
    { percentPerYear: 'many' },
    { toString: 1 },
    { rounding: null },
  ])('may change no rule of interest to %j', (interestRules) => {
    expect(fault({ interestRules })).toContain('interestRules.');
  });

  it('may change the rules of interest there are', () => {
    expect(
      fault({
        interestRules: {
          firstDay: 'due-date',
          dayCount: 'actual/actual',
          rounding: 'total',
          paymentDay: 'bears',
          onCosts: false,
          percentPerYear: 8.5,
        },
      }),
    ).toBeNull();
  });
});
