/** Builds the house of the seeds in a folder of its own, and takes it down again. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { secondHalves, seeds, soundHouse } from './seeds.js';

const root = resolve(import.meta.dirname, '../..');
const unreached = ['no-dead-files', 'no-orphans'];
/** Not even `main` may import these. */
const guarded = /open\.ts$|\.transport\.ts$/;

/** @returns the folder; leaving the `using` block removes it */
export const seedHouse = (): Disposable & { readonly directory: string } => {
  const directory = mkdtempSync(join(tmpdir(), 'skranke-seeds-'));
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  copyFileSync(join(root, 'package.json'), join(directory, 'package.json'));
  const reached = { ...soundHouse, ...Object.fromEntries(seeds.map(({ file, text }) => [file, text])) };
  for (const [name, text] of Object.entries({ ...reached, ...secondHalves })) write(join(directory, name), text);
  write(join(directory, 'src/main.ts'), mainOf(Object.keys(reached)));
  return { directory, [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }) };
};

/** Everything in the service is reached from `main`, but for the seeds that nobody is to reach. */
const mainOf = (files: readonly string[]): string => {
  const alone = seeds.filter(({ rule }) => unreached.includes(rule)).map(({ file }) => file);
  return files
    .filter((name) => name.startsWith('src/') && !alone.includes(name) && !guarded.test(name))
    .map((name) => `import './${name.slice('src/'.length).replace(/\.ts$/, '.js')}';`)
    .join('\n');
};

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
