/** The papers a person wrote, and how to look things up in them. */
import { readdirSync, readFileSync } from 'node:fs';

export type Paper = { readonly path: string; readonly text: string };

/** Every Markdown file of the repository but the generated ones and the notice. */
export const readPapers = (): readonly Paper[] =>
  [...markdownIn('.'), ...markdownIn('docs'), ...markdownIn('docs/decisions')].map((path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }));

const generated = ['docs/notice-coverage.md', 'docs/threats.md'];

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '.' ? name : `${folder}/${name}`))
    .filter((path) => !generated.includes(path));

export const readPaper = (path: string): string => readFileSync(path, 'utf8');

/** The cells of every row of the tables in a text, without the heading's and the rule's. */
export const tableRows = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-|]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

/** What stands between backticks, blocks of code left out. */
export const codeWords = (text: string): readonly string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');

/** The lines of every block of code that begins as named. */
export const codeBlocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(/```(\w*)\n([\s\S]*?)```/g)].flatMap(([, name, body]) => (name === language ? [body ?? ''] : []));
