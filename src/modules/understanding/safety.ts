/** Hears what must reach a person at once: danger to life, threats, children, death. Words first, the model may add. */
import { findPhrases, indexPhrases, parsePhrase, type PhraseHit, type PhraseIndex } from './phrase.js';
import { isNegator, negated } from './negation.js';
import { wordsOf, type Word } from './words.js';

/** Gravest first. */
export const SAFETY_KINDS = ['crisis', 'threat', 'minor', 'death'] as const;
export type SafetyKind = (typeof SAFETY_KINDS)[number];

/** `cues` call a person; `quiet` phrases silence the cues they overlap: figures of speech and plain denials. */
export type SafetyLists = Readonly<
  Record<SafetyKind, { readonly cues: readonly string[]; readonly quiet: readonly string[] }>
>;
export type SafetyLexicon = ReadonlyMap<SafetyKind, { readonly cues: PhraseIndex; readonly quiet: PhraseIndex }>;

/** A denial of danger to life is believed only as a `quiet` phrase, never from a stray "not" nearby. */
const NEGATION_SILENCES: ReadonlySet<SafetyKind> = new Set(['threat', 'minor', 'death']);

/** @throws RangeError for a phrase that cannot be read */
export function compileSafety(lists: SafetyLists): SafetyLexicon {
  const compile = (phrases: readonly string[]): PhraseIndex => indexPhrases(phrases.map(parsePhrase));
  return new Map(
    SAFETY_KINDS.map((kind) => [kind, { cues: compile(lists[kind].cues), quiet: compile(lists[kind].quiet) }]),
  );
}

/**
 * @param text  normalised, unmasked: identifiers never hide a cue
 * @returns     the gravest kind with an unsilenced cue, or null
 */
export function safetyByWords(text: string, lexicon: SafetyLexicon): SafetyKind | null {
  const words = wordsOf(text);
  return SAFETY_KINDS.find((kind) => unsilenced(kind, words, lexicon).length > 0) ?? null;
}

/** The words without figures of speech and plain denials, for the classifier that listens beside the lists. */
export function withoutFigures(words: readonly Word[], lexicon: SafetyLexicon): readonly Word[] {
  const hits = SAFETY_KINDS.flatMap((kind) => findPhrases(lexicon.get(kind)?.quiet ?? new Map(), words, 'clause'));
  if (hits.length === 0) return words;
  const figures = new Set(hits.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  return words.filter((_word, i) => !figures.has(i));
}

function unsilenced(kind: SafetyKind, words: readonly Word[], lexicon: SafetyLexicon): readonly PhraseHit[] {
  const lists = lexicon.get(kind);
  if (lists === undefined) return [];
  const cues = findPhrases(lists.cues, words);
  if (cues.length === 0) return [];
  const quiet = findPhrases(lists.quiet, words, 'clause');
  const denied = NEGATION_SILENCES.has(kind) ? negated(words) : [];
  return cues.filter((cue) => !quiet.some((hit) => overlaps(hit, cue)) && !isDenied(cue, words, denied));
}

function overlaps(one: PhraseHit, other: PhraseHit): boolean {
  return one.from < other.to && other.from < one.to;
}

function isDenied(cue: PhraseHit, words: readonly Word[], denied: readonly boolean[]): boolean {
  const speaksForItself = /\b(?:ikke|ingen|aldri|not|never|no)\b|n't/.test(cue.phrase.source);
  const own = words.slice(cue.from, cue.to);
  return !speaksForItself && (denied[cue.to - 1] === true || own.some((word) => isNegator(word.text)));
}
