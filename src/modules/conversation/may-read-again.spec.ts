import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anAssurance, aRequest } from '../../../test/world/questions.js';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { assuranceLevels, reaches, unproven, type Assurance } from '../disclosure/assurance.js';
import { decide } from '../disclosure/decide.js';
import { disclosedRecord } from '../journal/journal-entry.js';
import { mayReadAgain, mayReadOwnAgain, type LineDecision } from './may-read-again.js';
import { subjectOf } from './telling.js';

const policy = shippedPolicy.disclosure;
const kari = 'party-kari';
const substantial: Assurance = { level: 'substantial', partyId: kari, scope: { kind: 'person' } };
const byLetter = (claimId: string): Assurance => ({
  level: 'low',
  partyId: kari,
  scope: { kind: 'case', claimId },
});

/** What the journal holds of a claim told to a session. */
const toldBy = (assurance: Assurance, claimId = 'claim-1'): LineDecision => {
  const request = { topic: 'claim', channel: 'chat' as const, about: kari, claimId, facts: { outstanding: 1 } };
  const decision = decide(subjectOf(assurance), assurance, request, policy);
  if (decision.outcome !== 'disclose') throw new Error('not told');
  return { told: disclosedRecord('chat', [decision.disclosure]), letterOf: null };
};

describe('an answer that told of a claim [S39, S40]', () => {
  it('may be read again at the level it was told at', () => {
    expect(mayReadAgain(toldBy(substantial), substantial, policy)).toBe(true);
  });

  it.each([
    ['nothing is proven', unproven],
    ['the level is lower', { ...substantial, level: 'low' }],
    ['somebody else is proven', { ...substantial, partyId: 'party-ola' }],
    ['one of several people is', { ...substantial, level: 'low', partyId: null }],
  ] as const)('may not when %s [ND7]', (_, assurance) => {
    expect(mayReadAgain(toldBy(substantial), assurance, policy)).toBe(false);
  });

  it('by a letter, may by the same letter or more, and not by another letter', () => {
    const told = toldBy(byLetter('claim-1'));
    expect([byLetter('claim-1'), substantial].map((now) => mayReadAgain(told, now, policy))).toEqual([true, true]);
    expect(mayReadAgain(told, byLetter('claim-2'), policy)).toBe(false);
  });

  it('may not once its rule is gone, or gives less', () => {
    const narrower = policy.rules.map((rule) => ({
      ...rule,
      facts: rule.facts.filter((fact) => fact !== 'outstanding'),
    }));
    for (const rules of [[], narrower])
      expect(mayReadAgain(toldBy(substantial), substantial, { ...policy, rules })).toBe(false);
  });

  it('may not without a decision', () => {
    expect(mayReadAgain({ told: null, letterOf: null }, substantial, policy)).toBe(false);
    expect(mayReadOwnAgain({ told: null, letterOf: null }, substantial)).toBe(false);
  });
});

it('may be read again exactly when a decision would tell the same now [ND7]', () => {
  fc.assert(
    fc.property(anAssurance, anAssurance, aRequest, (then, now, asked) => {
      const request = { ...asked, channel: 'chat' as const };
      const decision = decide(subjectOf(then), then, request, policy);
      fc.pre(decision.outcome === 'disclose');
      const { disclosure } = decision;
      const line = { told: disclosedRecord('chat', [disclosure]), letterOf: null };
      const shown = mayReadAgain(line, now, policy);
      if (disclosure.about !== null && now.partyId !== disclosure.about) expect(shown).toBe(false);
      if (disclosure.about !== null && !reaches(now.level, 'low')) expect(shown).toBe(false);
      if (JSON.stringify(then) === JSON.stringify(now)) expect(shown).toBe(true);
    }),
  );
});

it('is never opened by a lower level than the same session has [ND7]', () => {
  fc.assert(
    fc.property(
      anAssurance,
      fc.constantFrom(...assuranceLevels),
      fc.constantFrom('claim-1', 'claim-2'),
      (now, level, of) => {
        const told = toldBy(substantial, of);
        const lower = { ...now, level };
        fc.pre(reaches(now.level, level));
        expect(mayReadAgain(told, lower, policy) && !mayReadAgain(told, now, policy)).toBe(false);
      },
    ),
  );
});

describe('her own words', () => {
  it('from before she was known may be read by who holds the conversation', () => {
    expect(mayReadOwnAgain({ told: { disclosed: [] }, letterOf: null }, unproven)).toBe(true);
  });

  it('answered with something of hers may be read by nobody else [ND7]', () => {
    fc.assert(
      fc.property(anAssurance, (now) => {
        expect(mayReadOwnAgain(toldBy(substantial), now)).toBe(now.partyId === kari);
        expect(mayReadOwnAgain({ told: { disclosed: [] }, letterOf: null }, now)).toBe(true);
      }),
    );
  });

  it('that hold the right code of a letter may be read by nobody else, also where the answer told nothing [ND7]', () => {
    fc.assert(
      fc.property(anAssurance, (now) => {
        expect(mayReadOwnAgain({ told: { disclosed: [] }, letterOf: kari }, now)).toBe(now.partyId === kari);
      }),
    );
  });
});
