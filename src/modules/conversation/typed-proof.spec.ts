import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence } from '../identity/assess.js';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { freshFlow, type FlowState } from './flow-state.js';
import { typedPhone } from './typed-phone.js';
import { isCodeOpen, typedProof } from './typed-proof.js';

const now = new Date('2026-11-24T12:00:00Z');
const minute = 60_000;
const flow = (awaiting: FlowState['awaiting']): FlowState => ({ ...freshFlow, awaiting });
const kindOf = (text: string, awaiting: FlowState['awaiting'], codeOpen: boolean): string => {
  const proof = typedProof(text, flow(awaiting), codeOpen);
  if (proof !== null) return proof.kind;
  return typedPhone(text, [])?.isWholeText === true ? 'phone' : 'neither';
};

describe('eight digits alone [C27, ND1]', () => {
  it.each([
    ['+47 412 34 567', 'phone', 'phone', 'phone'],
    ['+4741234567', 'phone', 'phone', 'phone'],
    ['+47 41 23 45 67', 'phone', 'phone', 'phone'],
    ['0047 41234567', 'phone', 'phone', 'phone'],
    ['4741234567', 'phone', 'phone', 'phone'],
    ['+46 70 123 45 67', 'phone', 'phone', 'phone'],
    ['412 34 567', 'phone', 'phone', 'phone'],
    ['4123 4567', 'code', 'code', 'code'],
    ['41234567', 'code', 'phone', 'phone'],
    ['41 23 45 67', 'code', 'phone', 'phone'],
    ['(41234567).', 'code', 'phone', 'phone'],
    ['22334455', 'code', 'code', 'phone'],
    ['12345678', 'code', 'code', 'code'],
    ['0123 4567', 'code', 'code', 'code'],
  ])('%s is a %s while a code is open, a %s when none is, a %s when an address was asked for', (text, ...wanted) => {
    expect([kindOf(text, 'code', true), kindOf(text, 'nothing', false), kindOf(text, 'address', false)]).toEqual(
      wanted,
    );
  });

  it('are a code in every way they can be written while one is open, but for a way only phone numbers are written in', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), fc.constantFrom('', ' ', '-'), (digits, gap) => {
        const typed = `${digits.slice(0, 4)}${gap}${digits.slice(4)}`;
        return typedProof(typed, flow('code'), true)?.typed === digits;
      }),
    );
  });

  it('are what the last words asked for, though a code is open: a mobile number where a number was asked for', () => {
    expect(['41234567', '4123 4567', '22334455', '12345678'].map((typed) => kindOf(typed, 'address', true))).toEqual([
      'phone',
      'code',
      'code',
      'code',
    ]);
    expect(kindOf('41234567', 'nothing', true)).toBe('code');
  });

  it('in a sentence are a code only when the last words asked for one', () => {
    expect(kindOf('koden er 41234567', 'code', true)).toBe('code');
    expect(kindOf('jeg betalte 41234567 i går', 'nothing', true)).toBe('neither');
  });
});

describe('a phone number in a sentence', () => {
  it.each([
    ['mobilen min er 412 34 567', [[15, 25, 'phone']], '+4741234567'],
    ['KID 41234567', [[4, 12, 'kid']], undefined],
    ['412 34 567 er saken', [], undefined],
  ] as const)('%s', (text, masked, number) => {
    expect(typedPhone(text, masked)?.number).toBe(number);
  });

  it('is never found in an identity or account number alone', () => {
    expect(typedPhone('99991244545', [[0, 11, 'account']])).toBeNull();
    expect(typedPhone('00501234567', [[0, 11, 'account']])).toBeNull();
  });
});

describe('an open code', () => {
  const asked = (minutesAgo: number): FlowState => ({
    ...freshFlow,
    codesAskedAt: [now.getTime() - minutesAgo * minute],
  });
  const proof = (minutesAgo: number): Evidence => ({
    id: 'e',
    kind: 'phone-code',
    partyIds: ['kari'],
    claimId: null,
    confirmedPoint: false,
    at: new Date(now.getTime() - minutesAgo * minute),
  });

  it.each([
    ['one asked for now', asked(0), [], true],
    ['one that can be good for another second', asked(24.99), [], true],
    ['one that can be good no more', asked(25), [], false],
    ['one typed right', asked(5), [proof(3)], false],
    ['one asked for after another was typed right', asked(2), [proof(3)], true],
    ['none', freshFlow, [], false],
  ])('%s', (_name, given, evidence, open) => {
    expect(isCodeOpen(given, evidence, shippedPolicy.assurance, now)).toBe(open);
  });
});
