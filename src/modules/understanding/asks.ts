/** Tells a stretch that asks for something from one that only tells how it came to that. */
import { canonical } from './variants.js';
import type { Word } from './words.js';

const QUESTIONS =
  'hva hvorfor hvordan hvor hvem hvilke hvilken hvilket når what why how who which when where whose whats';
const WISHES =
  'kan kunne vil ønsker ber bed krever krev må trenger vennligst venligst håper lurer can could may would will want wanna need please pls plz require request wish demand';
const ORDERS = [
  'send gi gje vis opplys bekreft stadfest forklar oppgi slett fjern rett endre endra oppdater slutt stopp stans frys la lat ring legg spar sett noter registrer flytt',
  'give show tell confirm explain provide delete erase remove wipe correct change update stop freeze let call add put forward cancel quit cease rectify',
].join(' ');

const ASKING: ReadonlySet<string> = new Set(`${QUESTIONS} ${WISHES} ${ORDERS}`.split(' '));
/** What may stand before the asking word: "og så vil jeg", "then kindly tell me". */
export const LEAD = 3;

/**
 * @param words  of one stretch, in its order
 * @param text   the stretch itself, for its question mark
 */
export function asks(words: readonly Word[], text: string): boolean {
  return text.includes('?') || words.some((word) => isAsking(word));
}

/** Whether a wish, a question or an order begins within the first few words. */
export function beginsAsking(words: readonly Word[]): boolean {
  return words.slice(0, LEAD).some((word) => isAsking(word));
}

function isAsking(word: Word): boolean {
  return ASKING.has(word.text) || ASKING.has(canonical(word.text));
}
