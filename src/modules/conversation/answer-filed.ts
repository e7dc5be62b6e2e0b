import { decide, type Disclosure } from '../disclosure/decide.js';
import type { Part } from '../disclosure/render.js';
import type { CaseDraft } from '../cases/case-draft.js';
import { phraseKeys, type PhraseKey } from '../policy/phrase-keys.js';
import { osloDayOf } from '../values/day.js';
import { say } from './answer-general.js';
import type { AnswerPart } from './answer-part.js';
import { askFor } from './ask-identity.js';
import { fileCase } from './file-case.js';
import type { Filed } from './flow-state.js';
import type { Setting } from './setting.js';
import { subjectOf, tellAnyone } from './telling.js';

/** Files what she asks for and reads it back with a receipt. The words depend on what she wrote, not on what we hold. */
export const answerFiled = (intent: string, setting: Setting): AnswerPart => {
  const { inbound, policy } = setting;
  const registered = register(intent, setting);
  const from = tellAnyone('receipt', inbound.channel, { desk: policy.collector.desk }, policy.disclosure);
  const said: readonly Part[] = isSaid(intent, setting) ? [] : [{ phrase: phraseFor(intent, inbound.channel), from }];
  const next = isPending(intent, registered.drafts, setting)
    ? howToGoOn(registered.drafts, setting, from)
    : undoable(registered.filed, setting, from);
  return {
    ...next,
    parts: [...said, ...registered.receipts, ...alsoSaid(intent, setting), ...(next.parts ?? [])],
    cases: registered.cases,
    filed: registered.filed,
    ...(intent === 'marketing_opt_out' ? { suppress: 'marketing' as const } : {}),
  };
};

type Registered = {
  readonly drafts: readonly CaseDraft[];
  readonly receipts: readonly Part[];
  readonly cases: readonly CaseDraft[];
  readonly filed: readonly Filed[];
};

/** The cases of one intent and their receipts; what was filed in this conversation before keeps the receipt it has. */
export const register = (intent: string, setting: Setting): Registered => {
  const drafts = fileCase(intent, setting);
  const known = drafts.map((draft) => ({
    draft,
    earlier: setting.scene.flow.filed.find((one) => one.key === draft.businessKey) ?? null,
  }));
  const cases = known.flatMap(({ draft, earlier }) => (earlier === null ? [draft] : []));
  return {
    drafts,
    receipts: known.flatMap(({ draft, earlier }) => [
      ...forwardPart(draft, setting),
      receiptPart(draft, earlier?.receipt ?? draft.receipt, setting),
    ]),
    cases,
    filed: cases.map((draft) => ({
      at: setting.now.getTime(),
      hers: draft.partyId !== null,
      caseId: draft.id,
      receipt: draft.receipt,
      intent,
      key: draft.businessKey,
    })),
  };
};

/** In chat another step of the same plan has said it already. */
const isSaid = (intent: string, { inbound }: Setting): boolean =>
  inbound.channel === 'chat' && (intent === 'letter_code' || intent === 'other');

const isPending = (intent: string, drafts: readonly CaseDraft[], { policy, scene }: Setting): boolean =>
  policy.filing[intent]?.answerAt !== 'none' && drafts.length > 0 && scene.assurance.level === 'none';

/** Nobody can be answered about her own affairs before she is known: she is told how, in the same words as everybody. */
const howToGoOn = (drafts: readonly CaseDraft[], setting: Setting, from: Disclosure): AnswerPart => {
  const { inbound } = setting;
  const isRight = drafts.some((draft) => draft.request !== null);
  if (inbound.channel === 'mail') return isRight ? { parts: [{ phrase: 'receipt.pending-mail', from }] } : {};
  return askFor(isRight ? 'receipt.pending' : 'receipt.who', setting);
};

/** Said once a conversation: that what was understood wrongly can be taken back. */
const undoable = (filed: readonly Filed[], { scene, inbound }: Setting, from: Disclosure): AnswerPart =>
  inbound.channel === 'chat' && filed.length > 0 && scene.flow.filed.length === 0
    ? { parts: [{ phrase: 'receipt.undo', from }] }
    : {};

/** Who would rather talk can do so now. */
const alsoSaid = (intent: string, setting: Setting): readonly Part[] =>
  intent === 'human' ? (say('human.always', setting).parts ?? []) : [];

/** Where the creditor decides, she is told who that is: what the collector only carries out it may not answer (S10). */
const forwardPart = (draft: CaseDraft, { scene, policy }: Setting): readonly Part[] => {
  const claim =
    draft.role === 'processor' && draft.request !== null
      ? scene.claims.find((one) => one.engagementId === draft.engagementId)
      : undefined;
  if (claim === undefined) return [];
  const decision = decide(
    subjectOf(scene.assurance),
    scene.assurance,
    {
      topic: 'claim',
      channel: 'chat',
      about: scene.assurance.partyId,
      claimId: claim.id,
      facts: { creditor: claim.creditor },
    },
    policy.disclosure,
  );
  return decision.outcome === 'disclose' ? [{ phrase: 'filed.forwarded', from: decision.disclosure }] : [];
};

/** A receipt tells what she has just done: number and latest answer, by the desk's own calendar. */
const receiptPart = (draft: CaseDraft, receipt: string, { inbound, policy }: Setting): Part => ({
  phrase: inbound.channel === 'mail' ? 'mail.receipt' : 'receipt.line',
  from: tellAnyone(
    'receipt',
    inbound.channel,
    {
      receipt,
      receivedOn: osloDayOf(inbound.receivedAt),
      answerBy: draft.request?.dueStrict ?? osloDayOf(draft.deadlineAt),
    },
    policy.disclosure,
  ),
});

const phraseFor = (intent: string, channel: 'chat' | 'mail'): PhraseKey => {
  const wanted = channel === 'mail' ? [`filed.${intent}-mail`, `filed.${intent}`] : [`filed.${intent}`];
  return wanted.find(isPhrase) ?? 'filed.other';
};

const isPhrase = (key: string): key is PhraseKey => (phraseKeys as readonly string[]).includes(key);
