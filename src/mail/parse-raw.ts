/** A raw mail read within its caps. Runs in a worker of its own: what it is given was made by anybody. */
import { fileTypeFromBuffer } from 'file-type';
import PostalMime from 'postal-mime';
import type { Address, Attachment, Email } from 'postal-mime';
import { htmlToText } from './html-to-text.js';
import { isMisread, leastDamaged, saidToBe, type Charset } from './mend-charset.js';
import type { ParsedAttachment, ParsedMail } from './parsed-mail.js';
import { caps, preScan, type Fault } from './pre-scan.js';
import { readReport } from './delivery-report.js';
import { firstOf, readRawHeaders, valuesOf } from './raw-headers.js';

const longestText = 200_000; // letters; a person's words are far fewer
const mostAnswers = 50;
const mostReadAgain = 5 * 1024 * 1024; // bytes; twice over it would take too long
const fewLetters = 80; // "This message is in HTML" and the like stand in for no text
const longestReport = 20_000;
const sniffed = 4_100; // bytes; file-type needs no more

/**
 * @param raw    the whole mail
 * @param fault  given: read the header only, for this reason
 * @returns      the mail; with a `fault` where only its header could be read
 * @throws       only when even the header cannot be read
 * @source       mail.md 4, 10; E17, E18, E45
 */
export const parseRaw = async (raw: Uint8Array, fault: Fault | null = null): Promise<ParsedMail> => {
  const found = fault ?? preScan(raw);
  if (found !== null) return headerOnly(raw, found);
  try {
    const email = await PostalMime.parse(raw, options);
    const known = facts(raw, email);
    const text = wordsOf(email);
    if (text === null) return await headerOnly(raw, 'large-html');
    const mended = raw.length <= mostReadAgain && isMisread(text) ? await readAgain(raw, known, text) : text;
    return {
      ...known,
      text: clean(mended).slice(0, longestText),
      encrypted: known.encrypted || text.trimStart().startsWith('-----BEGIN PGP MESSAGE-----'),
      attachments: await attachments(email),
    };
  } catch {
    return headerOnly(raw, 'parser-gave-up');
  }
};

const options = {
  forceRfc822Attachments: true,
  maxNestingDepth: caps.depth,
  maxHeadersSize: 2 * caps.headerBytes,
  attachmentEncoding: 'arraybuffer',
} as const;

/** The text a person would read, out of the HTML where the plain text has none; null where that is too large to look at. */
const wordsOf = ({ html = '', text = '' }: Email): string | null => {
  const plain = letters(text, fewLetters);
  if (html === '' || plain === fewLetters) return text;
  if (html.length > caps.htmlBytes) return plain === 0 ? null : text;
  const out = htmlToText(html);
  return plain === 0 || letters(out, 3 * fewLetters) > 2 * plain + 20 ? out : text;
};

/** How many letters a text has; no more than `most` are counted. */
const letters = (text: string, most: number): number => {
  const letter = /\p{L}/gu;
  let count = 0;
  while (count < most && letter.test(text)) count += 1;
  return count;
};

const readAgain = async (raw: Uint8Array, { fields }: ParsedMail, text: string): Promise<string> => {
  const readAs = async (charset: Charset): Promise<string> =>
    wordsOf(await PostalMime.parse(saidToBe(charset, raw, fields), options)) ?? text;
  return leastDamaged([text, await readAs('utf-8'), await readAs('windows-1252')]);
};

const headerOnly = async (raw: Uint8Array, fault: Fault): Promise<ParsedMail> => {
  const { bytes } = readRawHeaders(raw, caps.headerBytes);
  const email = await PostalMime.parse(Buffer.concat([raw.subarray(0, bytes), Buffer.from('\r\n\r\n')]), options);
  return { ...facts(raw, email), fault };
};

const facts = (raw: Uint8Array, email: Email): ParsedMail => {
  const { fields } = readRawHeaders(raw, caps.headerBytes);
  const root = firstOf(fields, 'content-type');
  const type = (root.split(';')[0] ?? '').trim();
  return {
    fields,
    size: raw.length,
    fault: null,
    from: mailboxes(email.from === undefined ? [] : [email.from]),
    recipients: mailboxes([...(email.to ?? []), ...(email.cc ?? [])]).map((address) => address.toLowerCase()),
    subject: clean(subjectOf(fields, email.subject ?? ''))
      .replaceAll('\n', ' ')
      .trim()
      .slice(0, 1_000),
    messageId: ids(valuesOf(fields, 'message-id'))[0] ?? null,
    answers: [...ids(valuesOf(fields, 'in-reply-to')), ...[...ids(valuesOf(fields, 'references'))].reverse()].slice(
      0,
      mostAnswers,
    ),
    text: '',
    attachments: [],
    contentType: type,
    reportType: /report-type\s{0,9}=\s{0,9}"?([a-z-]{1,60})/.exec(root)?.[1] ?? '',
    undelivered: readReport(reportOf(email)),
    calendar:
      type === 'text/calendar' ||
      email.attachments.some((part) => part.method !== undefined && part.disposition !== 'attachment'),
    encrypted: type === 'multipart/encrypted' || /^application\/(?:x-)?pkcs7-mime$/.test(type),
  };
};

const reportOf = (email: Email): string =>
  email.attachments
    .filter((part) => part.mimeType === 'message/delivery-status')
    .map((part) =>
      typeof part.content === 'string' ? part.content : Buffer.from(new Uint8Array(part.content)).toString('latin1'),
    )
    .join('\n')
    .slice(0, longestReport);

const mailboxes = (addresses: readonly Address[]): readonly string[] =>
  addresses.flatMap((one) => (one.group === undefined ? [one.address] : one.group.map((member) => member.address)));

const ids = (values: readonly string[]): readonly string[] =>
  values.flatMap((value) => value.slice(0, 20_000).match(/<[^<>\s]{1,300}>/g) ?? []);

/** Raw Latin-1 in a subject: our own reading of the bytes knows it. */
const subjectOf = (fields: ParsedMail['fields'], read: string): string =>
  isMisread(read) ? (valuesOf(fields, 'subject')[0] ?? read) : read;

const attachments = async (email: Email): Promise<readonly ParsedAttachment[]> =>
  Promise.all(email.attachments.map(describe));

const describe = async (part: Attachment): Promise<ParsedAttachment> => {
  const bytes = typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content);
  return {
    name: clean(part.filename ?? '')
      .replaceAll('\n', ' ')
      .trim()
      .slice(0, 255),
    type: part.mimeType.toLowerCase(),
    size: bytes.length,
    sniffed: (await fileTypeFromBuffer(bytes.subarray(0, sniffed)).catch(() => undefined))?.mime ?? null,
    malware: Buffer.from(bytes.subarray(0, 128)).includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE'),
  };
};

/** NUL and lone control letters gone, line ends one letter, half surrogates mended: Postgres and JSON take no less. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .toWellFormed();
