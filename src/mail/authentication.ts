/** Whether the receiving mail server saw the From domain vouched for. Only its own verdict counts. */
import { domainToASCII } from 'node:url';
import { valuesOf, type RawHeader } from './raw-headers.js';

/**
 * @param fields      the raw header fields, topmost first
 * @param authservId  the name our receiving server signs its verdicts with; null trusts nobody
 * @param fromDomain  domain of the sole From address, ASCII, lower case
 * @returns           true for a DMARC pass of exactly that domain in the topmost verdict of our own server;
 *                    everything below it may have been written by the sender
 * @source            RFC 8601 § 5, RFC 7489 § 3.1; E01, E02, E03, E04
 */
export const isAligned = (fields: readonly RawHeader[], authservId: string | null, fromDomain: string): boolean => {
  if (authservId === null || authservId === '') return false;
  const verdicts = valuesOf(fields, 'authentication-results').map(readVerdict);
  const own = verdicts.find((verdict) => verdict.server === authservId.toLowerCase());
  const dmarc = own?.results.filter((result) => result.method === 'dmarc') ?? [];
  const [only] = dmarc;
  return (
    dmarc.length === 1 && only?.result === 'pass' && only.headerFrom === ascii(fromDomain) && only.headerFrom !== ''
  );
};

type Verdict = {
  readonly server: string;
  readonly results: readonly { readonly method: string; readonly result: string; readonly headerFrom: string }[];
};

const readVerdict = (value: string): Verdict => {
  const [head = '', ...rest] = splitOutsideQuotes(withoutComments(value));
  return {
    server: unquoted(head.trim().split(/\s+/)[0] ?? '').toLowerCase(),
    results: rest.map(readResult),
  };
};

const readResult = (text: string): Verdict['results'][number] => {
  const words = text
    .replace(/\s{0,9}=\s{0,9}/g, '=')
    .trim()
    .split(/\s+/)
    .map((word) => word.split('='));
  const [method = '', result = ''] = words[0] ?? [];
  const from = words.slice(1).find(([name]) => name?.toLowerCase() === 'header.from');
  return {
    method: (method.split('/')[0] ?? '').toLowerCase(),
    result: result.toLowerCase(),
    headerFrom: ascii(unquoted(from?.[1] ?? '')),
  };
};

const withoutComments = (text: string): string => {
  let out = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\') at += 1;
    if (letter === '"' && depth === 0) quoted = !quoted;
    if (!quoted && letter === '(') depth += 1;
    if (depth === 0) out += letter;
    if (!quoted && letter === ')' && depth > 0) depth -= 1;
  }
  return out;
};

const splitOutsideQuotes = (text: string): readonly string[] => {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (letter === ';' && !quoted) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...parts, part];
};

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1');

const ascii = (domain: string): string => domainToASCII(domain.trim().toLowerCase()).replace(/\.$/, '');
