/** Finds the names of other people: a name that follows what they are to the writer, "mannen min, Per Hansen". */
import type { PersonSlot } from './slots.js';

const RELATIONS = [
  'mannen|kona|samboeren|sambuaren|mora|moren|mor|faren|far|sønnen|sonen|datteren|dattera|broren|søsteren|systera|bestemor|bestefar|naboen|grannen|kjæresten|eksen|ekskona|eksmannen|vennen|venninna|barnet|klienten|brukeren|arbeidsgiveren|sjefen|utleieren',
  'husband|wife|partner|mother|mum|mom|father|dad|son|daughter|brother|sister|neighbour|neighbor|friend|client|boss|employer|landlord|girlfriend|boyfriend|grandmother|grandfather',
].join('|');
const BEFORE = `(?:(?<!\\p{L})(?:${RELATIONS})(?: (?:min|mi|mitt|vår|hans|hennes))?|på vegne av|på vegner av|on behalf of|fullmakt fra|fullmakt frå|verge for|verje for|guardian of|guardian for|avdøde)`;
const LEAD = new RegExp(`${BEFORE},? (?:(?:heter|heiter|som heter|named|called),? )?`, 'giu');
const NAME = /^\p{Lu}[\p{L}'-]{1,30}(?: (?:\p{Lu}[\p{L}'-]{1,30}|van|von|de|af)){0,3}/u;
const LONGEST = 130;

/** @param text  normalised */
export function findPeople(text: string): readonly PersonSlot[] {
  return [...text.matchAll(LEAD)].flatMap((match) => {
    const start = match.index + match[0].length;
    const name = NAME.exec(text.slice(start, start + LONGEST))?.[0];
    return name === undefined ? [] : [{ kind: 'person' as const, start, end: start + name.length }];
  });
}
