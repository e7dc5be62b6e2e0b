import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsedMail, rawMail, type Fields } from '../../test/world/mails.js';
import { readEmailAddress } from '../modules/values/email-address.js';
import { parseRaw } from './parse-raw.js';
import { readSender, type Sender } from './sender.js';

const senderOf = async (from: Fields[string], more: Fields = {}): Promise<Sender> => {
  const mail = await parsedMail({ From: from ?? null, ...more });
  return readSender(mail.fields, mail.from);
};
const addressOf = async (from: Fields[string]): Promise<string> => {
  const sender = await senderOf(from);
  return sender.known ? sender.address : sender.doubt;
};

describe('the sender is known by one From with one mailbox [E06]', () => {
  it.each([
    ['ola@x.no', 'ola@x.no'],
    ['OLA.Nordmann@X.NO', 'ola.nordmann@x.no'],
    ['Ola Nordmann <ola@x.no>', 'ola@x.no'],
    ['"Nordmann, Ola" <ola@x.no>', 'ola@x.no'],
    ['"Ola \\" Nordmann" <ola@x.no>', 'ola@x.no'],
    ['Ola Nordmann (privat) <ola@x.no>', 'ola@x.no'],
    ['ola@x.no (Ola Nordmann)', 'ola@x.no'],
    ['=?iso-8859-1?Q?P=E5l?= <pal@x.no>', 'pal@x.no'],
    ['Pål <pal@x.no>', 'pal@x.no'],
    ['ola@x.no <ola@x.no>', 'ola@x.no'],
    ['Ola\r\n <ola@x.no>', 'ola@x.no'],
    ['Ola @ Nordmann AS <ola@x.no>', 'ola@x.no'],
    ['"kari@y.no" <ola@x.no>', 'ola@x.no'],
    ['=?utf-8?q?kari=40y=2Eno?= <ola@x.no>', 'ola@x.no'],
    ['Ola <ola@bücher.example>', 'ola@xn--bcher-kva.example'],
  ])('%s is %s', async (from, address) => {
    expect(await addressOf(from)).toBe(address);
  });

  it.each([
    ['no From at all', null, 'no-from'],
    ['an empty From', '', 'no-from'],
    ['two From fields', ['ola@x.no', 'kari@y.no'], 'several-from'],
    ['two From fields that are alike', ['ola@x.no', 'ola@x.no'], 'several-from'],
    ['two mailboxes in one', 'ola@x.no, kari@y.no', 'several-mailboxes'],
    ['two in angles', '<ola@x.no> <kari@y.no>', 'several-mailboxes'],
    ['another address as the name', 'kari@y.no <ola@x.no>', 'several-mailboxes'],
    ['a name with an address in it', 'Kari kari@y.no <ola@x.no>', 'several-mailboxes'],
    ['a group', 'Vi: ola@x.no;', 'group'],
    ['an empty group', 'undisclosed-recipients:;', 'group'],
    ['a mailto link', 'mailto:ola@x.no', 'group'],
    ['a name alone', 'Ola Nordmann', 'malformed'],
    ['empty angles', 'Ola <>', 'malformed'],
    ['a quoted local part', '"ola@y.no"@x.no', 'malformed'],
    ['an open quote', '"Ola <ola@x.no>', 'malformed'],
    ['an open comment', 'Ola (hei <ola@x.no>', 'malformed'],
    ['an address literal', 'ola@[192.0.2.1]', 'malformed'],
    ['a route', '<@y.no:ola@x.no>', 'group'],
    ['an address hidden in an encoded word', '=?utf-8?q?=3Cola=40x=2Eno=3E=0A?=', 'malformed'],
    ['something behind the angles', '<ola@x.no> kari', 'malformed'],
    ['a space within', 'ola@ x.no', 'malformed'],
    ['a NUL', 'ola@x.no\u0000', 'malformed'],
    ['a folded line that hides another', 'ola@x.no\rFrom: kari@y.no', 'several-from'],
  ])('and unknown with %s', async (_, from, doubt) => {
    expect(await addressOf(from)).toBe(doubt);
  });

  it('and unknown when the name of the field stands apart from its colon', async () => {
    const mail = await parseRaw(Buffer.from('From : ola@x.no\r\nTo: b@x.no\r\n\r\nhei'));
    expect(readSender(mail.fields, mail.from)).toEqual({ known: false, doubt: 'odd-from-field' });
  });

  it('and unknown when Sender names somebody else', async () => {
    expect(await senderOf('ola@x.no', { Sender: 'kari@y.no' })).toEqual({ known: false, doubt: 'other-sender' });
    expect(await senderOf('ola@x.no', { Sender: 'Ola <OLA@x.no>' })).toMatchObject({ known: true });
  });

  it('and unknown when the parser read another one', async () => {
    const { fields } = await parsedMail({ From: 'ola@x.no' });
    expect(readSender(fields, ['kari@y.no'])).toEqual({ known: false, doubt: 'parsers-disagree' });
    expect(readSender(fields, ['ola@x.no', 'kari@y.no'])).toEqual({ known: false, doubt: 'parsers-disagree' });
    expect(readSender(fields, [])).toEqual({ known: false, doubt: 'parsers-disagree' });
  });

  it('and never by Reply-To or the envelope [E08]', async () => {
    const more = { 'Reply-To': 'kari@y.no', 'Return-Path': '<kari@y.no>' };
    expect(await senderOf('ola@x.no', more)).toMatchObject({ address: 'ola@x.no', domain: 'x.no' });
  });

  it('whatever stands around it: no other address stands outside quotes', async () => {
    const piece = fc.constantFrom('ola@x.no', 'kari@y.no', '<', '>', '"', ',', ';', ':', ' ', '\\', 'Ola', '\r\n ');
    const from = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(from, async (value) => {
        const mail = await parseRaw(rawMail({ From: value }));
        const sender = readSender(mail.fields, mail.from);
        const bare = value.replace(/"(?:[^"\\]|\\.)*"/gs, ' ').match(/[^\s<>,;:"\\]+@[^\s<>,;:"\\]+/g) ?? [];
        return !sender.known || bare.every((address) => address.toLowerCase() === sender.address);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('two addresses are one only when they are written alike', () => {
  it.each([
    ['a dotless i', 'adm\u0131n@x.no'],
    ['a sharp s', 'stra\u00dfe@x.no'],
    ['a full-width letter', '\uff4fla@x.no'],
    ['a Kelvin sign', '\u212aari@x.no'],
    ['a Cyrillic letter', '\u043ela@x.no'],
    ['a Kelvin sign in the domain', 'ola@\u212aari.no'],
    ['a ligature in the domain', 'ola@\ufb01rma.no'],
  ])('so %s makes none [E27]', async (_, from) => {
    expect((await senderOf(from)).known).toBe(false);
  });

  it('and no letter beyond ASCII ever falls together with one within [E27]', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
        fc.constantFrom('local', 'domain'),
        (odd, where) => {
          fc.pre(/[^\x00-\x7f]/.test(odd));
          const read = readEmailAddress(where === 'local' ? `${odd}@x.no` : `ola@${odd}.no`);
          return read === null || /@(?:.+\.)?xn--/.test(read);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['a.b@gmail.com', 'ab@gmail.com'],
    ['ab+x@gmail.com', 'ab@gmail.com'],
    ['ab@googlemail.com', 'ab@gmail.com'],
  ])('so %s is not %s [E28]', async (one, other) => {
    expect(await addressOf(one)).not.toBe(await addressOf(other));
  });

  it('but not by the case of ASCII letters', async () => {
    expect(await addressOf('Ola.NORDMANN@Brevdue.Example')).toBe('ola.nordmann@brevdue.example');
  });
});
