/** Tells bokmål, nynorsk and English apart, notices Danish and Swedish, and stays with a conversation's language in doubt. */
import { logitsOf, probabilitiesOf, type Classifier } from './classify.js';
import { featuresOf, type Feature } from './features.js';
import { foreignLanguage, type ForeignLexicon } from './foreign.js';
import { wordsOf } from './words.js';

export const LANGUAGES = ['nb', 'nn', 'en'] as const;
/** The desk answers in these. */
export type Language = (typeof LANGUAGES)[number];

/** What the classifier tells apart; the Scandinavian neighbours are answered in bokmål. */
export const WRITTEN = ['nb', 'nn', 'en', 'da', 'sv'] as const;

export type LanguageReading = {
  readonly lang: Language;
  /** A language outside the desk's own, for the one line that says a person will help. */
  readonly hint?: string;
};

/** Below this, Danish and bokmål share too many words to tell them apart. */
const SHORT = 8;
/** A conversation's language is left only for a surer reading than this, and never for less than three words. */
const SURE = 0.9;
const FEW = 3;

/**
 * @param text    normalised
 * @param sticky  the conversation's language so far
 */
export function languageOf(
  text: string,
  sticky: Language | undefined,
  models: { readonly classifier: Classifier; readonly foreign: ForeignLexicon },
): LanguageReading {
  const foreign = foreignLanguage(text, models.foreign);
  if (foreign !== undefined) return { lang: sticky ?? 'nb', hint: foreign };
  const words = wordsOf(text).length;
  if (words === 0) return { lang: sticky ?? 'nb' };
  const odds = oddsOf(text, models.classifier);
  const of = (name: string): number => odds.get(name) ?? 0;
  const neighbour = ['da', 'sv'].find((name) => words >= SHORT && of(name) > SURE);
  const own = { nb: of('nb') + of('da') + of('sv'), nn: of('nn'), en: of('en') };
  const best = LANGUAGES.reduce((top, each) => (own[each] > own[top] ? each : top), 'nb');
  const isSwitch = sticky !== undefined && best !== sticky;
  const lang = isSwitch && (words < FEW || own[best] < SURE) ? sticky : best;
  return neighbour === undefined ? { lang } : { lang, hint: neighbour };
}

/** Letters only: the small words that tell nynorsk from bokmål are folded together in the word features. */
export function languageFeatures(text: string): readonly Feature[] {
  return featuresOf(wordsOf(text), [], text).filter((feature) => feature.block === 'letters');
}

function oddsOf(text: string, classifier: Classifier): ReadonlyMap<string, number> {
  const probabilities = probabilitiesOf(logitsOf(classifier, languageFeatures(text.slice(0, 2000))), 1);
  return new Map(classifier.labels.map((label, i) => [label, probabilities[i] ?? 0]));
}
