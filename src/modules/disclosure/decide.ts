/**
 * The one place where it is decided what may be told. Pure: the same question gets the same answer.
 * No rule means no; a vague question means no; facts are an allow-list per rule.
 */
import {
  actingKinds,
  type DisclosureChannel,
  type DisclosurePolicy,
  type DisclosureRule,
  type SubjectKind,
} from '../policy/disclosure.schema.js';
import { SkrankeError } from '../values/errors.js';
import { reaches, type Assurance, type AssuranceLevel } from './assurance.js';
import { whereabouts, type FactName, type Facts, type FactValue } from './facts.js';

declare const disclosureBrand: unique symbol;

/** Facts that a decision has set free, and the rule that did it. Only `decide` makes one (locks 1 and 2). */
export type Disclosure = {
  readonly [disclosureBrand]: 'Disclosure';
  readonly rule: string;
  readonly topic: string;
  readonly level: AssuranceLevel;
  readonly policyVersion: string;
  readonly about: string | null;
  readonly claimId: string | null;
  readonly facts: Readonly<Partial<Record<FactName, FactValue>>>;
  /** What was asked, so that it can be decided again under the policy of its day. */
  readonly asked: AskedQuestion;
};

/**
 * @property level   how sure the desk was of who asked
 * @property scope   the claim a letter code opened, null for the person
 * @property kept    facts that were asked for and not told
 */
export type AskedQuestion = {
  readonly subject: SubjectKind;
  readonly level: AssuranceLevel;
  readonly scope: string | null;
  readonly claimId: string | null;
  readonly kept: readonly FactName[];
};

/**
 * Whom the question is asked for.
 * `anyone` is everybody before verification; the other kinds are the person that was proven.
 */
export type Subject = { readonly kind: SubjectKind; readonly partyId: string | null; readonly mandate?: Mandate };

/**
 * On whose behalf and how far somebody else is told: a power of attorney, an appointment, a warrant, or a creditor's
 * own claims. Only one that is in force today is ever passed.
 * @property principal  the party spoken for; null where it is the claims that count (a creditor's user)
 * @source              ND10, ND11, ND12, R13
 */
export type Mandate = {
  readonly principal: string | null;
  readonly topics: readonly string[] | 'all';
  readonly claims: readonly string[] | 'all';
};

/**
 * @property about    the party the facts are about, null for facts about nobody
 * @property claimId  the claim they belong to, where they belong to one
 */
export type DisclosureRequest = {
  readonly topic: string;
  readonly channel: DisclosureChannel;
  readonly about: string | null;
  readonly claimId?: string;
  /** The party has a protected address: nothing tells where she is (code 6/7). */
  readonly addressProtected?: boolean;
  readonly facts: Facts;
};

export type WithholdReason = 'no-rule' | 'not-own' | 'vague' | 'other-case';

export type Decision =
  | { readonly outcome: 'disclose'; readonly disclosure: Disclosure; readonly rule: string }
  | { readonly outcome: 'step-up'; readonly needed: AssuranceLevel }
  | { readonly outcome: 'withhold'; readonly reason: WithholdReason };

const issued = new WeakSet<object>();

/**
 * @param subject    who asks
 * @param assurance  how sure that is
 * @param request    what would be told, about whom, through which channel
 * @param policy     the rules of the day
 * @returns          disclose with at most the rule's facts, step up, or withhold (the reason goes to the journal only)
 * @source           S17, S39, ND7, ND10, confidentiality "Assurance"
 */
export const decide = (
  subject: Subject,
  assurance: Assurance,
  request: DisclosureRequest,
  policy: DisclosurePolicy,
): Decision => {
  if (request.topic === '' || Object.keys(request.facts).length === 0) return { outcome: 'withhold', reason: 'vague' };
  if (!isOwn(subject, assurance, request)) return { outcome: 'withhold', reason: 'not-own' };
  const candidates = policy.rules.filter((rule) => answers(rule, subject, request));
  const open = candidates.filter((rule) => inScope(rule, assurance, request) && reaches(assurance.level, rule.level));
  const widest = open.reduce<DisclosureRule | null>(
    (best, rule) => (best === null || rule.facts.length > best.facts.length ? rule : best),
    null,
  );
  if (widest !== null) return disclose(widest, { subject, assurance, request, policy });
  const needed = lowestAbove(candidates, assurance);
  return needed === null
    ? { outcome: 'withhold', reason: candidates.length === 0 ? 'no-rule' : 'other-case' }
    : { outcome: 'step-up', needed };
};

/**
 * Refuses anything that `decide` did not make: casts, copies, proxies, JSON round trips.
 * @throws SKR_DISCLOSURE_FORGED
 */
export const assertIssued = (disclosure: Disclosure): void => {
  if (!issued.has(disclosure)) throw new SkrankeError('SKR_DISCLOSURE_FORGED', 'a disclosure that no decision made');
};

const isOwn = (subject: Subject, assurance: Assurance, request: DisclosureRequest): boolean =>
  request.about === null ||
  (subject.partyId !== null &&
    assurance.partyId === subject.partyId &&
    (actingKinds.includes(subject.kind) ? covers(subject.mandate, request) : subject.partyId === request.about));

const covers = (mandate: Mandate | undefined, { about, topic, claimId }: DisclosureRequest): boolean =>
  mandate !== undefined &&
  (mandate.principal === null ? mandate.claims !== 'all' : mandate.principal === about) &&
  (mandate.topics === 'all' || mandate.topics.includes(topic)) &&
  (mandate.claims === 'all' || (claimId !== undefined && mandate.claims.includes(claimId)));

const answers = (rule: DisclosureRule, subject: Subject, request: DisclosureRequest): boolean =>
  rule.topic === request.topic &&
  rule.subject === subject.kind &&
  rule.channels.includes(request.channel) &&
  (rule.subject === 'anyone' || request.about !== null);

const inScope = (rule: DisclosureRule, assurance: Assurance, request: DisclosureRequest): boolean =>
  rule.scope === 'case'
    ? assurance.scope.kind === 'case' && assurance.scope.claimId === request.claimId
    : assurance.scope.kind === 'person' || rule.level === 'none';

const lowestAbove = (rules: readonly DisclosureRule[], assurance: Assurance): AssuranceLevel | null =>
  rules
    .filter(
      (rule) => rule.scope === 'person' && !(reaches(assurance.level, rule.level) && assurance.scope.kind === 'person'),
    )
    .map((rule) => rule.level)
    .reduce<AssuranceLevel | null>(
      (lowest, level) => (lowest === null || reaches(lowest, level) ? level : lowest),
      null,
    );

type Answered = {
  readonly subject: Subject;
  readonly assurance: Assurance;
  readonly request: DisclosureRequest;
  readonly policy: DisclosurePolicy;
};

const disclose = (rule: DisclosureRule, { subject, assurance, request, policy }: Answered): Decision => {
  const facts = Object.fromEntries(
    rule.facts.flatMap((name) => (request.facts[name] === undefined ? [] : [[name, request.facts[name]]])),
  );
  if (request.addressProtected === true) for (const name of whereabouts) Reflect.deleteProperty(facts, name);
  const disclosure = Object.freeze({
    rule: rule.id,
    topic: rule.topic,
    level: rule.level,
    policyVersion: policy.version,
    about: request.about,
    claimId: request.claimId ?? null,
    facts: Object.freeze(facts),
    asked: Object.freeze({
      subject: subject.kind,
      level: assurance.level,
      scope: assurance.scope.kind === 'case' ? assurance.scope.claimId : null,
      claimId: request.claimId ?? null,
      kept: Object.freeze((Object.keys(request.facts) as FactName[]).filter((name) => !(name in facts))),
    }),
  }) as Disclosure; // eslint-disable-line no-restricted-syntax -- the one place that makes a Disclosure
  issued.add(disclosure);
  return { outcome: 'disclose', disclosure, rule: rule.id };
};
