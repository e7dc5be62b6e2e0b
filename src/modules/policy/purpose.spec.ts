import { describe, expect, it } from '@jest/globals';
import { purposes } from './purpose.js';

describe('the purposes of reading about somebody [S8]', () => {
  it('are each one of a kind, with the clause they rest on', () => {
    const all = Object.values(purposes);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { clause } of all) expect(clause).toMatch(/^S\d{1,2}$/);
  });

  it('leave out dunning where processing is restricted [Art. 18]', () => {
    expect(purposes.dunning.allowedWhileRestricted).toBe(false);
    expect(purposes.answerOwnQuestion.allowedWhileRestricted).toBe(true);
  });
});
