import { decide, type Decision } from '../disclosure/decide.js';
import type { Facts } from '../disclosure/facts.js';
import type { Part } from '../disclosure/render.js';
import type { PhraseKey } from '../policy/phrase-keys.js';
import type { AnswerPart } from './answer-part.js';
import { askLetter, askMailbox } from './ask-identity.js';
import { kindOf } from './kind-of.js';
import type { OwnCase } from './scene.js';
import type { Setting } from './setting.js';
import { subjectOf, tellAnyone } from './telling.js';

/** What she has asked for earlier, how far it has come and when she gets an answer. */
export const statusAnswer = (setting: Setting): AnswerPart => {
  const { scene, policy } = setting;
  const whether = decideCase({ requestState: '' }, setting);
  if (whether.outcome === 'step-up') {
    const byLetter = scene.assurance.scope.kind === 'case';
    return { ...(byLetter ? askMailbox(setting) : askLetter(setting)), wishes: ['status_of_request'] };
  }
  const told = scene.ownCases.flatMap((one): readonly Part[] => {
    const decision = decideCase(factsOf(one, setting), setting);
    return decision.outcome === 'disclose' ? [{ phrase: lineFor(one), from: decision.disclosure }] : [];
  });
  const from =
    whether.outcome === 'disclose'
      ? whether.disclosure
      : tellAnyone('general', 'chat', { desk: policy.collector.desk }, policy.disclosure);
  return {
    parts: told.length === 0 ? [{ phrase: 'status.none', from }] : [{ phrase: 'status.some', from }, ...told],
    answered: ['status_of_request'],
  };
};

const decideCase = (facts: Facts, { scene, policy }: Setting): Decision =>
  decide(
    subjectOf(scene.assurance),
    scene.assurance,
    { topic: 'own-requests', channel: 'chat', about: scene.assurance.partyId, facts },
    policy.disclosure,
  );

const factsOf = (one: OwnCase, { policy, meaning }: Setting): Facts => {
  const words = policy.phrases[meaning.language];
  return {
    requestKind: capitalised(kindOf(one.intent, words)),
    requestState: words[`state.${one.state}`].toLowerCase(),
    receivedOn: one.receivedOn,
    answerBy: one.answerBy,
    receipt: one.receipt,
  };
};

/** What is answered or taken back has no deadline any more. */
const lineFor = ({ state }: OwnCase): PhraseKey =>
  state === 'settled' || state === 'withdrawn' ? 'status.done' : 'status.line';

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
