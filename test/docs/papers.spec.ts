import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { codeBlocks, codeWords, readPaper, readPapers, tableRows } from './papers.js';

const sources = ['src', 'web', 'test', 'config']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((name) => /\.(?:ts|tsx|yaml)$/.test(name) && !/\.(?:spec|int-spec|e2e-spec)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }));
const allCode = sources.map(({ text }) => text).join('\n');

type House = { readonly floors: readonly (readonly string[])[]; readonly suffixes: readonly string[] };
const houseRules: string = '../../.dependency-cruiser.mjs';
const house = (await import(houseRules)) as House;

/** What an operator puts there. */
const ownCollector = 'config/collector.yaml';

/** `room/file.ts` as the papers write it, below src/modules or src. */
const sourceOf = (short: string): string | null =>
  ['src/modules/', 'src/', ''].map((root) => `${root}${short}`).find((path) => existsSync(path)) ?? null;

describe('the papers', () => {
  it.each(readPapers())('$path links to files that exist', ({ path, text }) => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, link]) => link ?? '')
      .filter((link) => !/^https?:/.test(link));
    expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
  });

  it.each(readPapers())('$path names files that exist', ({ text }) => {
    const named = codeWords(text).filter((word) => /^(?:src|config|test|docs|bench|web|bin)\/[\w./-]+$/.test(word));
    expect(named.filter((word) => !existsSync(word) && word !== ownCollector)).toEqual([]);
    const short = codeWords(text).filter((word) => /^[a-z]+\/[\w.-]+\.ts$/.test(word));
    expect(short.filter((word) => sourceOf(word) === null)).toEqual([]);
  });

  it.each(readPapers())('$path names npm scripts that exist', ({ text }) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const called = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(called.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('say nothing of what only their writers could see', () => {
    const slips = /\bjust\b|\bsimply\b|\/work\/|blazing|seamless|robust|powerful|state of the art/i;
    const plain = readPapers().filter(({ path }) => path !== 'STYLE.md');
    expect(
      plain.flatMap(({ path, text }) =>
        text
          .split('\n')
          .filter((line) => slips.test(line))
          .map((line) => `${path}: ${line}`),
      ),
    ).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const text = readPaper('ARCHITECTURE.md');

  it('names files and functions that exist, on every road', () => {
    const named = [...text.matchAll(/([a-z]+\/[\w.-]+\.ts):(\w+)/g)].map(([, file, name]) => ({
      file: file ?? '',
      name: name ?? '',
    }));
    expect(named.length).toBeGreaterThan(35);
    const missing = named.filter(({ file, name }) => {
      const path = sourceOf(file);
      return (
        path === null ||
        !new RegExp(`(?:const|function|async|private|class|^ +|override) *${name}\\b`, 'm').test(readPaper(path))
      );
    });
    expect(missing).toEqual([]);
  });

  it('shows the floors and the endings that dependency-cruiser checks', () => {
    const floors = tableRows(text)
      .filter(({ length, 0: floor }) => length === 2 && /^\d/.test(floor ?? ''))
      .map(([, rooms]) => codeWords(rooms ?? ''));
    expect(floors).toEqual(house.floors);
    const endings = /closed list: `([^`]+)`/
      .exec(text)?.[1]
      ?.split(' ')
      .map((ending) => ending.slice(1));
    expect(endings).toEqual(house.suffixes);
  });
});

describe('GLOSSARY.md', () => {
  const rows = tableRows(readPaper('GLOSSARY.md')).filter(([word]) => word !== 'bokmål');

  it('has an identifier for every word, and code for every identifier', () => {
    expect(rows.length).toBeGreaterThan(50);
    const identifiers = rows.flatMap(([, , cell]) => codeWords(cell ?? ''));
    expect(rows.filter(([, , cell]) => codeWords(cell ?? '').length === 0)).toEqual([]);
    expect(identifiers.filter((name) => !new RegExp(`\\b${name}\\b`).test(allCode))).toEqual([]);
  });
});

describe('the decisions', () => {
  const names = readdirSync('docs/decisions')
    .filter((name) => name !== 'README.md')
    .sort();

  it('are numbered without a gap and all on the list', () => {
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, at) => at + 1));
    const listed = tableRows(readPaper('docs/decisions/README.md')).map(
      ([cell]) => /\(([^)]+)\)/.exec(cell ?? '')?.[1],
    );
    expect(listed.slice(1)).toEqual(names);
  });

  it.each(names)('%s asks, decides and reasons on one page', (name) => {
    const text = readPaper(`docs/decisions/${name}`);
    const heads = [...text.matchAll(/^\*\*([^*]+)\.\*\*/gm)].map(([, head]) => head);
    expect(heads).toEqual(['Question', 'Decision', 'Because', 'Instead of', 'Undo when']);
    expect(text.split(/\s+/).length).toBeLessThan(400);
  });

  it('are there when the code speaks of one', () => {
    const spoken = [...allCode.matchAll(/decision (\d{4})/g)].map(([, number]) => number ?? '');
    expect(spoken.length).toBeGreaterThan(0);
    expect(spoken.filter((number) => !names.some((name) => name.startsWith(number)))).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  it('lists rules without effect, and only those', () => {
    const listed = codeWords(/nothing reads yet: ([^.]+)\./.exec(readPaper('SECURITY.md'))?.[1] ?? '');
    const readers = sources.filter(({ name }) => name.startsWith('src/') && !name.endsWith('.schema.ts'));
    expect(listed.length).toBeGreaterThan(3);
    expect(
      listed.filter(
        (key) => !sources.some(({ name, text }) => name.endsWith('.schema.ts') && text.includes(`${key}:`)),
      ),
    ).toEqual([]);
    expect(listed.filter((key) => readers.some(({ text }) => new RegExp(`\\b${key}\\b`).test(text)))).toEqual([]);
  });
});

describe('STYLE.md', () => {
  it('shows good code that stands where it says', () => {
    const squeeze = (text: string): string => text.replace(/\s+/g, '');
    const pairs = codeBlocks(readPaper('STYLE.md'), 'ts').flatMap((block) => {
      const [, file, code] = /\/\/ good: (src\/[\w./-]+)[^\n]*\n([\s\S]+)$/.exec(block) ?? [];
      return file === undefined || code === undefined ? [] : [{ file, code }];
    });
    expect(pairs.length).toBeGreaterThan(6);
    const strangers = pairs.filter(
      ({ file, code }) =>
        !code
          .trim()
          .split(/ ?… ?[\]});]*/)
          .every((part) => squeeze(readPaper(file)).includes(squeeze(part))),
    );
    expect(strangers).toEqual([]);
  });
});
