/** Small mercies with what is typed and copied. */
import type { Expects } from './activity.js';

/**
 * What is sent for what was typed: a code is put in two halves; words around it stay words.
 * @param text     as typed or pasted
 * @param expects  what the desk asked for; undefined: nothing in particular
 * @returns        `1234 5678` or `AB1CD EF2GH` when a code is plain to see, otherwise the trimmed text
 */
export function tidy(text: string, expects: Expects | undefined): string {
  const plain = text.trim();
  if (expects === 'code') return halves(/^[^\p{L}\d]*(\d{4})[\s.-]*(\d{4})[^\p{L}\d]*$/u.exec(plain)) ?? plain;
  if (expects === 'letter-code') return halves(/^([\da-z]{5})[\s.-]*([\da-z]{5})$/iu.exec(plain)) ?? plain;
  return plain;
}

/**
 * What lands on the clipboard for a value on a card: what a bank's form accepts.
 * @param value  as shown, e.g. `1234 56 78903`, `1 234,50 kr`, `Fjordvakt Inkasso AS`
 * @returns      digits without spaces or currency; anything else unchanged
 */
export function forClipboard(value: string): string {
  const number = value.replace(/\s*(kr|NOK)\s*/giu, '');
  return /^[\d\s.,-]+$/u.test(number) ? number.replace(/\s/gu, '') : value;
}

function halves(match: RegExpExecArray | null): string | undefined {
  return match ? `${match[1] ?? ''} ${match[2] ?? ''}`.toUpperCase() : undefined;
}
