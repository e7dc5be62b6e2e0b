const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Lower-case base 32 (RFC 4648 § 6, no padding): survives mail systems that fold case. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2)))
    .join('');
};
