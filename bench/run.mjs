// `npm run bench [-- name …]`: each figure is a program that prints one JSON object with its anchor from the same run.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
/** What several figures share; no figure of its own. */
const parts = new Set(['processes.ts']);
const here = new URL('.', import.meta.url).pathname;
const files = readdirSync(here).filter(
  (name) => name.endsWith('.ts') && !parts.has(name) && (wanted.length === 0 || wanted.includes(name.slice(0, -3))),
);
if (files.length === 0) {
  console.error(
    `no such figure; there are: ${readdirSync(here)
      .filter((name) => name.endsWith('.ts') && !parts.has(name))
      .map((name) => name.slice(0, -3))
      .join(', ')}`,
  );
  process.exitCode = 1;
}
for (const name of files) {
  const { status } = spawnSync(
    process.execPath,
    ['--no-warnings', '--import', `${here}../test/world/typescript-hooks.ts`, `${here}${name}`],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
