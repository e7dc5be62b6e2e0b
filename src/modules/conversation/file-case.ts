import { blindIndex } from '../disclosure/blind-index.js';
import { open } from '../disclosure/open.js';
import type { CaseDraft } from '../cases/case-draft.js';
import type { ClaimView } from '../claims/claim-view.js';
import type { FilingRule } from '../policy/desk-policy.js';
import { startClock } from '../requests/start-clock.js';
import { serviceDeadline } from '../requests/service-deadline.js';
import type { Setting } from './setting.js';

/**
 * The cases one intent makes: one, or for a right of the data subject one per role the collector has towards her,
 * because where it is processor it must not decide (S9, S10).
 * @returns drafts; empty when the policy files nothing for the intent
 */
export const fileCase = (intent: string, setting: Setting, settledByDesk = false): readonly CaseDraft[] => {
  const rule = setting.policy.filing[intent] ?? setting.policy.filing['other'];
  if (rule === undefined) return [];
  return sidesOf(rule, setting).map((side) => draft(intent, rule, side, { ...setting, settledByDesk }));
};

type Side = { readonly role: CaseDraft['role']; readonly claim: ClaimView | null; readonly engagementId: string | null };

/** Which engagements the case is about. Before a proof nobody knows. */
const sidesOf = (rule: FilingRule, { scene }: Setting): readonly Side[] => {
  const mine = scene.claims.filter((claim) => scene.assurance.scope.kind === 'person' || claim.id === scene.assurance.scope.claimId);
  if (scene.assurance.partyId === null) return [{ role: 'unknown', claim: null, engagementId: null }];
  if (rule.right === null) {
    const open = mine.filter((claim) => claim.status !== 'closed');
    const only = open.length === 1 ? (open[0] ?? null) : null;
    return [{ role: only?.role ?? 'unknown', claim: only, engagementId: only?.engagementId ?? null }];
  }
  const processors = mine.filter((claim, at) => claim.role === 'processor' && mine.findIndex((other) => other.engagementId === claim.engagementId) === at);
  const controller: readonly Side[] = processors.length === 0 || mine.some((claim) => claim.role === 'controller') ? [{ role: 'controller', claim: null, engagementId: null }] : [];
  return [...controller, ...processors.map((claim): Side => ({ role: 'processor', claim: null, engagementId: claim.engagementId }))];
};

const draft = (intent: string, rule: FilingRule, side: Side, setting: Setting & { readonly settledByDesk: boolean }): CaseDraft => {
  const { scene, inbound, dice } = setting;
  const clock = rule.right === null ? null : startClock(inbound.receivedAt);
  return {
    id: dice.id(),
    receipt: dice.receipt(),
    businessKey: businessKey(intent, side, setting),
    queue: side.role === 'processor' && rule.right !== null ? 'forward' : rule.queue,
    intent,
    role: side.role,
    identity: scene.assurance.partyId === null || scene.assurance.level === 'none' ? 'pending' : scene.assurance.level,
    partyId: scene.assurance.partyId,
    claimId: side.claim?.id ?? null,
    engagementId: side.engagementId,
    conversationId: inbound.conversationId,
    inboundMailId: inbound.mail?.inboundMailId ?? null,
    language: setting.meaning.language,
    words: inbound.text,
    receivedAt: inbound.receivedAt,
    deadlineAt: clock === null ? serviceDeadline(inbound.receivedAt, rule.service) : clock.alarmAt,
    settledByDesk: setting.settledByDesk,
    request: clock === null || rule.right === null ? null : { id: dice.id(), right: rule.right, dueStrict: clock.dueStrict, dueLegal: clock.dueLegal, ruleVersion: clock.ruleVersion },
  };
};

/** The same words about the same thing in the same conversation are the same case, however often they arrive. */
const businessKey = (intent: string, side: Side, { inbound, key }: Setting): string => {
  const words = open(inbound.text).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const own = `${inbound.conversationId}|${inbound.mail?.inboundMailId ?? ''}|${intent}|${side.role}|${side.engagementId ?? ''}|${words}`;
  return blindIndex('message-id', own, key).toString('base64url');
};
