/** E-mail addresses, compared exactly: no dots dropped, no plus tricks, no look-alike letters. */
import { domainToASCII } from 'node:url';

declare const emailBrand: unique symbol;

/** Lower-case ASCII `local@domain`, the domain in its IDNA form: two equal addresses are one mailbox. */
export type EmailAddress = string & { readonly [emailBrand]: 'EmailAddress' };

/** RFC 5321 § 4.5.3.1: 64 before the sign, 254 in all. */
const maxLocal = 64;
const maxLength = 254;

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const asciiDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/**
 * Reads one bare address.
 * @returns null for a local part beyond ASCII (a dotless `ı` must not become an `i`), quoted local parts, address
 *          literals, several addresses, and anything that is no address
 * @source  RFC 5321, RFC 5890; E27, E28
 */
export const readEmailAddress = (text: string): EmailAddress | null => {
  const bare = text.trim();
  const at = bare.lastIndexOf('@');
  const name = bare.slice(0, Math.max(at, 0));
  const host = bare.slice(at + 1);
  if (name.length > maxLocal || !local.test(name) || !isPlainHost(host)) return null;
  const domain = domainToASCII(host).replace(/\.$/, '');
  const address = `${asciiLower(name)}@${domain}`;
  return asciiDomain.test(domain) && staysApart(host, domain) && address.length <= maxLength
    ? (address as EmailAddress)
    : null;
};

/** Letters, digits and hyphens of any script between full stops: the URL rules would read a host out of `%41/x`. */
const isPlainHost = (host: string): boolean => host.length <= maxLength && /^[\p{L}\p{M}\p{N}.-]+$/u.test(host);

/** A label beyond ASCII that turns into plain letters (`K` the Kelvin sign, `ﬁ`) would make two spellings one mailbox. */
const staysApart = (host: string, domain: string): boolean => {
  const labels = domain.split('.');
  return host.split('.').every((label, at) => /^[\x20-\x7e]*$/.test(label) || labels[at]?.startsWith('xn--') === true);
};

const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
