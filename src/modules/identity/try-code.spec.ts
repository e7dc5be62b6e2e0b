import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { codeHash, tryCode, type Challenge, type Session } from './try-code.js';

const now = new Date('2026-11-24T12:00:00Z');
const session: Session = {
  conversationId: 'conversation-a',
  key: Buffer.alloc(32, 1),
  policy: shippedPolicy.assurance,
};
const challenge = (changes: Partial<Challenge> = {}): Challenge => ({
  id: 'challenge-1',
  kind: 'email',
  codeHash: codeHash('12345678', session.conversationId, session.key),
  tries: 0,
  partyIds: ['kari'],
  confirmedPoint: false,
  expiresAt: new Date('2026-11-24T12:10:00Z'),
  ...changes,
});

describe('a code that is typed [ASVS 6.5.1, 6.6.2]', () => {
  it('is right in the session that asked for it, and there only [C05]', () => {
    expect(tryCode(challenge(), '12345678', session, now)).toBe('right');
    expect(tryCode(challenge(), '12345678', { ...session, conversationId: 'conversation-b' }, now)).toBe('wrong');
  });

  it('is wrong when one digit is', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{8}$/),
        (typed) => tryCode(challenge(), typed, session, now) === (typed === '12345678' ? 'right' : 'wrong'),
      ),
    );
  });

  it('is wrong when nobody was found for the address, whatever is typed [ND1]', () => {
    expect(tryCode(challenge({ partyIds: [] }), '12345678', session, now)).toBe('wrong');
  });

  it('is spent after three tries, the right one too [C06]', () => {
    expect([0, 1, 2, 3, 4].map((tries) => tryCode(challenge({ tries }), '12345678', session, now))).toEqual([
      'right',
      'right',
      'right',
      'spent',
      'spent',
    ]);
  });

  it('has run out at the minute it says', () => {
    expect(tryCode(challenge(), '12345678', session, new Date('2026-11-24T12:09:59.999Z'))).toBe('right');
    expect(tryCode(challenge(), '12345678', session, new Date('2026-11-24T12:10:00Z'))).toBe('expired');
  });

  it('is kept as a keyed hash bound to its session [ASVS 6.5.2]', () => {
    const hash = codeHash('12345678', 'a', session.key);
    expect(hash).toHaveLength(32);
    expect(hash.equals(codeHash('12345678', 'b', session.key))).toBe(false);
    expect(hash.equals(codeHash('12345678', 'a', Buffer.alloc(32, 2)))).toBe(false);
  });
});
