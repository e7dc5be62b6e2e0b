/** Any question that may be put to `decide`: who, how sure, about whom, of what, by which way. */
import fc from 'fast-check';
import { assuranceLevels, type Assurance } from '../../src/modules/disclosure/assurance.js';
import type { DisclosureRequest, Mandate, Subject } from '../../src/modules/disclosure/decide.js';
import { factKinds, type FactName } from '../../src/modules/disclosure/facts.js';
import { disclosureChannels, subjectKinds } from '../../src/modules/policy/disclosure.schema.js';
import { shippedPolicy } from './shipped-policy.js';

const { rules } = shippedPolicy.disclosure;
const partyId = fc.constantFrom('party-kari', 'party-ola');
const claimId = fc.constantFrom('claim-1', 'claim-2');
const factNames = Object.keys(factKinds) as FactName[];

export const topics = [...new Set(rules.map((rule) => rule.topic))];
export const channels = disclosureChannels;

const aMandate: fc.Arbitrary<Mandate> = fc.record({
  principal: fc.option(partyId),
  topics: fc.oneof(fc.constant('all' as const), fc.subarray(topics)),
  claims: fc.oneof(fc.constant('all' as const), fc.subarray(['claim-1', 'claim-2'])),
});

export const aSubject: fc.Arbitrary<Subject> = fc
  .record({ kind: fc.constantFrom(...subjectKinds), partyId: fc.option(partyId), mandate: fc.option(aMandate) })
  .map(({ mandate, ...subject }) => (mandate === null ? subject : { ...subject, mandate }));

export const anAssurance: fc.Arbitrary<Assurance> = fc.record({
  level: fc.constantFrom(...assuranceLevels),
  partyId: fc.option(partyId),
  scope: fc.oneof(
    fc.constant({ kind: 'person' as const }),
    claimId.map((id) => ({ kind: 'case' as const, claimId: id })),
  ),
});

export const aRequest: fc.Arbitrary<DisclosureRequest> = fc
  .record({
    topic: fc.constantFrom(...topics, '', 'weather'),
    channel: fc.constantFrom(...channels),
    about: fc.option(partyId),
    addressProtected: fc.boolean(),
    claimId: fc.option(claimId),
    facts: fc.subarray(factNames).map((names) => Object.fromEntries(names.map((name) => [name, `the ${name}`]))),
  })
  .map(({ claimId: of, ...request }) => (of === null ? request : { ...request, claimId: of }));
