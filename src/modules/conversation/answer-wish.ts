import { decide, type Decision, type Disclosure } from '../disclosure/decide.js';
import type { AssuranceLevel } from '../disclosure/assurance.js';
import type { CardPlan, Part } from '../disclosure/render.js';
import type { ClaimView } from '../claims/claim-view.js';
import type { PhraseKey } from '../policy/phrase-keys.js';
import type { AnswerPart } from './answer-part.js';
import { claimFacts, totalFacts } from './claim-facts.js';
import { fileCase } from './file-case.js';
import type { Wish } from './flow-state.js';
import { say } from './answer-general.js';
import { askIdentity, askLetter, askMailbox } from './ask-identity.js';
import type { Setting } from './setting.js';
import { statusAnswer } from './status-answer.js';
import { isUnheld } from './is-unheld.js';
import { subjectOf } from './telling.js';

/** Answers a question about the person's own claims as far as her assurance allows; otherwise says what proof is missing. */
export const answerWish = (wish: Wish, setting: Setting): AnswerPart => {
  const { scene } = setting;
  if (scene.assurance.level === 'none') return { ...askIdentity(setting), wishes: [wish] };
  if (isUnheld(scene.assurance)) return { ...say('identity.nothing-held', setting), answered: [wish] };
  if (scene.assurance.partyId === null) return { ...askMore('substantial', setting), wishes: [wish] };
  if (wish === 'status_of_request') return statusAnswer(setting);
  const shown = ownClaims(setting);
  const decisions = shown.map((claim) => ({ claim, decision: decideClaim(claim, setting) }));
  const told = decisions.flatMap(({ claim, decision }) =>
    decision.outcome === 'disclose' ? [{ claim, disclosure: decision.disclosure }] : [],
  );
  if (told.length === 0) return nothingTold(wish, setting);
  if (told.some(({ disclosure }) => disclosure.facts.outstanding === undefined))
    return notReckoned(wish, told, setting);
  const body =
    wish === 'payment_info'
      ? paying(told, setting)
      : wish === 'balance_breakdown'
        ? breakdown(told)
        : balance(told, setting);
  return { ...body, answered: [wish], cases: fileCase(wish, setting, true), options: optionsAfter(wish) };
};

type Told = { readonly claim: ClaimView; readonly disclosure: Disclosure };

const ownClaims = ({ scene }: Setting): readonly ClaimView[] => {
  const { scope } = scene.assurance;
  return scene.claims.filter((claim) =>
    scope.kind === 'case' ? claim.id === scope.claimId : claim.status !== 'closed',
  );
};

const decideClaim = (claim: ClaimView, setting: Setting): Decision =>
  decide(
    subjectOf(setting.scene.assurance),
    setting.scene.assurance,
    {
      topic: 'claim',
      channel: 'chat',
      about: setting.scene.assurance.partyId,
      claimId: claim.id,
      facts: claimFacts(claim, setting),
    },
    setting.policy.disclosure,
  );

const decideTotal = (setting: Setting): Decision =>
  decide(
    subjectOf(setting.scene.assurance),
    setting.scene.assurance,
    {
      topic: 'claims-total',
      channel: 'chat',
      about: setting.scene.assurance.partyId,
      facts: totalFacts(ownClaims(setting), setting),
    },
    setting.policy.disclosure,
  );

const nothingTold = (wish: Wish, setting: Setting): AnswerPart => {
  const total = decideTotal(setting);
  if (total.outcome === 'disclose')
    return { parts: [{ phrase: 'balance.no-open', from: total.disclosure }], answered: [wish] };
  return { ...askMore(total.outcome === 'step-up' ? total.needed : 'substantial', setting), wishes: [wish] };
};

/** What is missing depends only on what she has shown, never on what we hold. */
const askMore = (needed: AssuranceLevel, setting: Setting): AnswerPart => {
  if (needed === 'low') return askIdentity(setting);
  return setting.scene.assurance.scope.kind === 'case' ? askMailbox(setting) : askLetter(setting);
};

/** A rate for today is not known: a person reckons it, and nobody guesses. */
const notReckoned = (wish: Wish, told: readonly Told[], setting: Setting): AnswerPart => ({
  parts: told.map(({ disclosure }) => ({
    phrase: disclosure.facts.outstanding === undefined ? 'balance.not-reckoned' : 'balance.one',
    from: disclosure,
  })),
  answered: [wish],
  cases: fileCase(wish, setting),
});

/** What stands on the card as well is marked, so that the page says it once. */
const balance = (told: readonly Told[], setting: Setting): AnswerPart => {
  const { scope } = setting.scene.assurance;
  const total = told.length > 1 ? decideTotal(setting) : null;
  const lines = told.flatMap(({ claim, disclosure: from }): readonly Part[] => [
    { phrase: balancePhrase(claim, from), from, onCard: told.length > 1 },
    ...notesOn(claim).map((phrase) => ({ phrase, from, onCard: true })),
    ...(isToPay(from)
      ? [{ phrase: told.length === 1 ? ('payment.how' as const) : ('payment.each' as const), from, onCard: true }]
      : []),
  ]);
  const sum: readonly Part[] =
    total?.outcome === 'disclose' ? [{ phrase: 'balance.total', from: total.disclosure }] : [];
  const more = scope.kind === 'case' ? (say('balance.only-this', setting).parts ?? []) : [];
  return { parts: [...sum, ...lines, ...more], cards: told.map(card) };
};

const notesOn = (claim: ClaimView): readonly PhraseKey[] => [
  ...(claim.role === 'processor' ? ['balance.on-behalf' as const] : []),
  ...(claim.status === 'paused' ? ['balance.paused' as const] : []),
];

const balancePhrase = (claim: ClaimView, { facts }: Disclosure): PhraseKey => {
  if (facts.overpaid !== undefined) return 'balance.overpaid';
  if (claim.status === 'closed') return 'balance.closed';
  return facts.outstanding === 0 ? 'balance.nothing' : 'balance.one';
};

const isToPay = ({ facts }: Disclosure): boolean => facts.claimStatus !== 'closed' && Number(facts.outstanding) > 0;

const paying = (told: readonly Told[], setting: Setting): AnswerPart => {
  const several = told.length > 1;
  return {
    parts: [
      ...(several ? (say('payment.several', setting).parts ?? []) : []),
      ...told.map(({ claim, disclosure: from }): Part => {
        if (!isToPay(from)) return { phrase: balancePhrase(claim, from), from };
        return { phrase: several ? 'payment.to' : 'payment.how', from, onCard: several };
      }),
    ],
    cards: told.map(card),
  };
};

const breakdown = (told: readonly Told[]): AnswerPart => ({
  parts: told.flatMap(({ disclosure: from }): readonly Part[] => [
    { phrase: 'balance.one', from, onCard: true },
    { phrase: 'breakdown.sum', from, onCard: true },
    {
      phrase: (from.facts.interestPeriods ?? '') === '' ? 'breakdown.no-interest' : 'breakdown.periods',
      from,
    },
  ]),
  cards: told.map(card),
});

const card = ({ claim, disclosure: from }: Told): CardPlan => ({
  title: 'card.claim',
  from,
  notes: notesOn(claim),
  rows: ['caseNumber', 'invoiceNumber', 'dueDate', 'principal', 'lateInterest', 'fees', 'paid', 'accountNumber', 'kid'],
  copy: ['kid', 'accountNumber', ...(isToPay(from) ? ['outstanding' as const] : [])],
  total: 'outstanding',
});

const optionsAfter = (wish: Wish): NonNullable<AnswerPart['options']> =>
  wish === 'balance'
    ? ['option.breakdown', 'option.payment', 'option.plan', 'option.dispute']
    : ['option.plan', 'option.dispute', 'option.human'];
