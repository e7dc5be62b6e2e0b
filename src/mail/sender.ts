/** Who wrote: one From field with one mailbox that our reading and the parser agree on, or nobody known. */
import { readEmailAddress, type EmailAddress } from '../modules/values/email-address.js';
import { valuesOf, type RawHeader } from './raw-headers.js';

export type SenderDoubt =
  | 'no-from'
  | 'several-from'
  | 'odd-from-field'
  | 'group'
  | 'several-mailboxes'
  | 'malformed'
  | 'parsers-disagree'
  | 'other-sender';

export type Sender =
  | { readonly known: true; readonly address: EmailAddress; readonly domain: string }
  | { readonly known: false; readonly doubt: SenderDoubt };

/**
 * @param fields  the raw header fields
 * @param parsed  the addresses the parser took for the sender's; more than one, or a group, never agrees
 * @returns       the sole address, lower case and with its domain in ASCII, or why there is none
 * @source        mail.md 7; E06, E27, E28
 */
export const readSender = (fields: readonly RawHeader[], parsed: readonly string[]): Sender => {
  const from = fields.filter((field) => field.name === 'from');
  const [only] = from;
  if (only === undefined) return { known: false, doubt: 'no-from' };
  if (from.length > 1) return { known: false, doubt: 'several-from' };
  if (!only.plain) return { known: false, doubt: 'odd-from-field' };
  const mailbox = soleMailbox(only.value);
  if ('doubt' in mailbox) return { known: false, doubt: mailbox.doubt };
  if (parsed.length !== 1 || readEmailAddress(parsed[0] ?? '') !== mailbox.address) {
    return { known: false, doubt: 'parsers-disagree' };
  }
  if (hasOtherSender(fields, mailbox.address)) return { known: false, doubt: 'other-sender' };
  return { known: true, address: mailbox.address, domain: mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1) };
};

/** Exactly one address in a From value, whatever stands in quotes, comments and the display name. */
const soleMailbox = (value: string): { readonly address: EmailAddress } | { readonly doubt: SenderDoubt } => {
  const bare = withoutQuotesAndComments(value);
  if (bare === null) return { doubt: 'malformed' };
  if (bare.trim() === '') return { doubt: 'no-from' };
  if (/[:;]/.test(bare)) return { doubt: 'group' };
  const angled = bare.split('<').length - 1;
  if (bare.includes(',') || angled > 1) return { doubt: 'several-mailboxes' };
  const [name = '', rest] = bare.split('<');
  const inside = rest === undefined ? name : rest.split('>')[0];
  const after = rest === undefined ? '' : rest.slice(rest.indexOf('>') + 1);
  const address = rest?.includes('>') === false || after.trim() !== '' ? null : readEmailAddress(inside ?? '');
  if (address === null) return { doubt: 'malformed' };
  // "ola@x.no <ola@x.no>" is sloppy and clear; any other address in the name is neither.
  if (rest !== undefined && /\S@\S/.test(name) && readEmailAddress(name) !== address)
    return { doubt: 'several-mailboxes' };
  return { address };
};

/** Null when a quote or a comment is never closed. */
const withoutQuotesAndComments = (value: string): string | null => {
  let out = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < value.length; at += 1) {
    const letter = value.charAt(at);
    if (letter === '\\' && (quoted || depth > 0)) at += 1;
    else if (quoted) quoted = letter !== '"';
    else if (letter === '"' && depth === 0) {
      quoted = true;
      out += '\u0001';
    } else if (letter === '(') depth += 1;
    else if (letter === ')' && depth > 0) depth -= 1;
    else if (depth === 0) out += letter;
  }
  return quoted || depth > 0 ? null : withoutMarks(out);
};

/** A quoted display name goes; a quoted local part leaves a mark beside the sign, and so no address. */
const withoutMarks = (text: string): string => text.replace(/\u0001(?=\s|<|$)/g, ' ');

const hasOtherSender = (fields: readonly RawHeader[], address: EmailAddress): boolean =>
  valuesOf(fields, 'sender').some((value) => {
    const mailbox = soleMailbox(value);
    return !('address' in mailbox) || mailbox.address !== address;
  });
