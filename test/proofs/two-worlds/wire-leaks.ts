/** What only the wire can give away: status, headers, cookies, lengths and what errors say. Planted at the door, as in `leaks.ts`. */
import type { Leak } from './leaks.js';
import type { Headers, Seen } from './seen.js';

type Answer = Extract<Seen, { kind: 'answer' }>;

const inAnswers = (name: string, change: (answer: Answer) => Answer): Leak => ({
  name,
  plant: (seen) => seen.map((piece) => (piece.kind === 'answer' ? change(piece) : piece)),
});
const inHeaders = (name: string, change: (headers: Headers) => Headers): Leak =>
  inAnswers(name, (answer) => ({ ...answer, headers: change(answer.headers ?? []) }));
const valueOf =
  (header: string, change: (value: string) => string) =>
  (headers: Headers): Headers =>
    headers.map(([name, value]) => [name, name === header ? change(value) : value] as const);

export const wireLeaks: readonly Leak[] = [
  inAnswers('another status', (answer) => ({ ...answer, status: answer.status.replace('400', '422') })),
  inAnswers('a status for who is not there', (answer) => ({ ...answer, status: answer.status.replace('404', '403') })),
  inAnswers('a word in an error', (answer) => ({
    ...answer,
    body: String(answer.body).replace('There is nothing here', 'There is nothing for you here'),
  })),
  inAnswers('another code of an error', (answer) => ({
    ...answer,
    body: String(answer.body).replace('SKR_NOT_FOUND', 'SKR_FORBIDDEN'),
  })),
  inAnswers('another order of fields', (answer) => ({
    ...answer,
    body: String(answer.body).replace(/"id":("[^"]*"),"timestamp":("[^"]*")/, '"timestamp":$2,"id":$1'),
  })),
  inHeaders('a header more', (headers) => [...headers, ['x-known', '1']]),
  inHeaders('a header less', (headers) =>
    headers.filter(([name]) => name !== 'cache-control' && name !== 'x-frame-options'),
  ),
  inHeaders(
    'a length',
    valueOf('content-length', (value) => String(Number(value) + 1)),
  ),
  inHeaders(
    'an attribute of a cookie',
    valueOf('set-cookie', (value) => value.replace('SameSite=Strict', 'SameSite=Lax')),
  ),
  inHeaders(
    'the life of a cookie',
    valueOf('set-cookie', (value) => value.replace('Max-Age=1800', 'Max-Age=3600')),
  ),
  inHeaders(
    'the media type',
    valueOf('content-type', (value) => value.replace('utf-8', 'UTF-8')),
  ),
  inHeaders('a rate that is limited', (headers) => [...headers, ['retry-after', '60']]),
];
