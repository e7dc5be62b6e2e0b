import type { PhraseKey } from '../policy/phrase-keys.js';
import { fill, type Language, type Phrases } from '../policy/phrases.js';
import { SkrankeError } from '../values/errors.js';
import { formatDay, parseDay } from '../values/day.js';
import { formatOre, type Ore } from '../values/money.js';
import { formatOneTimeCode } from '../values/one-time-code.js';
import type { Disclosure } from './decide.js';
import { factKinds, type FactName } from './facts.js';
import { open } from './open.js';
import { issueReply, type Card, type Reply, type ReplyBody } from './reply.js';
import { Sealed } from './sealed.js';

/** One paragraph of a reply, and the disclosure its facts come from; `onCard`: a card of the reply shows the same. */
export type Part = { readonly phrase: PhraseKey; readonly from: Disclosure; readonly onCard?: boolean };

/** A card: which disclosed facts it lists, in order, which can be copied, which is the sum, what is to be noted. */
export type CardPlan = {
  readonly title: PhraseKey;
  readonly from: Disclosure;
  readonly rows: readonly FactName[];
  readonly copy: readonly FactName[];
  readonly notes?: readonly PhraseKey[];
  readonly total?: FactName;
};

/** What a reply is made of before it has words. */
export type Draft = {
  readonly lang: Language;
  readonly parts: readonly Part[];
  readonly subject?: Part;
  readonly cards?: readonly CardPlan[];
  readonly options?: readonly PhraseKey[];
  readonly expects?: NonNullable<ReplyBody['expects']>;
};

/** The one suggestion that is no answer: it leads out to the eID. */
const loginOption = 'option.eid' satisfies PhraseKey;

/**
 * Gives a draft its words. Facts come only from disclosures that `decide` made.
 * @param draft    parts, cards and suggested answers, by phrase key
 * @param phrases  every sentence, in all languages
 * @returns        a reply that may leave the house
 * @throws         SKR_FACT_NOT_DISCLOSED when a phrase asks for a fact its disclosure does not hold;
 *                 SKR_DISCLOSURE_FORGED when a disclosure is not one
 */
export const render = (draft: Draft, phrases: Phrases): Reply => {
  const words = phrases[draft.lang];
  const say = (part: Part): string => fill(words[part.phrase], (fact) => written(part.from, fact, draft.lang));
  const body: ReplyBody = {
    lang: draft.lang,
    ...(draft.subject === undefined ? {} : { subject: say(draft.subject) }),
    text: draft.parts.map(say).join('\n\n'),
    ...leadOf(draft.parts, say),
    cards: (draft.cards ?? []).map((card) => cardOf(card, phrases, draft.lang)),
    options: (draft.options ?? []).filter((key) => key !== loginOption).map((key) => words[key]),
    ...(draft.options?.includes(loginOption) === true ? { login: words[loginOption] } : {}),
    ...(draft.expects === undefined ? {} : { expects: draft.expects }),
  };
  const disclosures = [
    ...draft.parts,
    ...(draft.cards ?? []),
    ...(draft.subject === undefined ? [] : [draft.subject]),
  ].map((part) => part.from);
  return issueReply(body, disclosures);
};

/** The text without what the cards show as well, for a page that draws them; left out where that is the same. */
const leadOf = (parts: readonly Part[], say: (part: Part) => string): Pick<ReplyBody, 'lead'> =>
  parts.some(({ onCard }) => onCard)
    ? {
        lead: parts
          .filter(({ onCard }) => !onCard)
          .map(say)
          .join('\n\n'),
      }
    : {};

const cardOf = (plan: CardPlan, phrases: Phrases, lang: Language): Card => {
  const row = (fact: FactName) => ({
    label: phrases[lang][`fact.${fact}` as PhraseKey],
    value: written(plan.from, fact, lang),
    copy: plan.copy.includes(fact),
  });
  return {
    title: fill(phrases[lang][plan.title], (fact) => written(plan.from, fact, lang)),
    rows: plan.rows.filter((fact) => plan.from.facts[fact] !== undefined).map(row),
    notes: (plan.notes ?? []).map((key) => fill(phrases[lang][key], (fact) => written(plan.from, fact, lang))),
    ...(plan.total === undefined ? {} : { total: row(plan.total) }),
  };
};

const written = (disclosure: Disclosure, fact: FactName, lang: Language): string => {
  const value = disclosure.facts[fact];
  if (value === undefined) throw new SkrankeError('SKR_FACT_NOT_DISCLOSED', `${fact} by ${disclosure.rule}`);
  if (value instanceof Sealed) return factKinds[fact] === 'code' ? formatOneTimeCode(open(value)) : open(value);
  switch (factKinds[fact]) {
    case 'ore':
      return formatOre(Number(value) as Ore, lang);
    case 'day':
      return formatDay(parseDay(String(value)), lang);
    default:
      return String(value);
  }
};
