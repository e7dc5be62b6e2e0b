import { describe, expect, it } from '@jest/globals';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { factKinds, isFactName, isPersonal, type FactName } from './facts.js';

const { rules } = shippedPolicy.disclosure;
const names = Object.keys(factKinds) as FactName[];
const named = (who: (subject: string) => boolean): ReadonlySet<string> =>
  new Set(rules.filter(({ subject }) => who(subject)).flatMap(({ facts }) => facts));

describe('the facts', () => {
  it('are known by name, and nothing that every object has is one', () => {
    expect(names.every(isFactName)).toBe(true);
    for (const name of ['toString', 'constructor', '__proto__', 'salary', '']) expect(isFactName(name)).toBe(false);
  });

  it('about a person are told to nobody unproven', () => {
    const toAnyone = named((subject) => subject === 'anyone');
    expect(names.filter((name) => isPersonal(name) && toAnyone.has(name))).toEqual([]);
  });

  it('that only a proven person is told are all marked as being about a person', () => {
    const toAnyone = named((subject) => subject === 'anyone');
    const toDebtors = named((subject) => subject === 'debtor');
    const today = 'asOf';
    expect(names.filter((name) => toDebtors.has(name) && !toAnyone.has(name) && !isPersonal(name))).toEqual([today]);
  });

  it('that identify a case travel under seal', () => {
    for (const name of ['caseNumber', 'invoiceNumber', 'kid', 'letter'] as const)
      expect(factKinds[name]).toBe('sealed');
  });
});
