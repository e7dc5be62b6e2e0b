import { unproven, type Assurance } from '../disclosure/assurance.js';
import type { AssurancePolicy } from '../policy/assurance.schema.js';

export type EvidenceKind = 'mailbox-code' | 'phone-code' | 'letter-code' | 'eid-substantial' | 'eid-high';

/**
 * One proof given in this session. A mailbox may be several people's, so it proves a set of parties.
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

const minute = 60_000;

/**
 * What the proofs of one session are worth now. Proofs of two sessions never meet here.
 * @param evidence        the session's proofs, any order
 * @param lastActivityAt  when the session last did anything
 * @param policy          lives and how close two proofs must be
 * @param now             the desk's time
 * @source                confidentiality "Assurance"; C07, ND8
 */
export const assess = (
  evidence: readonly Evidence[],
  lastActivityAt: Date,
  policy: AssurancePolicy,
  now: Date,
): Assurance => {
  const idleMs = now.getTime() - lastActivityAt.getTime();
  const live = evidence.filter(
    (one) => now.getTime() - one.at.getTime() < policy.lives.low.minutes * minute && one.at <= now,
  );
  const newest = [...live].sort((a, b) => b.at.getTime() - a.at.getTime());
  const agreeing = sameParties(newest);
  if (agreeing.length === 0 || idleMs >= policy.lives.low.idleMinutes * minute) return unproven;
  const parties = intersection(agreeing);
  const partyId = parties.length === 1 ? (parties[0] ?? null) : null;
  const strong = idleMs < policy.lives.substantial.idleMinutes * minute && partyId !== null;
  if (strong && agreeing.some((one) => one.kind === 'eid-high'))
    return { level: 'high', partyId, scope: { kind: 'person' } };
  if (strong && isSubstantial(agreeing, policy)) return { level: 'substantial', partyId, scope: { kind: 'person' } };
  return low(agreeing, partyId);
};

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

const isSubstantial = (evidence: readonly Evidence[], policy: AssurancePolicy): boolean =>
  evidence.some((one) => one.kind === 'eid-substantial') ||
  evidence.some((a) =>
    evidence.some(
      (b) => areIndependent(a, b) && Math.abs(a.at.getTime() - b.at.getTime()) <= policy.pairWithinMinutes * minute,
    ),
  );

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
