import { describe, expect, it } from '@jest/globals';
import { aScene, aSetting, substantial } from '../../../test/world/a-scene.js';
import { answerSafety } from './answer-safety.js';

const answer = (safety: Parameters<typeof answerSafety>[0], again = false) =>
  answerSafety(safety, again, aSetting({ text: 'x' }));

describe('life before money [S12]', () => {
  it('gives numbers to call and tells a person, without receipt or question', () => {
    const crisis = answer('crisis');
    expect(crisis.parts?.map(({ phrase }) => phrase)).toEqual(['crisis']);
    expect(crisis).toMatchObject({ crisis: true, replyKind: 'crisis', cases: [{ queue: 'crisis' }] });
  });

  it('raises the alarm once, and gives the numbers again', () => {
    expect(answer('crisis', true)).toMatchObject({ cases: [], crisis: true });
    expect(answer('crisis', true).parts?.[0]?.phrase).toBe('crisis.again');
  });

  it('takes a threat to a person, and is not silent for ever after it', () => {
    expect(answer('threat')).toMatchObject({ crisis: false, replyKind: 'crisis' });
    expect(answer('threat').cases).toHaveLength(1);
  });

  it.each([
    ['death', 'estate'],
    ['minor', 'minor'],
  ] as const)('gives %s a receipt and a day', (safety, intent) => {
    const told = answer(safety);
    expect(told.parts?.map(({ phrase }) => phrase)).toEqual([safety, 'receipt.line']);
    expect(told.cases?.map((one) => one.intent)).toEqual([intent]);
    expect(told.replyKind).toBeUndefined();
  });

  it('is the same for somebody proven', () => {
    const proven = answerSafety('crisis', false, aSetting({ scene: aScene({ assurance: substantial }), text: 'x' }));
    expect(proven.parts?.[0]?.from.facts).toEqual(answer('crisis').parts?.[0]?.from.facts);
  });
});
