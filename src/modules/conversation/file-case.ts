import { blindIndex } from '../disclosure/blind-index.js';
import { reaches } from '../disclosure/assurance.js';
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
 * @param settledByDesk  the desk has answered it itself; the same question asked again is on record already
 * @returns              drafts; empty when the policy files nothing for the intent
 */
export const fileCase = (intent: string, setting: Setting, settledByDesk = false): readonly CaseDraft[] => {
  const rule = setting.policy.filing[intent] ?? setting.policy.filing['other'];
  if (rule === undefined) return [];
  const { answeredKeys } = setting.scene.flow;
  return sidesOf(rule, setting)
    .map((side) => ({ side, key: businessKey(intent, side, setting) }))
    .filter(({ key }) => !(settledByDesk && answeredKeys.includes(key)))
    .map(({ side, key }) => draft(intent, rule, { ...side, key }, { ...setting, settledByDesk }));
};

type Side = {
  readonly role: CaseDraft['role'];
  readonly claim: ClaimView | null;
  readonly engagementId: string | null;
};

/**
 * Which engagements the case is about. Below `substantial` the person must not be able to tell how many there are, so
 * one case is filed and the split waits for the proof or for a caseworker.
 */
const sidesOf = (rule: FilingRule, { scene }: Setting): readonly Side[] => {
  const { scope, level } = scene.assurance;
  const mine = scene.claims.filter((claim) => scope.kind === 'person' || claim.id === scope.claimId);
  if (scope.kind === 'case')
    return mine.map((claim) => ({ role: claim.role, claim, engagementId: claim.engagementId }));
  if (!reaches(level, 'substantial')) return [{ role: 'unknown', claim: null, engagementId: null }];
  return rule.right === null ? [aboutOnly(mine)] : byRole(mine);
};

const aboutOnly = (mine: readonly ClaimView[]): Side => {
  const open = mine.filter((claim) => claim.status !== 'closed');
  const only = open.length === 1 ? (open[0] ?? null) : null;
  return { role: only?.role ?? 'unknown', claim: only, engagementId: only?.engagementId ?? null };
};

/** One side as controller for everything the collector decides itself, one for each engagement it only carries out. */
const byRole = (mine: readonly ClaimView[]): readonly Side[] => {
  const carried = mine.filter(
    (claim, at) =>
      claim.role === 'processor' && mine.findIndex((other) => other.engagementId === claim.engagementId) === at,
  );
  const decides = carried.length === 0 || mine.some((claim) => claim.role === 'controller');
  return [
    ...(decides ? [{ role: 'controller' as const, claim: null, engagementId: null }] : []),
    ...carried.map((claim): Side => ({ role: 'processor', claim, engagementId: claim.engagementId })),
  ];
};

const draft = (
  intent: string,
  rule: FilingRule,
  side: Side & { readonly key: string },
  setting: Setting & { readonly settledByDesk: boolean },
): CaseDraft => {
  const { scene, inbound, dice } = setting;
  const clock = rule.right === null ? null : startClock(inbound.receivedAt);
  return {
    id: dice.id(),
    receipt: dice.receipt(),
    businessKey: side.key,
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
    request:
      clock === null || rule.right === null
        ? null
        : {
            id: dice.id(),
            right: rule.right,
            dueStrict: clock.dueStrict,
            dueLegal: clock.dueLegal,
            ruleVersion: clock.ruleVersion,
          },
  };
};

/** The same words about the same thing in the same conversation are the same case, however often they arrive. */
const businessKey = (intent: string, side: Side, { scene, inbound, key }: Setting): string => {
  const words = open(inbound.text).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const own = `${inbound.conversationId}|${inbound.mail?.inboundMailId ?? ''}|${intent}|${side.role}|${side.engagementId ?? ''}|${String(scene.flow.undone)}|${words}`;
  return blindIndex('message-id', own, key).toString('base64url');
};
