/** Whether what was told would be told again under the policy of its day. */
import type { Assurance } from '../disclosure/assurance.js';
import { decide } from '../disclosure/decide.js';
import { actingKinds, type DisclosureChannel, type DisclosurePolicy } from '../policy/disclosure.schema.js';
import type { DisclosedRecord } from './journal-entry.js';

type Told = DisclosedRecord['disclosed'][number];

/**
 * Decides every disclosure of a line again. That a mandate covered it is taken from the line: it was in force then.
 * @param record    as it stands in the journal
 * @param policyOf  the policy by the version that was journalled; undefined when it was never kept
 * @returns         what is not as it was, one sentence each; empty when all of it is
 */
export const replay = (
  record: DisclosedRecord,
  policyOf: (version: string) => DisclosurePolicy | undefined,
): readonly string[] => {
  if (record.disclosed.length === 0) return [];
  const policy = policyOf(record.policyVersion);
  if (policy === undefined) return [`the policy ${record.policyVersion} was not kept`];
  return record.disclosed.flatMap((told) => again(told, record.channel as DisclosureChannel, policy));
};

const again = (told: Told, channel: DisclosureChannel, policy: DisclosurePolicy): readonly string[] => {
  const { asked, about, topic } = told;
  if (asked === undefined) return [`${told.rule}: what was asked was not kept`];
  const acting = actingKinds.includes(asked.subject);
  const partyId = acting ? 'acting' : about;
  const decision = decide(
    { kind: asked.subject, partyId, ...(acting ? { mandate: mandateFor(told) } : {}) },
    { level: asked.level, partyId, scope: scopeOf(asked.scope) },
    {
      topic,
      channel,
      about,
      ...(asked.claimId === null ? {} : { claimId: asked.claimId }),
      facts: Object.fromEntries([...told.facts, ...asked.kept].map((fact) => [fact, 'x'])),
    },
    policy,
  );
  if (decision.outcome !== 'disclose') return [`${told.rule}: would be ${decision.outcome}`];
  const same = sorted(Object.keys(decision.disclosure.facts)) === sorted(told.facts);
  if (decision.rule !== told.rule) return [`${told.rule}: would be told by ${decision.rule}`];
  return same ? [] : [`${told.rule}: other facts would be told`];
};

const mandateFor = ({ about, asked }: Told) => ({
  principal: asked?.subject === 'creditor-user' ? null : about,
  topics: 'all' as const,
  claims: asked?.claimId == null ? ('all' as const) : [asked.claimId],
});

const scopeOf = (claimId: string | null): Assurance['scope'] =>
  claimId === null ? { kind: 'person' } : { kind: 'case', claimId };

const sorted = (facts: readonly string[]): string => facts.toSorted().join();
