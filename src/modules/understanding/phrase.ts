/**
 * Phrases written for people to read and mend: words, "a|b" choices, "stem*", "word?" optional, ".." up to three words,
 * "$" the end of a clause, "<age>" an age below 18, "this & that" both somewhere in the text.
 */
import { isChildAge } from './child-age.js';
import { canonical } from './variants.js';
import type { Word } from './words.js';

type Alternative = { readonly text: string; readonly isStem: boolean };
type Element =
  | { readonly kind: 'word'; readonly alternatives: readonly Alternative[]; readonly isOptional: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'end' };

export type Phrase = {
  /** As written, for the case note and the tests. */
  readonly source: string;
  readonly elements: readonly Element[];
  /** Phrases that must stand somewhere in the same text. */
  readonly alongside: readonly Phrase[];
};

/** Word indices, `to` exclusive. */
export type PhraseHit = { readonly phrase: Phrase; readonly from: number; readonly to: number };

/** Phrases by the first two letters of their first word. */
export type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>;

/** How far a phrase reaches: a cue over a sentence; what silences one stays in its clause and passes over no new "I". */
export type Reach = 'sentence' | 'clause';

type Place = {
  readonly words: readonly Word[];
  readonly begin: number;
  readonly next: number;
  readonly reach: Reach;
};

const MAX_GAP = 3;
const AGE = '<age>';

/** @throws RangeError for an empty phrase, or one whose first word is optional, a gap or an age */
export function parsePhrase(source: string): Phrase {
  const [own = '', ...others] = source.split(' & ');
  const elements = own.trim().split(/\s+/).map(parseElement);
  const first = elements[0];
  const isFindable =
    first?.kind === 'word' && !first.isOptional && first.alternatives.every(({ text }) => /^[^<]/.test(text));
  if (!isFindable) throw new RangeError(`not a phrase: "${source}"`);
  return { source, elements, alongside: others.map(parsePhrase) };
}

export function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.elements[0];
    const keys = first?.kind === 'word' ? first.alternatives.map(({ text }) => keyOf(text)) : [];
    for (const key of new Set(keys)) index.set(key, [...(index.get(key) ?? []), phrase]);
  }
  return index;
}

/** Every place where a phrase stands inside one sentence, or one clause. */
export function findPhrases(
  index: PhraseIndex,
  words: readonly Word[],
  reach: Reach = 'sentence',
): readonly PhraseHit[] {
  const hits: PhraseHit[] = [];
  words.forEach((word, from) => {
    for (const key of new Set([keyOf(word.text), keyOf(canonical(word.text))])) {
      for (const phrase of index.get(key) ?? []) {
        const to = match(phrase.elements, 0, { words, begin: from, next: from, reach });
        if (to !== undefined) hits.push({ phrase, from, to });
      }
    }
  });
  const complete = new Map(
    [...new Set(hits.map((hit) => hit.phrase))].map((phrase) => [phrase, isComplete(phrase, words)]),
  );
  return hits.filter((hit) => complete.get(hit.phrase) === true);
}

function isComplete(phrase: Phrase, words: readonly Word[]): boolean {
  return phrase.alongside.every((other) => findPhrases(indexPhrases([other]), words).length > 0);
}

function keyOf(word: string): string {
  return word.slice(0, 2);
}

function parseElement(text: string): Element {
  if (text === '..') return { kind: 'gap' };
  if (text === '$') return { kind: 'end' };
  const isOptional = text.endsWith('?');
  const alternatives = (isOptional ? text.slice(0, -1) : text).split('|').map((each) => ({
    text: each.endsWith('*') ? each.slice(0, -1) : each,
    isStem: each.endsWith('*'),
  }));
  return { kind: 'word', alternatives, isOptional };
}

/** The index after the match; bounded, as a phrase has few gaps and a gap at most three words. */
function match(elements: readonly Element[], at: number, place: Place): number | undefined {
  const element = elements[at];
  if (element === undefined) return place.next;
  if (element.kind === 'gap') return matchAfterGap(elements, at + 1, place);
  const word = place.words[place.next];
  if (element.kind === 'end') {
    return word === undefined || word.opensClause ? match(elements, at + 1, place) : undefined;
  }
  const isReachable = word !== undefined && (place.next === place.begin || !opens(word, place.reach));
  const fits = isReachable && element.alternatives.some((alternative) => isForm(word.text, alternative));
  const taken = fits ? match(elements, at + 1, { ...place, next: place.next + 1 }) : undefined;
  return taken ?? (element.isOptional ? match(elements, at + 1, place) : undefined);
}

function matchAfterGap(elements: readonly Element[], at: number, place: Place): number | undefined {
  for (let skipped = 0; skipped <= MAX_GAP; skipped++) {
    const next = place.next + skipped;
    const passed = skipped > 0 ? place.words[next - 1] : undefined;
    if (passed !== undefined && (opens(passed, place.reach) || isNewSubject(passed, place.reach))) return undefined;
    const to = match(elements, at, { ...place, next });
    if (to !== undefined) return to;
  }
  return undefined;
}

function opens(word: Word, reach: Reach): boolean {
  return reach === 'clause' ? word.opensClause : word.opensSentence;
}

/** "Not joking I will …" denies nothing of what I will. */
function isNewSubject(word: Word, reach: Reach): boolean {
  return reach === 'clause' && (word.text === 'i' || canonical(word.text) === 'jeg');
}

function isForm(word: string, { text, isStem }: Alternative): boolean {
  if (text === AGE) return isChildAge(word);
  return isStem ? word.startsWith(text) : word === text || canonical(word) === text;
}
