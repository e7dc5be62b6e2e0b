import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { languages } from '../values/language.js';
import { bannedWordsSchema } from './banned-words.schema.js';
import { parseNotice } from './notice.js';
import { readingFaults } from './readability.js';
import { wordFaults } from './word-faults.js';

const read = (file: string): unknown => parse(readFileSync(`config/phrases/${file}.yaml`, 'utf8'));
const { banned } = bannedWordsSchema.parse(read('banned'));
const phrasesIn = (language: string): Readonly<Record<string, string>> => read(language) as Record<string, string>;
const noticeIn = (language: string): Readonly<Record<string, string>> => {
  const parsed = parseNotice(readFileSync(`config/notice/${language}.md`, 'utf8'));
  return parsed.ok ? Object.fromEntries(parsed.notice.paragraphs.map(({ id, text }) => [id, text])) : {};
};

describe('what the desk says', () => {
  it.each(languages)('is plain in %s: no sentence above LIX 40', (language) => {
    expect(readingFaults(phrasesIn(language))).toEqual([]);
    expect(readingFaults({ hard: 'Henvendelsesregistreringen '.repeat(8) })).toHaveLength(1);
  });

  it.each(languages)('holds none of the banned words in %s, nor does the notice', (language) => {
    expect(wordFaults(phrasesIn(language), banned[language])).toEqual([]);
    expect(wordFaults(noticeIn(language), banned[language])).toEqual([]);
  });

  it('ends every infinitive in nynorsk with -e', () => {
    const texts = Object.entries({ ...phrasesIn('nn'), ...noticeIn('nn') });
    const wrong = texts.flatMap(([key, text]) =>
      [...text.matchAll(/(?<!\p{L})å \p{L}{2,}a(?!\p{L})/gu)].map(([word]) => [key, word]),
    );
    expect(wrong).toEqual([]);
  });

  it('speaks of the address somebody writes from by mail only: in chat there is none [S26]', () => {
    const from = /adressen du skriver fra|adressa du skriv frå|address you write from/;
    for (const language of languages)
      expect(Object.entries(phrasesIn(language)).flatMap(([key, text]) => (from.test(text) ? [key] : []))).toEqual([
        'filed.marketing_opt_out-mail',
      ]);
  });

  it('writes to a person as "du", never about a debtor', () => {
    for (const language of languages)
      expect(Object.values(phrasesIn(language)).filter((text) => /skyldner|skyldnar|debtor/i.test(text))).toEqual([]);
  });
});

describe('wordFaults', () => {
  const row = (word: string, but: readonly string[] = []) => ({ word, why: 'no', but: [...but] });

  it.each([
    ['you owe', 'What do YOU OWE us?', 1],
    ['you owe', 'What you owed', 0],
    ['acknowledg*', 'I acknowledge it', 1],
    ['just', 'It is unjust', 0],
    ['òg', 'Du kan òg klage', 1],
    ['bed', 'Ho har bede om det', 0],
  ])('finds "%s" in "%s" %i times, by whole words', (word, text, times) => {
    expect(wordFaults({ key: text }, [row(word)])).toHaveLength(times);
  });

  it('lets stand what the list lets stand, and nothing else of the same word', () => {
    const rows = [row('søknad*', ['søknaden'])];
    expect(wordFaults({ key: 'Vi har fått søknaden.' }, rows)).toEqual([]);
    expect(wordFaults({ key: 'Send en søknad om utsettelse.' }, rows)).toHaveLength(1);
  });
});
