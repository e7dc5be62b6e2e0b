import { decide } from '../disclosure/decide.js';
import type { CardPlan } from '../disclosure/render.js';
import type { PhraseKey } from '../policy/phrase-keys.js';
import type { AnswerPart } from './answer-part.js';
import { askLetter, askMailbox } from './ask-identity.js';
import type { OwnCase } from './scene.js';
import type { Setting } from './setting.js';
import { subjectOf, tellAnyone } from './telling.js';

/** What she has asked for earlier, how far it has come and when she gets an answer. */
export const statusAnswer = (setting: Setting): AnswerPart => {
  const { scene, policy } = setting;
  const asked = scene.ownCases.map((one) => ({ one, decision: decideCase(one, setting) }));
  const cards = asked.flatMap(({ decision }): readonly CardPlan[] =>
    decision.outcome === 'disclose' ? [cardOf(decision.disclosure)] : [],
  );
  const general = tellAnyone('general', 'chat', { desk: policy.collector.desk }, policy.disclosure);
  const probe = decideCase(null, setting);
  if (probe.outcome === 'step-up') {
    const byLetter = scene.assurance.scope.kind === 'case';
    return { ...(byLetter ? askMailbox(setting) : askLetter(setting)), wishes: ['status_of_request'] };
  }
  return cards.length === 0
    ? { parts: [{ phrase: 'status.none', from: general }], answered: ['status_of_request'] }
    : { parts: [{ phrase: 'status.some', from: general }], cards, answered: ['status_of_request'] };
};

const decideCase = (one: OwnCase | null, { scene, policy, meaning }: Setting) => {
  const words = policy.phrases[meaning.language];
  const facts =
    one === null
      ? { requestState: '' }
      : {
          requestKind: words[`kind.${one.intent}` as PhraseKey],
          requestState: words[`state.${one.state}`],
          receivedOn: one.receivedOn,
          answerBy: one.answerBy,
          receipt: one.receipt,
        };
  return decide(
    subjectOf(scene.assurance),
    scene.assurance,
    { topic: 'own-requests', channel: 'chat', about: scene.assurance.partyId, facts },
    policy.disclosure,
  );
};

const cardOf = (from: CardPlan['from']): CardPlan => ({
  title: 'card.requests',
  from,
  rows: ['requestKind', 'requestState', 'receivedOn', 'answerBy', 'receipt'],
  copy: ['receipt'],
});
