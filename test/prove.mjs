// `npm run prove`: the long seeded proofs, each a program that prints its figures as JSON and exits 1 when one fails.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const proofs = readdirSync(new URL('./proofs/', import.meta.url))
  .filter((name) => name.endsWith('.mjs'))
  .sort();
const results = proofs.map((name) => {
  const { status, signal } = spawnSync(
    process.execPath,
    ['--no-warnings', new URL(`./proofs/${name}`, import.meta.url).pathname],
    { stdio: 'inherit' },
  );
  // A proof that was killed, or whose last promise never came, says nothing itself.
  if (status !== 0) console.log(`${name}: ended with ${signal ?? status}`);
  return status === 0;
});
const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exitCode = passed === results.length && passed > 0 ? 0 : 1;
