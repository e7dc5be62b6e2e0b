import { describe, expect, it } from '@jest/globals';
import { featuresOf, type Feature } from './features.js';
import { wordsOf } from './words.js';

const of = (text: string): readonly Feature[] => featuresOf(wordsOf(text), [], text);
const words = (text: string): ReadonlySet<number> =>
  new Set(
    of(text)
      .filter(({ block }) => block === 'words')
      .map(({ hash }) => hash),
  );

describe('features', () => {
  it('are the same for dialect and nynorsk spellings of the small words', () => {
    expect(words('ikkje')).toEqual(words('ikke'));
    expect(words('æ')).toEqual(words('jeg'));
  });

  it('tell a word under a negation from the same word free', () => {
    expect(words('ikke slett').size).toBeGreaterThan(words('nå slett').size);
  });

  it('fold numbers together, but tell the age of a child from the age of a grown-up', () => {
    expect(words('150')).toEqual(words('987'));
    expect(words('15')).not.toEqual(words('45'));
  });

  it('count a masked span as one word of its kind', () => {
    const text = '010180 12345 takk';
    const span = [{ start: 0, end: 12, kind: 'national-id' as const }];
    expect(featuresOf(wordsOf(text), span, text).length).toBeLessThan(of(text).length);
  });

  it('cut no letters out of a token longer than any word', () => {
    expect(of('x'.repeat(100_000)).filter(({ block }) => block === 'letters')).toEqual([]);
  });
});
