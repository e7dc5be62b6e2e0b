import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { languages, type Language } from '../values/language.js';
import { findParagraph } from './find-paragraph.js';
import { allClauses, parseNotice, type NoticeParagraph } from './notice.js';

type Asked = { readonly clause: string; readonly or?: string } & Readonly<Record<Language, string>>;

const asked = parse(readFileSync('test/corpus/notice-questions.yaml', 'utf8')) as readonly Asked[];

const paragraphsIn = (language: Language): readonly NoticeParagraph[] => {
  const parsed = parseNotice(readFileSync(`config/notice/${language}.md`, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  return parsed.notice.paragraphs;
};

describe('findParagraph', () => {
  it('is asked about every clause [S1-S47]', () => {
    expect(allClauses.filter((clause) => !asked.some((row) => row.clause === clause))).toEqual([]);
  });

  describe.each(languages)('in %s', (language) => {
    const paragraphs = paragraphsIn(language);

    it.each(asked)(`answers by $clause: $${language}`, (row) => {
      const found = paragraphs.find(({ text }) => text === findParagraph(paragraphs, row[language]));
      expect(found?.clauses.some((clause) => clause === row.clause || clause === row.or)).toBe(true);
    });

    it('says what the notice is when the question holds nothing to go by', () => {
      for (const question of ['', '?', 'hvem er det', 'abrakadabra'])
        expect(findParagraph(paragraphs, question)).toBe(paragraphs[0]?.text);
    });
  });

  it('answers with a paragraph whatever is asked', () => {
    const paragraphs = paragraphsIn('nb');
    const texts = new Set(paragraphs.map(({ text }) => text));
    fc.assert(fc.property(fc.string(), (question) => texts.has(findParagraph(paragraphs, question))));
  });

  it('finds by what people call it, and never tells those words', () => {
    const here = [
      { title: 'Who', asks: '', text: 'We are here.' },
      { title: 'Where', asks: 'cloud server', text: 'It stays inside the EEA.' },
    ];
    expect(findParagraph(here, 'Is it in the cloud?')).toBe('It stays inside the EEA.');
  });
});
