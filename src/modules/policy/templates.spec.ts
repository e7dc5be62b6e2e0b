import { describe, expect, it } from '@jest/globals';
import { languages } from '../values/language.js';
import { bannedWordsSchema } from './banned-words.schema.js';
import { groundsSchema } from './grounds.schema.js';
import { lettersSchema } from './letters.schema.js';
import { loadYaml } from './load-yaml.service.js';
import { lix } from './readability.js';
import { requestsSchema } from './requests.schema.js';
import { templateFaults, templateRules, templatesSchema, templateTexts } from './templates.schema.js';
import { wordFaults } from './word-faults.js';

const read = <T>(file: string, schema: Parameters<typeof loadYaml<T>>[1]): T => {
  const loaded = loadYaml(`config/${file}.yaml`, schema);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.value;
};

const policy = read('policy/templates', templatesSchema);
const grounds = read('policy/grounds', groundsSchema);
const requests = read('policy/requests', requestsSchema);
const letters = read('policy/letters', lettersSchema);
const { banned } = read('phrases/banned', bannedWordsSchema);
const rules = templateRules(policy);

const row = {
  for: 'any',
  tells: 'general',
  title: { nb: 'a', nn: 'a', en: 'a' },
  text: { nb: 'Hei {desk}', nn: 'Hei {desk}', en: 'Hello {desk}' },
};
const isSound = (change: object): boolean =>
  templatesSchema.safeParse({ version: '1', templates: { 'a-template': { ...row, ...change } } }).success;

describe('the templates of letters', () => {
  it('name only intents and grounds there are', () => {
    const known = { intents: Object.keys(requests.requests), grounds: Object.keys(grounds.grounds) };
    expect(rules.length).toBeGreaterThanOrEqual(12);
    expect(templateFaults(policy, known)).toEqual([]);
    expect(templateFaults(policy, { intents: [], grounds: [] }).length).toBeGreaterThan(20);
  });

  it('may ask for public facts and the receipt, never for anything of a case [ND2]', () => {
    expect(isSound({})).toBe(true);
    expect(isSound({ text: { nb: '{outstanding}', nn: '{outstanding}', en: '{outstanding}' } })).toBe(false);
    expect(isSound({ text: { nb: '{desk}', nn: '{desk}', en: 'us' } })).toBe(false);
  });

  it.each(languages)('hold none of the banned words in %s and end infinitives right', (language) => {
    const texts = templateTexts(policy, language);
    expect(wordFaults(texts, banned[language])).toEqual([]);
    if (language === 'nn')
      expect(Object.values(texts).flatMap((text) => text.match(/(?<!\p{L})å \p{L}{2,}a(?!\p{L})/gu) ?? [])).toEqual([]);
  });

  it.each(languages)('are plain in %s: none above LIX 40', (language) => {
    const hard = Object.entries(templateTexts(policy, language))
      .map(([id, text]) => [id, Math.round(lix(text.replace(/\{\w+\}/g, 'x')))])
      .filter(([, value]) => Number(value) > 40);
    expect(hard).toEqual([]);
  });

  it('say nothing of a claim where nobody knows who reads it [ND1]', () => {
    const general = rules.filter(({ tells }) => tells === 'general');
    const tellTale = /kravet|saken din|saka di|the claim|your case|{creditor}|gjelda|gjelden/i;
    expect(general.length).toBeGreaterThan(8);
    expect(
      general.filter(({ text }) => Object.values(text).some((words) => tellTale.test(words))).map(({ id }) => id),
    ).toEqual([]);
  });
});

describe('the looks a letter needs', () => {
  it('never let a sum, a number or a creditor go to who is not proven [ND2, R14]', () => {
    const { amount, digits, creditor } = letters.unproven;
    expect([amount, digits, letters.unproven['case-number'], creditor]).toEqual(['never', 'never', 'never', 'never']);
  });
});
