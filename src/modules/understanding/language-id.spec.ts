import { describe, expect, it } from '@jest/globals';
import { languageOf, type LanguageReading } from './language-id.js';
import { loadLexicon, loadModel } from './load-model.service.js';

const models = { classifier: loadModel().languages, foreign: loadLexicon().foreign };
const of = (text: string, sticky?: 'nb' | 'nn' | 'en'): LanguageReading => languageOf(text, sticky, models);

describe('the language', () => {
  it('is told from one short sentence in bokmål, nynorsk and English', () => {
    expect(of('Hvor mye skylder jeg dere?').lang).toBe('nb');
    expect(of('Kor mykje skuldar eg dykk?').lang).toBe('nn');
    expect(of('How much do I owe you?').lang).toBe('en');
  });

  it('stays with the conversation on one or two words, and follows a whole sentence', () => {
    expect(of('ok', 'nn').lang).toBe('nn');
    expect(of('hello', 'nb').lang).toBe('nb');
    expect(of('Please explain in English what this amount is made of', 'nb').lang).toBe('en');
  });

  it('is bokmål for Danish and Swedish, with a hint once the text is long enough to tell', () => {
    expect(of('Jag har fått ett brev från er och förstår inte vad jag ska betala för något')).toEqual({
      lang: 'nb',
      hint: 'sv',
    });
    expect(of('Hvad skylder jeg?')).toEqual({ lang: 'nb' });
  });

  it('is the one of the conversation, or bokmål, where another is written or nothing is', () => {
    expect(of('скільки я винен', 'en')).toEqual({ lang: 'en', hint: 'uk' });
    expect(of('')).toEqual({ lang: 'nb' });
    expect(of('🙂 123')).toMatchObject({ lang: 'nb' });
  });
});
