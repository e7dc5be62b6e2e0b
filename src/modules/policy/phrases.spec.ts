import { describe, expect, it } from '@jest/globals';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { factsIn, fill, phraseFaults, type PhraseFile } from './phrases.js';

const { nb, nn, en } = shippedPolicy.phrases;
const faults = (changed: Partial<Readonly<Record<'nb' | 'nn' | 'en', PhraseFile>>>) =>
  phraseFaults({ nb, nn, en, ...changed });

describe('the three phrase files', () => {
  it('are sound as shipped', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    [
      'a phrase that is missing',
      () => {
        const { hello: _, ...rest } = nn;
        return { nn: rest };
      },
      { language: 'nn', key: 'hello', what: 'is missing' },
    ],
    [
      'a phrase nobody says',
      () => ({ en: { ...en, gossip: 'x' } }),
      { language: 'en', key: 'gossip', what: 'is a phrase nobody says' },
    ],
    ['an empty phrase', () => ({ nb: { ...nb, thanks: ' ' } }), { language: 'nb', key: 'thanks', what: 'is empty' }],
    [
      'a placeholder that is no fact',
      () => ({
        nb: { ...nb, thanks: '{salary}' },
        nn: { ...nn, thanks: '{salary}' },
        en: { ...en, thanks: '{salary}' },
      }),
      { language: 'nb', key: 'thanks', what: 'asks for {salary}, which is no fact' },
    ],
    [
      'a fact that only one language asks for',
      () => ({ en: { ...en, thanks: '{desk}' } }),
      { language: 'en', key: 'thanks', what: 'asks for other facts than nb does' },
    ],
  ] as const)('stop the start with %s', (_, change, fault) => {
    expect(faults(change())).toContainEqual(fault);
  });
});

describe('a phrase', () => {
  it('names its facts in the order they stand', () => {
    expect(factsIn('{kid} to {accountNumber}, {kid}')).toEqual(['kid', 'accountNumber', 'kid']);
    expect(factsIn('{ kid } {} {1}')).toEqual([]);
  });

  it('is filled with what is written for each, and a fact cannot bring a placeholder along', () => {
    expect(fill('{kid}!', () => '{outstanding}')).toBe('{outstanding}!');
    expect(fill('{kid}', () => '$& $1')).toBe('$& $1');
  });
});
