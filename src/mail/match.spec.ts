import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deskDomain, macKey, parsedMail, type Fields } from '../../test/world/mails.js';
import { makeMessageId } from '../modules/outbox/message-id.js';
import { match } from './match.js';
import { replyAddress } from './thread-token.js';

const ref = 'a2b3c4d5e6f7a2b3c4d5e6f7ab';
const uuid = '3f0a1b2c-4d5e-4f60-8a7b-9c0d1e2f3a4b';
const reply = replyAddress(ref, macKey, deskDomain);
const own = makeMessageId(uuid, macKey, deskDomain);
const found = async (fields: Fields) => match(await parsedMail(fields), macKey, deskDomain);

describe('a mail names its thread', () => {
  it.each([
    ['in To', { To: reply }],
    ['in Cc, with a name', { Cc: `Fjordvakt <${reply.toUpperCase()}>` }],
    ['where the receiving server writes it', { 'Delivered-To': reply }],
    ['there, in angles', { 'X-Original-To': `<${reply}>` }],
  ])('by our reply address %s', async (_, fields) => {
    expect(await found(fields)).toEqual({ kind: 'thread', threadRef: ref });
  });

  it.each([
    ['in In-Reply-To', { 'In-Reply-To': own }],
    ['in References among others', { References: `<a@x.no>\r\n ${own} <b@x.no>` }],
  ])('else by one of our own message ids %s', async (_, fields) => {
    expect(await found(fields)).toEqual({ kind: 'message', uuid });
  });
});

describe('a mail names no thread', () => {
  it('by any number in its subject: 10 000 guesses find nothing [E29]', async () => {
    const mail = await parsedMail({});
    const subjects = fc.sample(fc.tuple(fc.constantFrom('[#', '(sak ', 'SKR-', 'ref ', ''), fc.nat(9_999_999)), 10_000);
    const kinds = subjects.map(
      ([mark, number]) => match({ ...mail, subject: `${mark}${String(number)}` }, macKey, deskDomain).kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['none']));
  });

  it('by a message id that only looks like ours, or was copied from somebody else’s mail [E32]', async () => {
    const forged = own.replace(/\.[a-z2-7]{26}@/, '.aaaaaaaaaaaaaaaaaaaaaaaaaa@');
    expect(await found({ 'In-Reply-To': forged, References: `${forged} <1@fjordvakt.example>` })).toEqual({
      kind: 'none',
    });
  });

  it('by our reply address under another domain, or with another key [E30]', async () => {
    expect(await found({ To: replyAddress(ref, macKey, 'evil.example') })).toEqual({ kind: 'none' });
    expect(await found({ To: replyAddress(ref, Buffer.alloc(32, 8), deskDomain) })).toEqual({ kind: 'none' });
  });
});
