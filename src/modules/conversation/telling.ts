import type { Assurance } from '../disclosure/assurance.js';
import { decide, type Disclosure, type Subject } from '../disclosure/decide.js';
import type { Facts } from '../disclosure/facts.js';
import type { DisclosurePolicy } from '../policy/disclosure.schema.js';
import type { Collector, DeskPolicy } from '../policy/desk-policy.js';
import type { Language } from '../policy/phrases.js';
import { SkrankeError } from '../values/errors.js';

/** The one who is proven, or anyone. */
export const subjectOf = (assurance: Assurance): Subject =>
  assurance.partyId === null ? { kind: 'anyone', partyId: null } : { kind: 'debtor', partyId: assurance.partyId };

/**
 * A disclosure that the policy must allow to everybody: a receipt, the address of the desk.
 * @throws SKR_POLICY_INVALID when the policy has no such rule; a desk that may not even say who it is cannot open
 */
export const tellAnyone = (
  topic: string,
  channel: 'chat' | 'mail' | 'code',
  facts: Facts,
  policy: DisclosurePolicy,
): Disclosure => {
  const decision = decide(
    { kind: 'anyone', partyId: null },
    { level: 'none', partyId: null, scope: { kind: 'person' } },
    { topic, channel, about: null, facts },
    policy,
  );
  if (decision.outcome === 'disclose') return decision.disclosure;
  throw new SkrankeError('SKR_POLICY_INVALID', `no rule lets anyone be told "${topic}" by ${channel}`);
};

/** What everybody may know of the collector, in one language. */
export const publicFacts = (policy: DeskPolicy, language: Language): Facts => {
  const { collector } = policy;
  return {
    ...names(collector),
    openingHours: collector.openingHours[language],
    numbers: policy.crisisNumbers[language],
    minutes: policy.assurance.code.minutes,
  };
};

const names = (collector: Collector): Facts => ({
  collector: collector.name,
  desk: collector.desk,
  deskDomain: collector.domain,
  deskAccount: collector.account,
  collectorAddress: collector.address,
  collectorPhone: collector.phone,
  collectorEmail: collector.email,
  generalManager: collector.generalManager,
  siteUrl: collector.siteUrl,
});
