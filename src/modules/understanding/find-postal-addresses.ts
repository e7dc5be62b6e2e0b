/** Finds a postal address: a street with its number, with or without postcode and place, or a place's postcode alone. */
import type { AddressSlot } from './slots.js';

const STREET = "\\p{Lu}[\\p{L}.'-]{0,30}(?: \\p{L}[\\p{L}.'-]{0,30}){0,3}";
const NUMBER = '\\d{1,4}(?: ?[A-Za-z](?!\\p{L}))?';
const TOWN = '\\d{4} \\p{Lu}[\\p{L}-]{1,30}(?: \\p{Lu}[\\p{L}-]{1,30})?';
const ADDRESS = new RegExp(`(?<![\\p{L}\\d])(${STREET}) ${NUMBER}(?:,? ?\\n?(${TOWN}))?`, 'gu');
const KIND_OF_ROAD =
  /(?:gate|gata|gaten|vei|veien|veg|vegen|allé|alle|plass|plassen|torg|torget|brygge|bakken|bakke|stien|sti|tunet|tun|haugen|lia|svingen|street|road|avenue|lane|drive|postboks|box)$/iu;

/** @param text  normalised; a name and a number alone are no address, a road or a postcode makes them one */
export function findPostalAddresses(text: string): readonly AddressSlot[] {
  return [...text.matchAll(ADDRESS)]
    .filter(([, street = '', town]) => town !== undefined || KIND_OF_ROAD.test(street))
    .map((match) => {
      const lead = leadIn(match[1] ?? '');
      return { kind: 'address' as const, start: match.index + lead, end: match.index + match[0].length };
    });
}

/** A sentence may run into the street: only what follows its last lower-case word but one belongs to it. */
function leadIn(street: string): number {
  const words = [...street.matchAll(/\S+/g)];
  const last = words.findLastIndex(({ 0: word }) =>
    /^(?:til|to|er|is|at|på|i|in|bor|bur|adresse|address)$/i.test(word),
  );
  return words[last + 1]?.index ?? 0;
}
