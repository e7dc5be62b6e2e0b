import { describe, expect, it } from '@jest/globals';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { languages } from '../values/language.js';
import { intentOfOption, optionOf } from './suggestion.js';
import { treatments } from './treatment.js';

const { phrases } = shippedPolicy;

describe('a suggested answer', () => {
  it.each(languages)('means the same whether it is pressed or typed, in %s', (language) => {
    const offered = Object.keys(treatments).flatMap((intent) => {
      const option = optionOf(intent);
      return option === null ? [] : [[intent, phrases[language][option]] as const];
    });
    expect(offered.length).toBeGreaterThan(20);
    for (const [intent, text] of offered) expect([text, intentOfOption(` ${text} `, phrases)]).toEqual([text, intent]);
  });

  it('is offered for nothing that nobody would choose from a list', () => {
    for (const intent of ['greeting', 'thanks', 'goodbye', 'other', 'crisis']) expect(optionOf(intent)).toBeNull();
  });

  it('is none where the words are her own', () => {
    expect(intentOfOption('hva er det jeg skal betale egentlig', phrases)).toBeNull();
  });
});
