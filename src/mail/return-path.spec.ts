import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deskDomain, macKey } from '../../test/world/mails.js';
import { makeMessageId } from '../modules/outbox/message-id.js';
import { readReturnPath, returnPath } from './return-path.js';
import { replyAddress } from './thread-token.js';

const uuid = '3f0a1b2c-4d5e-4f60-8a7b-9c0d1e2f3a4b';
const made = returnPath(makeMessageId(uuid, macKey, deskDomain), macKey, deskDomain) ?? '';

describe('a return path', () => {
  it('names the very message that bounced, and fits into 64 octets [E36]', () => {
    expect(readReturnPath(made.toUpperCase(), macKey, deskDomain)).toBe(uuid);
    expect(made.indexOf('@')).toBeLessThanOrEqual(64);
  });

  it('is made for our own messages only', () => {
    expect(returnPath('<1@x.no>', macKey, deskDomain)).toBeNull();
    expect(returnPath(makeMessageId(uuid, Buffer.alloc(32, 8), deskDomain), macKey, deskDomain)).toBeNull();
  });

  it('is refused when forged: another key, another domain, a reply address, any letter changed [E37]', () => {
    expect(readReturnPath(made, Buffer.alloc(32, 8), deskDomain)).toBeNull();
    expect(readReturnPath(made, macKey, 'evil.example')).toBeNull();
    expect(
      readReturnPath(replyAddress('a2b3c4d5e6f7a2b3c4d5e6f7ab', macKey, deskDomain), macKey, deskDomain),
    ).toBeNull();
    fc.assert(
      fc.property(fc.nat(made.indexOf('@') - 1), fc.constantFrom(...Array.from('0123456789abcdef.+')), (at, letter) => {
        const changed = made.slice(0, at) + letter + made.slice(at + 1);
        return changed === made || readReturnPath(changed, macKey, deskDomain) === null;
      }),
    );
  });
});
