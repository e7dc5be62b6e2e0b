import { describe, expect, it } from '@jest/globals';
import { commonNamesIn, creditorsIn, namesIn, surnamesIn } from './letter-names.js';

const texts = (found: readonly { readonly text: string }[]): readonly string[] => found.map(({ text }) => text);

describe('surnamesIn', () => {
  it('takes every word that begins large as one that may be a last name, once', () => {
    expect(surnamesIn('Hei Kari! Er dette Berg sin, eller Berg-Hansen sin?')).toEqual([
      'hei',
      'kari',
      'er',
      'berg',
      'berg-hansen',
    ]);
  });
});

describe('namesIn', () => {
  it.each(['Kari Berg', 'Kari Marie Berg', 'Berg, Kari', 'berg kari', 'KARI BERG'])(
    'knows Kari Marie Berg as "%s" [ND3]',
    (written) => {
      expect(namesIn(`Hei, ${written} bor her.`, ['Kari Marie Berg'])).toHaveLength(1);
    },
  );

  it('does not take a first name, a part of a word or two people for her', () => {
    for (const text of ['Kari bor her', 'Karina Bergen', 'Kari Lien og Ola Dahl og hos Per og videre Berg'])
      expect(namesIn(text, ['Kari Berg'])).toEqual([]);
  });

  it('knows a name with a hyphen in it', () => {
    expect(namesIn('Hei Anne-Marie Berg-Hansen!', ['Anne-Marie Berg-Hansen'])).toHaveLength(1);
  });

  it('knows a firm without its legal form', () => {
    expect(texts(namesIn('Spør Havgløtt Tannklinikk.', ['Havgløtt Tannklinikk AS']))).toEqual(['Havgløtt Tannklinikk']);
  });
});

describe('commonNamesIn', () => {
  it('counts a last name many bear only with a first name before it', () => {
    expect(texts(commonNamesIn('Ola Hansen og hansen', ['hansen']))).toEqual(['Ola Hansen']);
  });
});

describe('creditorsIn', () => {
  it('knows a creditor by its name, or by a first word long enough to be a brand', () => {
    expect(texts(creditorsIn('Tindevind Strøm', ['Tindevind Strøm AS']))).toEqual(['Tindevind Strøm', 'Tindevind']);
    expect(texts(creditorsIn('hos Tindevind i dag', ['Tindevind Strøm AS']))).toEqual(['Tindevind']);
    expect(creditorsIn('en god dag', ['God Dag AS']).length).toBe(1);
    expect(creditorsIn('god mat', ['God Dag AS'])).toEqual([]);
  });
});
