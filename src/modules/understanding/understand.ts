/** Reads what a person wrote: language, what is meant and how surely, what must reach a person, what must be hidden. */
import { decideIntent, type Action, type Decision } from './decide-intent.js';
import { gravityOf, type Intent } from './intents.js';
import { languageOf, type Language } from './language-id.js';
import type { Lexicon } from './lexicon.js';
import { isMachineOrder } from './machine-orders.js';
import { mask, maskedText, type Masking } from './mask.js';
import type { Model } from './model.js';
import { normalise } from './normalise.js';
import { readText } from './read-text.js';
import type { ScoredIntent } from './reading.js';
import { safetyByWords, type SafetyKind } from './safety.js';
import { safetyByModel } from './safety-by-model.js';

export type Utterance = {
  readonly channel: 'chat' | 'mail';
  /** The conversation's language so far. */
  readonly lang?: Language;
  readonly subject?: string;
  readonly text: string;
};

export type Understanding = {
  readonly lang: Language;
  /** A language the desk does not answer in, as a two-letter code. */
  readonly languageHint?: string;
  /** Gravest first; never empty. */
  readonly intents: readonly ScoredIntent[];
  readonly action: Action;
  readonly options?: readonly Intent[];
  readonly safety: SafetyKind | null;
  /** UTF-16 offsets into `text`. */
  readonly masked: Masking['masked'];
  readonly maskedText: string;
  /** Part of the text was left unread: the case note says so. */
  readonly truncated: boolean;
};

/** What `understand` reads with: both parts are loaded once. */
export type Reader = { readonly model: Model; readonly lexicon: Lexicon };

/** Nothing beyond this is looked at, hidden or shown; ten times the longest mail a person writes. */
const READ_LIMIT = 200_000;
/** What the classifier is given: language.md, "Pipeline". */
const ANALYSED_LIMIT = 20_000;
const SUBJECT_LIMIT = 1000;

/**
 * @param utterance  any text, of any length and any kind
 * @throws           never
 * @source           language.md, "Pipeline"
 */
export function understand(utterance: Utterance, { model, lexicon }: Reader): Understanding {
  const text = utterance.text.slice(0, READ_LIMIT);
  const source = normalise(text);
  const masking = mask(source, lexicon.findCaseNumbers);
  const analysed = source.text.slice(0, ANALYSED_LIMIT);
  const body = readText(analysed, masking.spans, model);
  const subject = normalise((utterance.subject ?? '').slice(0, SUBJECT_LIMIT));
  const title =
    subject.text.trim() === ''
      ? []
      : [readText(subject.text, mask(subject, lexicon.findCaseNumbers).spans, model).whole];
  const sentences = [...body.sentences, ...title];
  const decision = decideIntent(body.whole, sentences, model.thresholds);
  const safety =
    safetyByWords(`${subject.text}\n\n${source.text}`, lexicon.safety) ??
    safetyByModel(body.whole, sentences, { model, lexicon: lexicon.safety });
  const { lang, hint } = languageOf(analysed, utterance.lang, {
    classifier: model.languages,
    foreign: lexicon.foreign,
  });
  const isForeign = hint !== undefined && !['da', 'sv'].includes(hint);
  const isUnread = isForeign || isMachineOrder(analysed);
  return {
    lang,
    ...(hint === undefined ? {} : { languageHint: hint }),
    ...withSafety(isUnread ? UNREAD : decision, safety),
    safety,
    masked: masking.masked,
    maskedText: maskedText(text, masking.masked) + (text.length < utterance.text.length ? '…' : ''),
    truncated: body.isCut || source.text.length > ANALYSED_LIMIT || text.length < utterance.text.length,
  };
}

const UNREAD: Decision = { intents: [{ intent: 'other', score: 1 }], action: 'handoff' };

/** Whatever calls a person also leads the list of intents, so that nothing else is served before it. */
function withSafety({ intents, action, options }: Decision, safety: SafetyKind | null): Decision {
  if (safety === null) return { intents, action, ...(options === undefined ? {} : { options }) };
  const named: Intent | undefined = safety === 'death' ? 'estate' : safety === 'minor' ? undefined : 'crisis';
  if (named === undefined || intents.some(({ intent }) => intent === named)) return { intents, action: 'handoff' };
  const known = intents.filter(({ intent }) => intent !== 'other');
  const all = [...known, { intent: named, score: 1 }];
  return { intents: all.toSorted((a, b) => gravityOf(a.intent) - gravityOf(b.intent)), action: 'handoff' };
}
