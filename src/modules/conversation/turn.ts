/** The heart of roads 1 and 2: from a scene and a message to everything that follows from it. */
import { disclosedRecord } from '../journal/journal-entry.js';
import { render } from '../disclosure/render.js';
import { draftOf, respond } from './respond.js';
import { mailDraft } from './mail-draft.js';
import { mayAnswerMail } from './may-answer-mail.js';
import { nextFlow } from './next-flow.js';
import type { Outcome } from './outcome.js';
import { plan } from './plan.js';
import { readMeaning } from './read-meaning.js';
import type { Scene } from './scene.js';
import type { Setting } from './setting.js';
import type { Step } from './step.js';
import type { UnderstandingModel } from '../understanding/load-model.service.js';

/**
 * Understand, plan, decide, respond, render: pure. The session was assessed when the scene was gathered, because only
 * a proven session may read about anybody.
 * @param given  the scene, the message, the day's policy, the time and the dice
 * @param model  what understands the words
 * @returns      what to say, file, remember and send; nothing has happened yet
 */
export const turn = (given: Omit<Setting, 'meaning'>, model: UnderstandingModel): Outcome => {
  const { scene, inbound } = given;
  const meaning = readMeaning(inbound, scene, model, given.policy.phrases);
  const setting: Setting = { ...given, meaning };
  const steps = scene.owner === 'bot' ? plan(meaning, scene) : whileOwned(plan(meaning, scene), scene);
  const answers = respond(steps, setting);
  const silent = steps.length === 0 || (inbound.channel === 'mail' && !mayAnswer(setting, answers));
  const draft = inbound.channel === 'mail' ? mailDraft(answers, setting) : draftOf(answers, setting);
  const reply = silent || draft.parts.length === 0 ? null : render(draft, setting.policy.phrases);
  const disclosures = reply === null ? [] : [...draft.parts, ...(draft.cards ?? [])].map((part) => part.from);
  return {
    language: meaning.language,
    flow: nextFlow(steps, answers, setting),
    level: scene.assurance.level,
    partyId: scene.assurance.partyId,
    reply,
    replyKind: answers.find((one) => one.replyKind !== undefined)?.replyKind ?? 'neutral',
    record: disclosedRecord(inbound.channel, disclosures),
    meant: meaning.intents,
    cases: answers.flatMap((one) => one.cases ?? []),
    challenge: answers.find((one) => one.challenge != null)?.challenge ?? null,
    told: silent ? [] : answers.flatMap((one) => one.told ?? []),
    withdraw: answers.flatMap((one) => one.withdraw ?? []),
    confirm: answers.find((one) => one.confirm != null)?.confirm ?? null,
    settle: answers.flatMap((one) => one.settle ?? []),
    suppress: answers.find((one) => one.suppress != null)?.suppress ?? null,
  };
};

/**
 * A person owns the conversation and the machine is silent, but for codes, which only it may send and try, and for a
 * first cry for help, which cannot wait until she is back at her desk.
 */
const whileOwned = (steps: readonly Step[], { proof }: Scene): readonly Step[] =>
  steps.filter(
    (step) =>
      proof !== null || step.do === 'send-code' || (step.do === 'safety' && !(step.safety === 'crisis' && step.again)),
  );

const mayAnswer = ({ scene, inbound, policy }: Setting, answers: ReturnType<typeof respond>): boolean => {
  if (inbound.mail?.from == null || scene.mail === null) return false;
  if (answers.some((one) => one.suppress === 'email')) return false;
  const crisis = answers.some((one) => one.replyKind === 'crisis');
  return mayAnswerMail(inbound.mail, scene.mail, crisis, policy.assurance.mail);
};
