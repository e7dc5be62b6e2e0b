import type { AnswerPart } from './answer-part.js';
import { recent } from './answer-code.js';
import { freshFlow, type FlowState } from './flow-state.js';
import { nextWishes, type Step } from './plan.js';
import type { Setting } from './setting.js';

/** What the conversation remembers after this turn. */
export const nextFlow = (steps: readonly Step[], answers: readonly AnswerPart[], setting: Setting): FlowState => {
  const { scene, meaning, now } = setting;
  const { flow } = scene;
  const withdrawn = answers.flatMap((one) => one.withdraw ?? []);
  const answered = answers.flatMap((one) => one.answered ?? []);
  const wished = [...nextWishes(flow, steps, answered), ...answers.flatMap((one) => one.wishes ?? [])];
  const cancelled = meaning.command === 'cancel';
  return {
    version: freshFlow.version,
    awaiting: answers.findLast((one) => one.awaiting !== undefined)?.awaiting ?? 'nothing',
    wishes: cancelled ? [] : [...new Set(wished)].filter((wish) => !answered.includes(wish)),
    clarified: answers.some((one) => one.unsure === true) ? flow.clarified + 1 : 0,
    codesAskedAt: [
      ...recent(flow.codesAskedAt, now),
      ...(answers.some((one) => one.challenge != null) ? [now.getTime()] : []),
    ],
    wrongLetterAt: [
      ...recent(flow.wrongLetterAt, now),
      ...(scene.proof?.kind === 'letter' && scene.proof.verdict !== 'right' ? [now.getTime()] : []),
    ],
    filed: [...flow.filed, ...answers.flatMap((one) => one.filed ?? [])].filter(
      (one) => !withdrawn.includes(one.caseId),
    ),
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

const threadAfter = (answers: readonly AnswerPart[], { scene, meaning }: Setting): FlowState['thread'] => {
  if (meaning.bindsThread) return { id: scene.threadId, settled: false };
  if (scene.flow.thread === null) return null;
  return {
    ...scene.flow.thread,
    settled: scene.flow.thread.settled || answers.some((one) => one.threadSettled === true),
  };
};
