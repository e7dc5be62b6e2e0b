import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { ReadMailService, type ReadMail } from './read-mail.service.js';

/** What a mail of the corpus is, and what must be made of it. `newWords` is left out where nobody reads them. */
type Expected = {
  readonly about: string;
  readonly verdict: string;
  readonly reason: string;
  readonly sender: string | null;
  readonly subject?: string;
  readonly newWords?: string;
  readonly attachments: readonly { readonly name: string | null; readonly type: string }[];
};

const folder = resolve(import.meta.dirname, '../../test/corpus/mail');
const mails = readdirSync(folder)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => {
    const name = basename(file, '.eml');
    const expected = parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')) as Expected;
    return { name, expected, raw: readFileSync(join(folder, file)) };
  });
const reader = new ReadMailService();
const read = new Map<string, ReadMail>();

beforeAll(async () => {
  for (const { name, raw } of mails) read.set(name, await reader.read(raw, name));
});
afterAll(async () => reader.end());

describe('the mails of the corpus are read as a person would [E06, E13, E38]', () => {
  it.each(mails.map(({ name, expected }) => [name, expected.about, expected] as const))(
    '%s: %s',
    (name, _, { verdict, reason, sender, subject, newWords, attachments }) => {
      const found = read.get(name);
      expect({ from: found?.from, screen: found?.screen }).toEqual({ from: sender, screen: { verdict, reason } });
      if (newWords !== undefined) expect(found?.newText).toBe(newWords);
      if (subject !== undefined) expect(found?.subject).toBe(subject);
      expect(found?.attachments.map(({ name: called, type }) => ({ name: called, type }))).toEqual(attachments);
    },
  );

  it('and there are at least 60 of them', () => {
    expect(mails.length).toBeGreaterThanOrEqual(60);
  });
});
