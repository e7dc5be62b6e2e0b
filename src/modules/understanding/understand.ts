/** Reads what a person wrote: language, what is meant and how surely, what must reach a person, what must be hidden. */
import {
  decideIntent,
  readingOf,
  type Action,
  type Decision,
  type Reading,
  type ScoredIntent,
} from './decide-intent.js';
import { gravityOf, type Intent } from './intents.js';
import { languageOf, type Language } from './language-id.js';
import type { Lexicon } from './lexicon.js';
import { mask, maskedText, type Masking } from './mask.js';
import type { MaskSpan } from './mask-digits.js';
import type { Model } from './model.js';
import { normalise, type Normalised } from './normalise.js';
import { safetyByWords, type SafetyKind } from './safety.js';
import { sentencesOf, type Sentence } from './sentences.js';

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
const SENTENCE_LIMIT = 200;
/** Up to here a message is read as one; beyond, a sentence among others would drown. */
const SHORT_SENTENCES = 3;
const SHORT_LENGTH = 300;

/**
 * @param utterance  any text, of any length and any kind
 * @throws           never
 * @source           language.md, "Pipeline"
 */
export function understand(utterance: Utterance, { model, lexicon }: Reader): Understanding {
  const text = utterance.text.slice(0, READ_LIMIT);
  const source = normalise(text);
  const masking = mask(source, lexicon.findCaseNumbers);
  const subject = normalise((utterance.subject ?? '').slice(0, 1000)).text;
  const everything = `${subject}\n\n${source.text}`;
  const analysed = source.text.slice(0, ANALYSED_LIMIT);
  const sentences = sentencesOf(analysed, SENTENCE_LIMIT);
  const decision = decide({ source, masking, sentences, subject }, { model, lexicon });
  const safety = safetyByWords(everything, lexicon.safety) ?? safetyByModel(decision, model);
  const { lang, hint } = languageOf(analysed, utterance.lang, {
    classifier: model.languages,
    foreign: lexicon.foreign,
  });
  return {
    lang,
    ...(hint === undefined ? {} : { languageHint: hint }),
    ...withSafety(hint !== undefined && !['da', 'sv'].includes(hint) ? unread() : decision, safety),
    safety,
    masked: masking.masked,
    maskedText: maskedText(text, masking.masked) + (text.length < utterance.text.length ? '…' : ''),
    truncated:
      source.text.length > ANALYSED_LIMIT || sentences.length >= SENTENCE_LIMIT || text.length < utterance.text.length,
  };
}

type Heard = {
  readonly source: Normalised;
  readonly masking: Masking;
  readonly sentences: readonly Sentence[];
  readonly subject: string;
};

type Judged = Decision & { readonly crisis: number };

function decide(heard: Heard, { model, lexicon }: Reader): Judged {
  const { source, masking, sentences, subject } = heard;
  const end = sentences.at(-1)?.end ?? 0;
  const start = sentences[0]?.start ?? 0;
  const isShort = sentences.length <= SHORT_SENTENCES && end - start <= SHORT_LENGTH;
  const read = ({ start, end }: Sentence): Reading =>
    readingOf(source.text.slice(start, end), spansIn(masking.spans, start, end), model);
  const parts = isShort && sentences.length < 2 ? [] : sentences.map(read);
  const titled =
    subject.trim() === '' ? [] : [readingOf(subject, mask(normalise(subject), lexicon.findCaseNumbers).spans, model)];
  const whole = isShort ? read({ start, end }) : { words: [], ranked: [], logit: -Infinity };
  const readings = [whole, ...parts, ...titled];
  const crisis = Math.max(
    ...readings.flatMap((each) => each.ranked.filter(({ intent }) => intent === 'crisis').map(({ score }) => score)),
    0,
  );
  return { ...decideIntent(whole, [...parts, ...titled], model), crisis };
}

function spansIn(spans: readonly MaskSpan[], from: number, to: number): readonly MaskSpan[] {
  const inside = spans.filter((span) => span.start < to && span.end > from);
  return inside.map((span) => ({ ...span, start: Math.max(0, span.start - from), end: Math.min(to, span.end) - from }));
}

function safetyByModel(decision: Judged, model: Model): SafetyKind | null {
  if (decision.crisis >= model.thresholds.crisis) return 'crisis';
  return decision.action === 'act' && decision.intents.some(({ intent }) => intent === 'estate') ? 'death' : null;
}

/** Whatever calls a person also leads the list of intents, so that nothing else is served before it. */
function withSafety(decision: Judged | Decision, safety: SafetyKind | null): Decision {
  const { intents, action, options } = decision;
  if (safety === null) return { intents, action, ...(options === undefined ? {} : { options }) };
  const named: Intent | undefined = safety === 'death' ? 'estate' : safety === 'minor' ? undefined : 'crisis';
  if (named === undefined || intents.some(({ intent }) => intent === named)) return { intents, action: 'handoff' };
  const known = intents.filter(({ intent }) => intent !== 'other');
  const all = [...known, { intent: named, score: 1 }];
  return { intents: all.toSorted((a, b) => gravityOf(a.intent) - gravityOf(b.intent)), action: 'handoff' };
}

function unread(): Decision {
  return { intents: [{ intent: 'other', score: 1 }], action: 'handoff' };
}
