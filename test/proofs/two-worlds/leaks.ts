/**
 * Ways a desk might give somebody away, each planted at the door of the world that knows her, and nowhere in the
 * product. The suite that finds no difference must find every one of them.
 */
import type { Seen } from './seen.js';

export type Leak = { readonly name: string; readonly plant: (seen: readonly Seen[]) => readonly Seen[] };

type Body = Readonly<Record<string, unknown>>;
type Answer = Extract<Seen, { kind: 'answer' }>;
type Mail = Extract<Seen, { kind: 'mail' }>;

const isBody = (body: unknown): body is Body => typeof body === 'object' && body !== null;
const isLine = (piece: Seen): piece is Answer & { readonly body: Body } =>
  piece.kind === 'answer' && isBody(piece.body) && isBody(piece.body['from']) && piece.body['from']['role'] === 'bot';

const inLines = (name: string, change: (line: Body) => Body): Leak => ({
  name,
  plant: (seen) => seen.map((piece) => (isLine(piece) ? { ...piece, body: change(piece.body) } : piece)),
});
const inAnswers = (name: string, change: (answer: Answer) => Answer): Leak => ({
  name,
  plant: (seen) => seen.map((piece) => (piece.kind === 'answer' ? change(piece) : piece)),
});
const inMails = (name: string, change: (mail: Mail) => Mail): Leak => ({
  name,
  plant: (seen) => seen.map((piece) => (piece.kind === 'mail' ? change(piece) : piece)),
});

const textOf = (line: Body): string => (typeof line['text'] === 'string' ? line['text'] : '');
const skranke = (line: Body): Body => {
  const data = isBody(line['channelData']) ? line['channelData']['skranke'] : null;
  return isBody(data) ? data : {};
};
const withSkranke = (line: Body, more: Body): Body => ({
  ...line,
  channelData: { skranke: { ...skranke(line), ...more } },
});
const actions = (line: Body): readonly unknown[] => {
  const suggested = line['suggestedActions'];
  return isBody(suggested) && Array.isArray(suggested['actions']) ? suggested['actions'] : [];
};
const withActions = (line: Body, list: readonly unknown[]): Body =>
  list.length === 0 ? line : { ...line, suggestedActions: { to: [], actions: list } };
const receipt = /(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}/g;
const day = /\b(\d{1,2})\. (\w+) (20\d\d)\b/g;

export const leaks: readonly Leak[] = [
  inLines('one blank more after the answer', (line) => ({ ...line, text: `${textOf(line)} ` })),
  inLines('another wording of the same sentence', (line) => ({ ...line, text: textOf(line).replace('.', '!') })),
  inLines('a typographic comma', (line) => ({ ...line, text: textOf(line).replace(',', '\u201a') })),
  inLines('suggested answers in another order', (line) => withActions(line, actions(line).toReversed())),
  inLines('a suggested answer more', (line) =>
    withActions(
      line,
      [...actions(line), { type: 'imBack', title: 'Kari', value: 'Kari' }].slice(actions(line).length === 0 ? 1 : 0),
    ),
  ),
  inLines('what the page is to ask for next', (line) =>
    skranke(line)['expects'] === 'email' ? withSkranke(line, { expects: 'letter-code' }) : line,
  ),
  inLines('a level before there was a proof', (line) => withSkranke(line, { level: 'substantial' })),
  inLines('the language on file instead of the one spoken', (line) =>
    line['locale'] === 'en-GB' ? { ...line, locale: 'nb-NO' } : line,
  ),
  inLines('a receipt that is a running number', (line) => ({
    ...line,
    text: textOf(line).replaceAll(receipt, 'FV-00000000017'),
  })),
  inLines('a receipt that tells when it was made', (line) => ({
    ...line,
    text: textOf(line).replaceAll(receipt, '019A0C40-00007-00080-00000-00001-7'),
  })),
  inLines('the same receipt for the same person', (line) => ({
    ...line,
    text: textOf(line).replaceAll(receipt, '00000-00000-00000-00000-000000'),
  })),
  inLines('a day less to answer', (line) => ({
    ...line,
    text: textOf(line).replace(
      day,
      (_, number: string, month: string, year: string) => `${String(Number(number) - 1)}. ${month} ${year}`,
    ),
  })),
  inLines('a card that is empty', (line) => withSkranke(line, { cards: [{ title: '', rows: [] }] })),
  inLines('who the answer is to', (line) => ({ ...line, replyToId: 'x' })),
  inAnswers('a number missing in the sequence', (answer) =>
    isBody(answer.body) && typeof answer.body['watermark'] === 'number'
      ? { ...answer, body: { watermark: answer.body['watermark'] + 1 } }
      : answer,
  ),
  inAnswers('a message taken twice is not known again', (answer) =>
    isBody(answer.body) && answer.body['duplicate'] === true
      ? { ...answer, body: { ...answer.body, duplicate: false } }
      : answer,
  ),
  inAnswers('a token that changes its epoch', (answer) =>
    isBody(answer.body) && typeof answer.body['tokenEpoch'] === 'number'
      ? { ...answer, body: { ...answer.body, tokenEpoch: answer.body['tokenEpoch'] + 1 } }
      : answer,
  ),
  { name: 'a limit that counts the person and not the session', plant: (seen) => limited(seen) },
  {
    name: 'an error where there was an answer',
    plant: (seen) =>
      seen.map((piece, at) => (at === 2 ? { kind: 'answer', status: 'SKR_CONFLICT', body: null } : piece)),
  },
  { name: 'two answers in another order', plant: (seen) => [...seen.slice(0, 2).toReversed(), ...seen.slice(2)] },
  {
    name: 'a mail more',
    plant: (seen) => seen.flatMap((piece): Seen[] => (piece.kind === 'mail' ? [piece, piece] : [piece])),
  },
  inMails('a mail with a copy to the address on file', (mail) => ({
    ...mail,
    to: [...mail.to, 'kari@brevdue.example'],
  })),
  inMails('a case number in a header', (mail) => ({ ...mail, headers: [...mail.headers, ['X-Case', 'FV-310000']] })),
  inMails('a subject of its own', (mail) => ({
    ...mail,
    headers: mail.headers.map(([name, value]) => [name, name === 'Subject' ? `${value}.` : value] as const),
  })),
  inMails('a blank in the HTML', (mail) => ({ ...mail, html: mail.html.replace('>', '> ') })),
];

const limited = (seen: readonly Seen[]): readonly Seen[] => {
  let lines = 0;
  return seen.map((piece) => {
    lines += isLine(piece) ? 1 : 0;
    return isLine(piece) && lines > 3 ? { ...piece, body: { ...piece.body, text: 'Vent en time.' } } : piece;
  });
};
