import type { Assurance } from '../disclosure/assurance.js';
import { decide, type Subject } from '../disclosure/decide.js';
import type { FactName, Facts } from '../disclosure/facts.js';
import type { DisclosedRecord } from '../journal/journal-entry.js';
import type { DisclosurePolicy } from '../policy/disclosure.schema.js';
import { subjectOf } from './telling.js';

/**
 * What the journal holds of the turn a line belongs to.
 * @property told     what its answer told; null for a line without a decision, which nobody reads again
 * @property letterOf  whose letter's code it proved her by; null for every turn that was not such a proof
 */
export type LineDecision = {
  readonly told: Pick<DisclosedRecord, 'disclosed'> | null;
  readonly letterOf: string | null;
};

const anyone: Subject = { kind: 'anyone', partyId: null };

/**
 * Whether an answer of ours may be read again: everything it told is decided anew, for the session as it is now.
 * @param assurance  what the session's proofs are worth at this moment
 * @param policy     the rules of today; what they no longer allow stays covered
 * @source           S39, S40, ND7, decision 0024
 */
export const mayReadAgain = ({ told }: LineDecision, assurance: Assurance, policy: DisclosurePolicy): boolean =>
  told !== null && told.disclosed.every((one) => isStillTold(one, assurance, policy));

/**
 * Whether her own words may: those that were answered with something of hers are shown to nobody but her, and so is the
 * right code of a letter, which is good for months. What the session had proven does not cover other words, or a
 * mailbox of several people would differ from one person's.
 */
export const mayReadOwnAgain = ({ told, letterOf }: LineDecision, now: Assurance): boolean =>
  told !== null &&
  told.disclosed.every(({ about }) => about === null || about === now.partyId) &&
  (letterOf === null || letterOf === now.partyId);

const isStillTold = (
  one: DisclosedRecord['disclosed'][number],
  assurance: Assurance,
  policy: DisclosurePolicy,
): boolean => {
  const names = one.facts.length > 0 ? one.facts : (policy.rules.find(({ id }) => id === one.rule)?.facts ?? []);
  const request = {
    topic: one.topic,
    channel: 'chat' as const,
    about: one.about,
    ...(one.claimId == null ? {} : { claimId: one.claimId }),
    facts: Object.fromEntries(names.map((name) => [name, ''])) as Facts,
  };
  return [anyone, subjectOf(assurance)].some((subject) => {
    const decision = decide(subject, assurance, request, policy);
    return decision.outcome === 'disclose' && names.every((name) => (name as FactName) in decision.disclosure.facts);
  });
};
