import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { deskForStrangers, shippedPolicy } from '../../../test/world/a-turn.js';
import { loadYaml } from '../policy/load-yaml.service.js';
import { processorNames } from '../policy/processor-lines.js';
import { processorsSchema } from '../policy/processors.schema.js';
import { languages, type Language } from '../values/language.js';

type Asked = { readonly clause: string; readonly or?: string } & Readonly<Record<Language, string>>;

const asked = parse(readFileSync('test/corpus/notice-questions.yaml', 'utf8')) as readonly Asked[];
const policy = shippedPolicy();
const desk = deskForStrangers(policy);
const register = loadYaml('config/notice/processors.yaml', processorsSchema);
const names = register.ok ? processorNames(register.value) : [];

/** How a question about the notice ended: told from the notice or the register, filed with a receipt, or asked back. */
const endOf = (row: Asked, language: Language): 'told' | 'filed' | 'asked back' | 'nothing' => {
  const { reply, cases } = desk(row[language], language);
  const text = reply?.text ?? '';
  const paragraphs = policy.notice[language].paragraphs.map((one) => one.text);
  if (paragraphs.some((one) => text.includes(one)) || names.some((name) => text.includes(name))) return 'told';
  if (cases.length > 0) return 'filed';
  return (reply?.options ?? []).length > 0 || reply?.expects !== undefined ? 'asked back' : 'nothing';
};

/** Of a hundred questions about the notice, so many are told or filed at once; the others are asked back. */
const leastAtOnce = 55;

describe('a question about the privacy notice, by somebody nobody knows', () => {
  it.each(languages)('ends in an answer, a receipt or a way on, in %s [S1-S47]', (language) => {
    const ends = asked.map((row) => endOf(row, language));
    expect(asked.filter((_, at) => ends[at] === 'nothing').map((row) => row[language])).toEqual([]);
    const atOnce = ends.filter((end) => end === 'told' || end === 'filed').length;
    expect((100 * atOnce) / ends.length).toBeGreaterThanOrEqual(leastAtOnce);
  });

  it.each(languages)('is told nothing but what anybody may be told, in %s [S17, ND7]', (language) => {
    const rules = asked.flatMap((row) => desk(row[language], language).record.disclosed);
    expect(rules.length).toBeGreaterThan(asked.length / 2);
    expect(rules.filter(({ level, about }) => level !== 'none' || about !== null)).toEqual([]);
  });

  it.each(languages)('hears a processor by name only when it asks for them, in %s [S29]', (language) => {
    for (const row of asked) {
      const { reply, meant } = desk(row[language], language);
      const named = names.some((name) => (reply?.text ?? '').includes(name));
      expect([row[language], named && !meant.includes('processors_inquiry')]).toEqual([row[language], false]);
    }
  });

  it.each([
    ['nb', 'Hvordan behandler dere opplysninger?'],
    ['nn', 'Korleis behandlar de opplysningar?'],
    ['en', 'How do you treat personal data?'],
  ] as const)(
    'pressed as the desk suggests it, is told what the notice is and its version, in %s [S5, S46]',
    (language, words) => {
      const { reply } = desk(words, language);
      expect(reply?.text).toContain(policy.notice[language].paragraphs[0]?.text);
      expect(reply?.text).toContain(policy.notice[language].version);
    },
  );
});
