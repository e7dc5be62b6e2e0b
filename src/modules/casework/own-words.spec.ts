import { describe, expect, it } from '@jest/globals';
import { deskPolicy, letterRules } from '../../../test/world/case-scenes.js';
import { lintLetter } from './lint-letter.js';
import { ownNumbers, ownPhrases } from './own-words.js';

describe('our own words', () => {
  it('may stand in any letter: who we are, how to reach us, the help lines, her receipt', () => {
    const { collector, crisisNumbers } = deskPolicy;
    const receipt = '01234-56789-01234-56789-012345';
    const rules = letterRules({
      ownPhrases: ownPhrases(deskPolicy, ['Liv Moe']),
      ownNumbers: ownNumbers(deskPolicy, receipt),
      names: ['Liv Moe'],
    });
    const letter = `Hei,\n${collector.phone}, ${collector.account}, ${collector.address}, ${collector.siteUrl}\n${crisisNumbers.nb}\n${receipt}\nHilsen Liv Moe, ${collector.name}`;
    expect(lintLetter(letter, rules)).toEqual([]);
  });
});
