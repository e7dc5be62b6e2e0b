import { reaches, unproven, type Assurance, type AssuranceLevel } from '../disclosure/assurance.js';
import type { AssurancePolicy } from '../policy/assurance.schema.js';

export type EvidenceKind = 'mailbox-code' | 'phone-code' | 'letter-code' | 'eid-substantial' | 'eid-high';

/**
 * One proof given in this session. A mailbox may be several people's, so it proves a set of parties; an eID of somebody
 * the desk holds nothing of proves a person and no party.
 * @property claimId         the case a letter code was printed for
 * @property confirmedPoint  the contact point had been confirmed earlier by letter or eID
 */
export type Evidence = {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly partyIds: readonly string[];
  readonly claimId: string | null;
  readonly confirmedPoint: boolean;
  readonly at: Date;
};

/**
 * A session as it stood when its message came.
 * @property level           what it was worth at the end of its last turn
 * @property lastActivityAt  when that was
 */
export type SessionBefore = { readonly level: AssuranceLevel; readonly lastActivityAt: Date };

/** The proofs a session has given so far, and the one this message gives, if any. */
export type Proofs = { readonly given: readonly Evidence[]; readonly fresh: Evidence | null };

const minute = 60_000;

/**
 * What the proofs of one session are worth now. Proofs of two sessions never meet here. What has run out by the clock
 * or by silence comes back only by a new proof: being active again is none.
 * @param proofs  of this session alone, any order
 * @param before  the session at its last turn
 * @param policy  lives and how close two proofs must be
 * @param now     the desk's time
 * @source        confidentiality "Assurance"; C07
 */
export const assess = (proofs: Proofs, before: SessionBefore, policy: AssurancePolicy, now: Date): Assurance => {
  const { given, fresh } = proofs;
  const kept = hasIdledOut(before.lastActivityAt, policy, now)
    ? []
    : [...given].sort((a, b) => b.at.getTime() - a.at.getTime());
  const unheld = unheldPerson(proofs.fresh, kept, before, { policy, now });
  if (unheld !== null) return unheld;
  const live = (level: AssuranceLevel): readonly Evidence[] =>
    sameParties([...(fresh === null ? [] : [fresh]), ...kept].filter((one) => isLive(one, policy.lives[level], now)));
  const parties = intersection(live('low'));
  if (parties.length === 0) return unproven;
  const partyId = parties.length === 1 ? (parties[0] ?? null) : null;
  const holds = (level: 'substantial' | 'high'): boolean =>
    partyId !== null &&
    ((outlasts(level, before, policy, now) && proves[level](live(level), null, policy)) ||
      (fresh !== null && proves[level](live(level), fresh, policy)));
  if (holds('high')) return { level: 'high', partyId, scope: { kind: 'person' } };
  if (holds('substantial')) return { level: 'substantial', partyId, scope: { kind: 'person' } };
  return low(live('low'), partyId);
};

/**
 * Her newest proof is an eID, and the desk holds nothing of her: she is as proven as anybody, and nobody's party. A
 * session that spoke for somebody else until then no longer does.
 * @returns null when the newest proof is somebody's
 */
const unheldPerson = (
  fresh: Evidence | null,
  kept: readonly Evidence[],
  before: SessionBefore,
  { policy, now }: { readonly policy: AssurancePolicy; readonly now: Date },
): Assurance | null => {
  const newest = fresh ?? kept.find((one) => isLive(one, policy.lives.low, now));
  if (newest === undefined || newest.partyIds.length > 0) return null;
  const holds = (level: 'substantial' | 'high'): boolean =>
    isLive(newest, policy.lives[level], now) &&
    (newest === fresh || outlasts(level, before, policy, now)) &&
    proves[level]([newest], null, policy);
  const level = (['high', 'substantial'] as const).find(holds);
  return level === undefined ? unproven : { level, partyId: null, scope: { kind: 'person' } };
};

/** Whether a session was silent for so long that its proofs are dead, whatever is said next. */
export const hasIdledOut = (lastActivityAt: Date, { lives }: AssurancePolicy, now: Date): boolean =>
  now.getTime() - lastActivityAt.getTime() >= lives.low.idleMinutes * minute;

const isLive = ({ at }: Evidence, life: AssurancePolicy['lives']['low'], now: Date): boolean =>
  at <= now && now.getTime() - at.getTime() < life.minutes * minute;

/** A level once lost is won again by a new proof only. */
const outlasts = (level: AssuranceLevel, before: SessionBefore, { lives }: AssurancePolicy, now: Date): boolean =>
  reaches(before.level, level) && now.getTime() - before.lastActivityAt.getTime() < lives[level].idleMinutes * minute;

/** The newest proof and those that speak of the same people: a session that proves two persons keeps the latest only. */
const sameParties = (newest: readonly Evidence[]): readonly Evidence[] =>
  newest.reduce<readonly Evidence[]>(
    (kept, one) => (intersection([...kept, one]).length > 0 ? [...kept, one] : kept),
    [],
  );

const intersection = (evidence: readonly Evidence[]): readonly string[] =>
  evidence.length === 0
    ? []
    : evidence.map((one) => one.partyIds).reduce((common, ids) => common.filter((id) => ids.includes(id)));

/** Whether proofs make a level; with `through`, whether that one has a part in it. */
type Proves = (evidence: readonly Evidence[], through: Evidence | null, policy: AssurancePolicy) => boolean;

const proves: Readonly<Record<'substantial' | 'high', Proves>> = {
  high: (evidence, through) => evidence.some((one) => one.kind === 'eid-high' && isOrNone(through, one)),
  substantial: (evidence, through, policy) =>
    evidence.some(
      (a) =>
        (isOrNone(through, a) && (a.kind === 'eid-substantial' || a.kind === 'eid-high')) ||
        evidence.some((b) => (isOrNone(through, a) || isOrNone(through, b)) && isPair(a, b, policy)),
    ),
};

const isOrNone = (through: Evidence | null, one: Evidence): boolean => through === null || through === one;

const isPair = (a: Evidence, b: Evidence, policy: AssurancePolicy): boolean =>
  areIndependent(a, b) && Math.abs(a.at.getTime() - b.at.getTime()) <= policy.pairWithinMinutes * minute;

/** A mailbox and a phone count together only if one of them was confirmed earlier: "on file" may be a namesake's. */
const areIndependent = (a: Evidence, b: Evidence): boolean => {
  if (a.kind === b.kind) return false;
  return a.kind === 'letter-code' || b.kind === 'letter-code' || a.confirmedPoint || b.confirmedPoint;
};

const low = (evidence: readonly Evidence[], partyId: string | null): Assurance => {
  const letter = evidence.find((one) => one.kind === 'letter-code');
  const claimId = letter?.claimId ?? null;
  return { level: 'low', partyId, scope: claimId === null ? { kind: 'person' } : { kind: 'case', claimId } };
};
