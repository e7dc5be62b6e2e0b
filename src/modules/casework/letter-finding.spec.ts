import { describe, expect, it } from '@jest/globals';
import { findings, literal } from './letter-finding.js';

describe('findings', () => {
  it('tells where each stands in the letter', () => {
    expect(findings('digits', /\d+/gu, 'a 12 b 3')).toEqual([
      { kind: 'digits', text: '12', start: 2, end: 4 },
      { kind: 'digits', text: '3', start: 7, end: 8 },
    ]);
  });

  it('takes a name literally, whatever signs it holds', () => {
    const odd = 'A.B (C) [D] *+?^$|\\/-';
    expect(new RegExp(`^${literal(odd)}$`, 'u').test(odd)).toBe(true);
    expect(new RegExp(literal('A.B'), 'u').test('AxB')).toBe(false);
  });
});
