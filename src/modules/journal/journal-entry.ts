import type { AskedQuestion, Disclosure } from '../disclosure/decide.js';

export type Actor = {
  readonly kind: 'desk' | 'person' | 'caseworker' | 'job' | 'operator' | 'case-system';
  readonly id: string | null;
};

/** What was told, without the values: rule, topic, level and the names of the facts (ND13). */
export type DisclosedRecord = {
  readonly channel: string;
  readonly disclosed: readonly {
    readonly rule: string;
    readonly topic: string;
    readonly level: string;
    readonly about: string | null;
    readonly claimId?: string | null;
    readonly facts: readonly string[];
    readonly asked?: AskedQuestion;
  }[];
  readonly withheld?: readonly { readonly topic: string; readonly reason: string }[];
  readonly policyVersion: string;
};

/**
 * One line of the journal. Ids only: names and values have no place in it (I09).
 * @property purpose  why it was read or done, in the words of `config/policy`
 */
export type JournalEntry = {
  readonly at: Date;
  readonly actor: Actor;
  readonly action: string;
  readonly purpose: string;
  readonly partyId: string | null;
  readonly caseId: string | null;
  readonly conversationId: string | null;
  readonly decision: DisclosedRecord | Readonly<Record<string, unknown>> | null;
};

/** One line as it is shown to who may see it: who, what and why. `actorName` is set for caseworkers. */
export type JournalLine = {
  readonly at: Date;
  readonly actorKind: Actor['kind'];
  readonly actorName: string | null;
  readonly action: string;
  readonly purpose: string;
};

/** The record of the disclosures a reply was made from. */
export const disclosedRecord = (channel: string, disclosures: readonly Disclosure[]): DisclosedRecord => ({
  channel,
  disclosed: disclosures.map((one) => ({
    rule: one.rule,
    topic: one.topic,
    level: one.level,
    about: one.about,
    claimId: one.claimId,
    facts: Object.keys(one.facts),
    asked: one.asked,
  })),
  policyVersion: disclosures[0]?.policyVersion ?? '',
});
