import { decide } from '../disclosure/decide.js';
import type { Part } from '../disclosure/render.js';
import type { CaseDraft } from '../cases/case-draft.js';
import { phraseKeys, type PhraseKey } from '../policy/phrase-keys.js';
import { osloDayOf } from '../values/day.js';
import type { AnswerPart } from './answer-part.js';
import { fileCase } from './file-case.js';
import type { Filed } from './flow-state.js';
import type { Setting } from './setting.js';
import { subjectOf, tellAnyone } from './telling.js';

/** Files what she asks for and reads it back with a receipt. The words depend on what she wrote, not on what we hold. */
export const answerFiled = (intent: string, setting: Setting): AnswerPart => {
  const { scene, inbound } = setting;
  const drafts = fileCase(intent, setting);
  const known = drafts.map((draft) => ({
    draft,
    earlier: scene.flow.filed.find((one) => one.key === draft.businessKey) ?? null,
  }));
  const receipts = known.flatMap(({ draft, earlier }) => [
    ...forwardPart(draft, setting),
    receiptPart(draft, earlier?.receipt ?? draft.receipt, setting),
  ]);
  const filed = known.flatMap(({ draft, earlier }): readonly Filed[] =>
    earlier === null ? [{ caseId: draft.id, receipt: draft.receipt, intent, key: draft.businessKey }] : [],
  );
  const said: Part = {
    phrase: phraseFor(intent, inbound.channel),
    from: tellAnyone('receipt', inbound.channel, { desk: setting.policy.collector.desk }, setting.policy.disclosure),
  };
  const pending: readonly Part[] = drafts.some((draft) => draft.request !== null && draft.identity === 'pending')
    ? [{ phrase: 'receipt.pending', from: said.from }]
    : [];
  return {
    parts: [said, ...receipts, ...pending],
    cases: known.flatMap(({ draft, earlier }) => (earlier === null ? [draft] : [])),
    filed,
    ...(intent === 'marketing_opt_out' ? { suppress: 'marketing' as const } : {}),
  };
};

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
export const receiptPart = (draft: CaseDraft, receipt: string, { inbound, policy }: Setting): Part => ({
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
