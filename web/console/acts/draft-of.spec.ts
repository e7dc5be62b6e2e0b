import { describe, expect, it } from '@jest/globals';
import { draftOf } from './draft-of.js';

describe('a form', () => {
  it('tells that it holds words that were not sent', () => {
    expect(draftOf('answer', { answer: 'Hei' })).toBe(true);
    expect(draftOf('settle', { letter: 'Hei' })).toBe(true);
    expect(draftOf('wait', { waitReason: 'Svar' })).toBe(true);
  });

  it('does not count what another form holds, or mere space', () => {
    expect(draftOf('answer', { note: 'Hei', answer: ' ' })).toBe(false);
    expect(draftOf('reassign', { colleague: 'liv' })).toBe(false);
  });
});
