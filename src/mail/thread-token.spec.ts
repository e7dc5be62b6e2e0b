import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { deskDomain, macKey } from '../../test/world/mails.js';
import { base32 } from '../modules/values/base32.js';
import { readReplyAddress, replyAddress } from './thread-token.js';

const ref = 'a2b3c4d5e6f7a2b3c4d5e6f7ab';
const made = replyAddress(ref, macKey, deskDomain);
const guess = (at: number): string => {
  const letters = base32(createHash('sha256').update(String(at)).digest());
  return `svar+${letters.slice(0, 26)}.${letters.slice(26, 52).padEnd(26, 'a')}@${deskDomain}`;
};

describe('a reply address', () => {
  it('is read again, whatever its case, and fits into 64 octets [RFC 5321 § 4.5.3.1.1]', () => {
    expect(readReplyAddress(` ${made.toUpperCase()}`, macKey, deskDomain)).toBe(ref);
    expect(made.indexOf('@')).toBeLessThanOrEqual(64);
  });

  it('is refused when one letter of it changed [E30]', () => {
    fc.assert(
      fc.property(
        fc.nat(made.length - 1),
        fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz234567.+@')),
        (at, letter) => {
          const changed = made.slice(0, at) + letter + made.slice(at + 1);
          return changed === made || readReplyAddress(changed, macKey, deskDomain) === null;
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('is not guessed in 100 000 tries [E30]', () => {
    const guesses = Array.from({ length: 100_000 }, (_, at) => guess(at));
    const accepted = guesses.filter((address) => readReplyAddress(address, macKey, deskDomain) !== null);
    expect(accepted).toEqual([]);
  });
});
