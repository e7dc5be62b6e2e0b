import { describe, expect, it } from '@jest/globals';
import { loadModel } from './load-model.service.js';
import { readText } from './read-text.js';

const model = loadModel();

describe('reading a text', () => {
  it('reads one sentence once and several both together and apart', () => {
    expect(readText('Hva skylder jeg?', [], model).sentences).toEqual([]);
    expect(readText('Hva skylder jeg? Ring meg.', [], model).sentences).toHaveLength(2);
  });

  it('gives every sentence the same scores as it would have alone', () => {
    const [first] = readText('Hva skylder jeg? Ring meg.', [], model).sentences;
    expect(first?.ranked[0]).toEqual(readText('Hva skylder jeg?', [], model).whole.ranked[0]);
  });

  it('says when sentences were left unread', () => {
    expect(readText('Ja. '.repeat(300), [], model).isCut).toBe(true);
  });

  it('ranks no crisis and no out-of-scope: others decide on those', () => {
    const { ranked } = readText('jeg vil dø', [], model).whole;
    expect(ranked.some(({ intent }) => intent === 'crisis' || intent === 'other')).toBe(false);
  });
});
