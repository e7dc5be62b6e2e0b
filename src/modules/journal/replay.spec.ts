import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anAssurance, aRequest, aSubject } from '../../../test/world/questions.js';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { decide } from '../disclosure/decide.js';
import { disclosedRecord, type DisclosedRecord } from './journal-entry.js';
import { replay } from './replay.js';

const policy = shippedPolicy.disclosure;
const kept = (version: string) => (version === policy.version ? policy : undefined);
const stored = (record: DisclosedRecord) => JSON.parse(JSON.stringify(record)) as DisclosedRecord;

describe('a disclosure decided again [ND13]', () => {
  it('is the same under the policy of its day, whatever was asked by whom', () => {
    let told = 0;
    fc.assert(
      fc.property(aSubject, anAssurance, aRequest, (subject, assurance, { addressProtected: _, ...request }) => {
        const decision = decide(subject, assurance, request, policy);
        if (decision.outcome !== 'disclose') return true;
        told += 1;
        return replay(stored(disclosedRecord(request.channel, [decision.disclosure])), kept).length === 0;
      }),
      { numRuns: 20_000 },
    );
    expect(told).toBeGreaterThan(10);
  });

  const claim = () => {
    const decision = decide(
      { kind: 'debtor', partyId: 'party-kari' },
      { level: 'substantial', partyId: 'party-kari', scope: { kind: 'person' } },
      { topic: 'claim', channel: 'chat', about: 'party-kari', facts: { outstanding: 1, healthNotes: 'x' } },
      policy,
    );
    if (decision.outcome !== 'disclose') throw new Error('not told');
    return stored(disclosedRecord('chat', [decision.disclosure]));
  };
  const line = claim();
  const changed = (change: object): DisclosedRecord => ({
    ...line,
    disclosed: line.disclosed.map((one) => ({ ...one, ...change })),
  });

  it.each([
    [
      'a fact more was told',
      changed({ facts: ['outstanding', 'kid', 'healthNotes'] }),
      'claim-to-debtor: other facts would be told',
    ],
    [
      'the level was lower than it is said',
      changed({ asked: { ...line.disclosed[0]?.asked, level: 'low' } }),
      'claim-to-debtor: would be step-up',
    ],
    ['another rule told it', changed({ rule: 'claim-by-letter' }), 'claim-by-letter: would be told by claim-to-debtor'],
    ['it was about another topic', changed({ topic: 'weather' }), 'claim-to-debtor: would be withhold'],
    ['what was asked was not kept', changed({ asked: undefined }), 'claim-to-debtor: what was asked was not kept'],
    ['the policy of its day was not kept', { ...line, policyVersion: 'x' }, 'the policy x was not kept'],
  ])('is named when %s', (_, record, what) => {
    expect(replay(line, kept)).toEqual([]);
    expect(replay(record, kept)).toEqual([what]);
  });
});
