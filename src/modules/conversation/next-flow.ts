import { open } from '../disclosure/open.js';
import type { AnswerPart } from './answer-part.js';
import { recent } from './answer-code.js';
import { freshFlow, type FlowState } from './flow-state.js';
import { nextWishes } from './plan.js';
import { awaitedAfter } from './respond.js';
import type { Step } from './step.js';
import type { Setting } from './setting.js';

/** What the conversation remembers after this turn. */
export const nextFlow = (steps: readonly Step[], answers: readonly AnswerPart[], setting: Setting): FlowState => {
  const { scene, meaning, now } = setting;
  const { flow } = scene;
  const withdrawn = answers.flatMap((one) => one.withdraw ?? []);
  const answered = answers.flatMap((one) => one.answered ?? []);
  const own = answers.some((one) => one.own === true);
  const wished = [...nextWishes(flow, steps, answered), ...answers.flatMap((one) => one.wishes ?? [])];
  const cancelled = meaning.command === 'cancel';
  return {
    version: freshFlow.version,
    awaiting: awaitedAfter(answers),
    wishes: cancelled ? [] : [...new Set(wished)].filter((wish) => !answered.includes(wish)),
    clarified: answers.some((one) => one.unsure === true) ? flow.clarified + 1 : 0,
    codeTarget: targetOf(answers) ?? flow.codeTarget,
    codesAskedAt: [
      ...recent(flow.codesAskedAt, now),
      ...(answers.some((one) => one.challenge != null) ? [now.getTime()] : []),
    ],
    wrongLetterAt: [
      ...recent(flow.wrongLetterAt, now),
      ...(scene.proof?.kind === 'letter' && scene.proof.verdict !== 'right' ? [now.getTime()] : []),
    ],
    filed: [...flow.filed, ...answers.flatMap((one) => one.filed ?? [])]
      .filter(({ caseId }) => !withdrawn.includes(caseId))
      .map((one) => ({ ...one, hers: one.hers || own })),
    undone: flow.undone + (withdrawn.length > 0 ? 1 : 0),
    answeredKeys: answeredKeys(answers, flow),
    thread: threadAfter(answers, setting),
    crisis: flow.crisis || answers.some((one) => one.crisis === true),
    provenOnce: flow.provenOnce || scene.assurance.level !== 'none',
  };
};

const mostKeys = 20;

const answeredKeys = (answers: readonly AnswerPart[], flow: FlowState): readonly string[] =>
  [
    ...flow.answeredKeys,
    ...answers.flatMap((one) =>
      (one.cases ?? []).filter((draft) => draft.settledByDesk).map((draft) => draft.businessKey),
    ),
  ].slice(-mostKeys);

const targetOf = (answers: readonly AnswerPart[]): FlowState['codeTarget'] => {
  const challenge = answers.find((one) => one.challenge != null)?.challenge;
  return challenge == null ? null : { kind: challenge.kind, typed: open(challenge.target) };
};

const threadAfter = (answers: readonly AnswerPart[], { scene, meaning }: Setting): FlowState['thread'] => {
  if (meaning.bindsThread) return { id: scene.threadId, settled: false };
  if (scene.flow.thread === null) return null;
  return {
    ...scene.flow.thread,
    settled: scene.flow.thread.settled || answers.some((one) => one.threadSettled === true),
  };
};
