import { describe, expect, it } from '@jest/globals';
import { foldConfusables } from './confusables.js';

describe('look-alike letters', () => {
  it('are folded inside Latin text, unit by unit', () => {
    expect(foldConfusables('slеtt аlt')).toBe('slett alt');
    expect(foldConfusables('ѕеlvmord')).toHaveLength(8);
  });

  it('are left alone in text of their own script', () => {
    expect(foldConfusables('сколько я должен')).toBe('сколько я должен');
  });
});
