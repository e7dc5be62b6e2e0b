/** Receipt numbers: 128 random bits as 26 Crockford base-32 characters, shown in groups so that they can be typed. */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;
const grouped = /^(.{5})(.{5})(.{5})(.{5})(.{6})$/;

/**
 * @param random  at least 17 random bytes (130 bits)
 * @returns       `XXXXX-XXXXX-XXXXX-XXXXX-XXXXXX`
 */
export const makeReceipt = (random: Uint8Array): string => {
  const bits = BigInt(`0x${Buffer.from(random.subarray(0, 17)).toString('hex')}`) >> 6n;
  const letters = Array.from({ length }, (_, at) => alphabet[Number((bits >> BigInt(at * 5)) & 31n)]).join('');
  return letters.replace(grouped, '$1-$2-$3-$4-$5');
};

const typed = /(?<![0-9A-Za-z])((?:[0-9A-Za-z]{5}[ -]?){4}[0-9A-Za-z]{6})(?![0-9A-Za-z])/;

/** The receipt in a typed text, in its written form; O counts as 0, I and L as 1; null when there is none. */
export const readReceipt = (text: string): string | null => {
  const found = typed.exec(text)?.[1];
  if (found === undefined || !/\d/.test(found)) return null;
  const letters = found.replace(/[ -]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return letters.length === length && Array.from(letters).every((letter) => alphabet.includes(letter))
    ? letters.replace(grouped, '$1-$2-$3-$4-$5')
    : null;
};
