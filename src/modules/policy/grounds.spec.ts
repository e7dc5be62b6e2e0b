import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { groundRules, groundsSchema } from './grounds.schema.js';
import { loadYaml } from './load-yaml.service.js';
import { rights } from './requests.schema.js';

const path = join(import.meta.dirname, '../../../config/policy/grounds.yaml');
const loaded = loadYaml(path, groundsSchema);
const rules = loaded.ok ? groundRules(loaded.value) : [];

const row = {
  title: { nb: 'a', nn: 'a', en: 'a' },
  article: '17(3)(e)',
  dpv: 'dpv:RequestRejected',
  outcome: 'refused',
  for: 'rights',
  letter: 'required',
  needsRemedies: true,
};
const isSound = (change: object): boolean =>
  groundsSchema.safeParse({ version: '1', grounds: { 'a-ground': { ...row, ...change } } }).success;

describe('the closed list of grounds', () => {
  it('is sound as it stands', () => {
    expect(loaded).toMatchObject({ ok: true });
    expect(rules.map((rule) => rule.id)).toEqual(
      expect.arrayContaining([
        'granted',
        'partially-granted',
        'refused-legal-obligation',
        'not-identified',
        'answered',
      ]),
    );
  });

  it.each([
    ['refused-legal-obligation', '17(3)(b)'],
    ['refused-legal-claims', '17(3)(e)'],
    ['not-identified', '12(6)'],
    ['forwarded-to-controller', '28(3)(e)'],
  ])('%s carries article %s [L4]', (id, article) => {
    expect(rules.find((rule) => rule.id === id)?.article).toBe(article);
  });

  it('refuses an ending with less than was asked that names no article, letter or remedies [L4]', () => {
    expect(isSound({})).toBe(true);
    expect(isSound({ needsRemedies: false })).toBe(false);
    expect(isSound({ letter: 'optional' })).toBe(false);
    expect(isSound({ article: null })).toBe(false);
    expect(isSound({ outcome: 'granted', needsRemedies: false })).toBe(true);
  });

  it('has a way to grant and a way to refuse every right', () => {
    const covers = (right: (typeof rights)[number], outcome: string): boolean =>
      rules.some(
        (rule) =>
          rule.outcome === outcome && (rule.for === 'rights' || (Array.isArray(rule.for) && rule.for.includes(right))),
      );
    for (const right of rights) {
      expect(covers(right, 'granted')).toBe(true);
      expect(covers(right, 'refused')).toBe(true);
    }
  });
});
