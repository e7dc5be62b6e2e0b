import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { anAssurance, aRequest, aSubject } from '../../../test/world/questions.js';
import { actingKinds, type DisclosurePolicy } from '../policy/disclosure.schema.js';
import { assuranceLevels, reaches, unproven, type Assurance } from './assurance.js';
import { decide, type Decision, type DisclosureRequest, type Subject } from './decide.js';

const policy = shippedPolicy.disclosure;
const kari = 'party-kari';
const ola = 'party-ola';
const debtor: Subject = { kind: 'debtor', partyId: kari };
const anyone: Subject = { kind: 'anyone', partyId: null };
const proven = (level: Assurance['level'], scope: Assurance['scope'] = { kind: 'person' }): Assurance => ({
  level,
  partyId: kari,
  scope,
});
const byLetter = (claimId: string): Assurance => proven('low', { kind: 'case', claimId });
const herClaim: DisclosureRequest = {
  topic: 'claim',
  channel: 'chat',
  about: kari,
  claimId: 'claim-1',
  facts: { outstanding: 10171, creditor: 'Tindevind' },
};
const told = (decision: Decision): readonly string[] =>
  decision.outcome === 'disclose' ? Object.keys(decision.disclosure.facts) : [];

describe('a decision on a claim [S39, S40]', () => {
  it('tells a proven debtor her own balance', () => {
    const decision = decide(debtor, proven('substantial'), herClaim, policy);
    expect(decision).toMatchObject({ outcome: 'disclose', rule: 'claim-to-debtor' });
    expect(told(decision)).toEqual(['creditor', 'outstanding']);
  });

  it('withholds the balance below substantial and says what is missing [S39, ND7]', () => {
    expect(decide(debtor, proven('low'), herClaim, policy)).toEqual({ outcome: 'step-up', needed: 'substantial' });
  });

  it('opens by letter code the one case it was printed for [S40]', () => {
    expect(decide(debtor, byLetter('claim-1'), herClaim, policy)).toMatchObject({ rule: 'claim-by-letter' });
    expect(decide(debtor, byLetter('claim-2'), herClaim, policy)).toEqual({
      outcome: 'step-up',
      needed: 'substantial',
    });
    const aboutNoCase = { ...herClaim, topic: 'claims-total', facts: { totalOutstanding: 1 } };
    expect(decide(debtor, byLetter('claim-1'), aboutNoCase, policy).outcome).toBe('step-up');
  });

  it('withholds from the holder of another letter what only a letter opens', () => {
    const letters = { ...policy, rules: policy.rules.filter(({ scope }) => scope === 'case') };
    expect(decide(debtor, byLetter('claim-2'), herClaim, letters)).toEqual({
      outcome: 'withhold',
      reason: 'other-case',
    });
  });

  it("withholds another person's claim, however sure it is who asks [ND7]", () => {
    for (const level of assuranceLevels)
      expect(decide(debtor, proven(level), { ...herClaim, about: ola }, policy)).toEqual({
        outcome: 'withhold',
        reason: 'not-own',
      });
  });

  it('withholds it from a session that is proven to be somebody else than it says [C05]', () => {
    expect(decide({ kind: 'debtor', partyId: ola }, proven('high'), { ...herClaim, about: ola }, policy)).toEqual({
      outcome: 'withhold',
      reason: 'not-own',
    });
  });

  it('tells anyone nothing about somebody [S17]', () => {
    expect(decide(anyone, unproven, herClaim, policy)).toEqual({ outcome: 'withhold', reason: 'not-own' });
  });

  it('never puts a balance into a mail or a code message [ND2, ND3]', () => {
    for (const channel of ['mail', 'code', 'letter'] as const)
      expect(decide(debtor, proven('high'), { ...herClaim, channel }, policy)).toEqual({
        outcome: 'withhold',
        reason: 'no-rule',
      });
  });
});

describe('a question [S17]', () => {
  it('for which there is no rule is answered with nothing', () => {
    const decision = decide(
      anyone,
      unproven,
      { topic: 'weather', channel: 'chat', about: null, facts: { desk: 'x' } },
      policy,
    );
    expect(decision).toEqual({ outcome: 'withhold', reason: 'no-rule' });
  });

  it('that is vague is answered with nothing', () => {
    expect(decide(debtor, proven('high'), { ...herClaim, topic: '' }, policy)).toEqual({
      outcome: 'withhold',
      reason: 'vague',
    });
    expect(decide(debtor, proven('high'), { ...herClaim, facts: {} }, policy)).toEqual({
      outcome: 'withhold',
      reason: 'vague',
    });
  });

  it('about a person that names nobody is answered with nothing', () => {
    expect(decide(debtor, proven('high'), { ...herClaim, about: null }, policy).outcome).toBe('withhold');
  });

  it('gets at most the facts its rule lists', () => {
    const facts = { ...herClaim.facts, letter: 'a letter', code: '12345678' };
    expect(told(decide(debtor, proven('high'), { ...herClaim, facts }, policy))).toEqual(['creditor', 'outstanding']);
  });
});

describe('every decision [ND7]', () => {
  it('tells no fact its rule does not list, and none that was not offered', () => {
    fc.assert(
      fc.property(aSubject, anAssurance, aRequest, (subject, assurance, request) => {
        const decision = decide(subject, assurance, request, policy);
        if (decision.outcome !== 'disclose') return true;
        const rule = policy.rules.find((one) => one.id === decision.rule);
        return told(decision).every(
          (name) => rule?.facts.some((fact) => fact === name) === true && Object.hasOwn(request.facts, name),
        );
      }),
      { numRuns: 5_000 },
    );
  });

  it('tells less or the same when assurance is lower', () => {
    fc.assert(
      fc.property(
        aSubject,
        anAssurance,
        aRequest,
        fc.constantFrom(...assuranceLevels),
        (subject, assurance, request, level) => {
          fc.pre(reaches(assurance.level, level));
          const more = told(decide(subject, assurance, request, policy));
          return told(decide(subject, { ...assurance, level }, request, policy)).every((fact) => more.includes(fact));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('tells less or the same when one letter is all the proof there is', () => {
    fc.assert(
      fc.property(aSubject, anAssurance, aRequest, (subject, assurance, request) => {
        fc.pre(assurance.level === 'low' && request.topic !== 'claim' && request.topic !== 'thread-kinds');
        const person = told(decide(subject, { ...assurance, scope: { kind: 'person' } }, request, policy));
        return told(decide(subject, assurance, request, policy)).every((fact) => person.includes(fact));
      }),
      { numRuns: 2_000 },
    );
  });

  it('about a person is withheld from everybody else who has no mandate of hers [ND10, ND12]', () => {
    fc.assert(
      fc.property(aSubject, anAssurance, aRequest, ({ mandate: _, ...subject }, assurance, request) => {
        fc.pre(request.about !== null && (subject.partyId !== request.about || assurance.partyId !== request.about));
        return told(decide(subject, assurance, request, policy)).length === 0;
      }),
      { numRuns: 5_000 },
    );
  });

  it('tells whoever acts for somebody nothing outside the mandate, and nothing to a mandate of another [ND10, ND11]', () => {
    fc.assert(
      fc.property(aSubject, anAssurance, aRequest, ({ mandate, ...subject }, assurance, request) => {
        fc.pre(actingKinds.includes(subject.kind) && request.about !== null);
        const out =
          mandate === undefined ||
          (mandate.principal !== null && mandate.principal !== request.about) ||
          (mandate.topics !== 'all' && !mandate.topics.includes(request.topic)) ||
          (mandate.claims !== 'all' && !mandate.claims.includes(request.claimId ?? '')) ||
          (mandate.principal === null && mandate.claims === 'all') ||
          assurance.partyId !== subject.partyId;
        fc.pre(out);
        const asked = mandate === undefined ? subject : { ...subject, mandate };
        return told(decide(asked, assurance, request, policy)).length === 0;
      }),
      { numRuns: 5_000 },
    );
  });

  it('never tells where somebody with a protected address is, to whomever, at whatever level', () => {
    fc.assert(
      fc.property(aSubject, anAssurance, aRequest, (subject, assurance, request) => {
        const facts = told(decide(subject, assurance, { ...request, addressProtected: true }, policy));
        return !facts.some((fact) => fact === 'address' || fact === 'addressMasked');
      }),
      { numRuns: 5_000 },
    );
    const address: DisclosureRequest = {
      topic: 'own-identity',
      channel: 'letter',
      about: kari,
      facts: { address: 'a street' },
    };
    expect(told(decide(debtor, proven('high'), address, policy))).toEqual(['address']);
    expect(told(decide(debtor, proven('high'), { ...address, addressProtected: true }, policy))).toEqual([]);
  });

  it('is the same whenever it is asked again, and whatever order the rules stand in', () => {
    fc.assert(
      fc.property(
        aSubject,
        anAssurance,
        aRequest,
        fc.shuffledSubarray([...policy.rules], { minLength: policy.rules.length }),
        (subject, assurance, request, rules) => {
          const shuffled: DisclosurePolicy = { version: policy.version, rules };
          expect(decide(subject, assurance, request, shuffled)).toEqual(decide(subject, assurance, request, policy));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
