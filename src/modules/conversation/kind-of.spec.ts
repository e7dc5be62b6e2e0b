import { describe, expect, it } from '@jest/globals';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { languages } from '../values/language.js';
import { kindOf } from './kind-of.js';

describe('the name of what was asked for', () => {
  it.each(languages)('is there for everything that can be filed, in %s', (language) => {
    const words = shippedPolicy.phrases[language];
    for (const intent of Object.keys(shippedPolicy.filing)) expect(kindOf(intent, words).length).toBeGreaterThan(2);
  });

  it('says no more of a cry for help than that it was one', () => {
    const words = shippedPolicy.phrases.nb;
    expect(kindOf('crisis', words)).toBe(words['kind.safety']);
    expect(kindOf('threat', words)).toBe(words['kind.safety']);
    expect(kindOf('no such intent', words)).toBe(words['kind.other']);
  });
});
