import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { desk, deskDomain, macKey } from '../../test/world/mails.js';
import { replyOf } from '../../test/world/replies.js';
import { seal } from '../modules/disclosure/sealed.js';
import { makeMessageId } from '../modules/outbox/message-id.js';
import type { Outgoing } from '../modules/outbox/outgoing.js';
import { SkrankeError } from '../modules/values/errors.js';
import { compose } from './compose.js';
import { readRawHeaders } from './raw-headers.js';
import { readReturnPath } from './return-path.js';
import { readReplyAddress } from './thread-token.js';

const uuid = '3f0a1b2c-4d5e-4f60-8a7b-9c0d1e2f3a4b';
const messageId = makeMessageId(uuid, macKey, deskDomain);
const ref = 'a2b3c4d5e6f7a2b3c4d5e6f7ab';
const now = new Date('2026-03-03T09:15:30Z');
const outgoing = (change: Partial<Outgoing> = {}): Outgoing => ({
  id: '1',
  kind: 'neutral',
  reply: replyOf({}),
  recipient: seal('ola@brevdue.example'),
  messageId,
  threadRef: ref,
  inReplyTo: seal('<1@brevdue.example>'),
  ...change,
});
const paper = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** The mail as it goes over the wire: envelope and header fields. */
const written = async (change: Partial<Outgoing> = {}, name = desk.name) => {
  const sent = await paper.sendMail(compose(outgoing(change), { ...desk, name }, macKey, now));
  const raw = sent.message as Buffer;
  return { envelope: sent.envelope, raw: raw.toString('utf8'), fields: readRawHeaders(raw).fields };
};
const namesOf = ({ fields }: Awaited<ReturnType<typeof written>>): readonly string[] => fields.map(({ name }) => name);
const valueOf = ({ fields }: Awaited<ReturnType<typeof written>>, name: string): string =>
  fields.find((field) => field.name === name)?.value ?? '';

describe('a mail of the desk', () => {
  it('holds no words that no decision was made for [lock 2]', () => {
    const forged = { ...replyOf({}), text: 'Kravet er på 100 kroner.' };
    expect(() => compose(outgoing({ reply: forged }), desk, macKey, now)).toThrow('SKR_REPLY_NOT_ISSUED');
  });

  it('has exactly one recipient, on the envelope and in its header [E33, ND3]', async () => {
    const mail = await written();
    expect(mail.envelope.to).toEqual(['ola@brevdue.example']);
    expect(valueOf(mail, 'to')).toBe('ola@brevdue.example');
    expect(namesOf(mail)).not.toEqual(expect.arrayContaining(['cc']));
    expect(namesOf(mail)).not.toEqual(expect.arrayContaining(['bcc']));
  });

  it('answers to nobody’s address but ours [E08]', async () => {
    const mail = await written();
    expect(readReplyAddress(valueOf(mail, 'reply-to'), macKey, deskDomain)).toBe(ref);
    expect(namesOf(await written({ threadRef: null }))).not.toContain('reply-to');
  });

  it('says in its header that a program wrote it, and bears our mark [E11, E12, RFC 3834]', async () => {
    const mail = await written();
    expect(valueOf(mail, 'auto-submitted')).toBe('auto-replied');
    expect(valueOf(mail, 'x-auto-response-suppress')).toBe('All');
    expect(valueOf(mail, 'x-skranke-loop')).toMatch(messageId);
    expect(valueOf(await written({ inReplyTo: null }), 'auto-submitted')).toBe('auto-generated');
  });

  it('does not say so when a person at the desk wrote it, but bears our mark all the same', async () => {
    const letter = await written({ kind: 'answer' });
    expect(namesOf(letter)).not.toContain('auto-submitted');
    expect(valueOf(letter, 'x-skranke-loop')).toMatch(messageId);
    expect(valueOf(letter, 'in-reply-to')).toBe('<1@brevdue.example>');
  });

  it('has the null sender when it is neutral, else a return path of its own [E14, E36]', async () => {
    expect((await written()).envelope.from || '').toBe('');
    for (const kind of ['code', 'crisis', 'answer', 'notice'] as const)
      expect(readReturnPath(String((await written({ kind })).envelope.from), macKey, deskDomain)).toBe(uuid);
  });

  it('has the id and the date it was given', async () => {
    const mail = await written();
    expect([valueOf(mail, 'message-id'), valueOf(mail, 'date')]).toEqual([
      messageId,
      'Tue, 03 Mar 2026 09:15:30 +0000',
    ]);
  });

  it('has the desk’s name for a subject where the reply brings none [ND2]', () => {
    for (const subject of ['', ' \r\n\t', '\u0000'])
      expect(compose(outgoing({ reply: replyOf({ subject }) }), desk, macKey, now).subject).toBe(desk.name);
    expect(compose(outgoing(), desk, macKey, now).subject).toBe(desk.name);
  });

  it('quotes nothing of what it answers: only the message’s id comes from it [ND4]', async () => {
    const mail = await written({ inReplyTo: seal('<hemmelig@brevdue.example>') });
    expect(mail.raw.match(/hemmelig/g)).toHaveLength(2);
    expect([valueOf(mail, 'in-reply-to'), valueOf(mail, 'references')]).toEqual(
      Array(2).fill('<hemmelig@brevdue.example>'),
    );
  });

  it('names no program that wrote it', async () => {
    expect((await written()).raw).not.toMatch(/nodemailer|x-mailer/i);
  });

  it('writes every word as text, never as HTML [E25]', () => {
    const { html } = compose(
      outgoing({ reply: replyOf({ text: '<img src=x onerror=alert(1)>\n\n&' }) }),
      desk,
      macKey,
      now,
    );
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|<a |<script|http/);
  });
});

describe('nothing anybody wrote becomes a header field', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('\r', '\n', '\0', '\u2028', 'Bcc: kari@x.no', ': ', ' ', '<', '>', '@', 'x', ',', '\t'), {
        maxLength: 12,
      })
      .map((pieces) => pieces.join('')),
  );

  it('so 10 000 subjects, ids and names leave the header as it was [E09]', async () => {
    const names = namesOf(await written());
    const bare = names.filter((name) => !['in-reply-to', 'references'].includes(name));
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (subject, id, name) => {
        const mail = await written({ reply: replyOf({ subject: `x${subject}` }), inReplyTo: seal(`<${id}>`) }, name);
        const found = namesOf(mail);
        const same = JSON.stringify(found) === JSON.stringify(names) || JSON.stringify(found) === JSON.stringify(bare);
        return same && mail.envelope.to.length === 1;
      }),
      { numRuns: 3_400 },
    );
  }, 60_000);

  it('and what is not exactly one address gets no mail at all [E09, E33]', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (recipient) => {
        try {
          const { envelope } = await written({ recipient: seal(`a${recipient}@x.no`) });
          return envelope.to.length === 1 && /^[\x21-\x7e]+@x\.no$/.test(String(envelope.to[0]));
        } catch (error) {
          return error instanceof SkrankeError;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
