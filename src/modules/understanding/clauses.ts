/** Cuts a sentence that asks for several things where the next of them begins: "what do I owe and can I pay later". */
import { beginsAsking, LEAD } from './asks.js';
import type { Word } from './words.js';

export type Clause = { readonly words: readonly Word[]; readonly start: number; readonly end: number };

const JOINTS: ReadonlySet<string> = new Set(
  'og samt men pluss dessuten dertil derimot også òg åsså and plus but also then besides additionally moreover'.split(
    ' ',
  ),
);
/** A shorter stretch says too little to be read by itself. */
const FEW = 3;
/** What one sentence can hold; beyond that it is a list of words. */
const MOST = 8;

/**
 * @param words  of one sentence
 * @param text   the text the offsets are in
 * @returns      two or more clauses, left to right; empty where the sentence is one
 */
export function clausesOf(words: readonly Word[], text: string): readonly Clause[] {
  const cuts = [0];
  for (let at = FEW; at + FEW <= words.length && cuts.length < MOST; at++) {
    const last = cuts.at(-1) ?? 0;
    if (at - last >= FEW && begins(words, at, text)) cuts.push(at);
  }
  if (cuts.length === 1) return [];
  return cuts.map((from, i) => clause(words.slice(from, cuts[i + 1]), text));
}

/** The number of the next point in a list; or a joining word before what asks. */
function begins(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at];
  if (word === undefined) return false;
  return isPoint(word, text) || (JOINTS.has(word.text) && beginsAsking(words.slice(at, at + LEAD)));
}

function isPoint({ text: digits, end }: Word, text: string): boolean {
  return digits.length === 1 && digits >= '1' && digits <= '9' && (text[end] === '.' || text[end] === ')');
}

function clause(words: readonly Word[], text: string): Clause {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  return { words, start, end: text[end] === '?' ? end + 1 : end };
}
