/** What the debtor's chat page weighs on the wire: every file it loads, brotli 11. Build first: `npm run build:web`. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** 15 KB all in: on a 400 kbit/s line a third of a second. */
const budgetBytes = 15_360;
const built = fileURLToPath(new URL('../dist/web/chat/', import.meta.url));

const files = readdirSync(built, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
  .map((entry) => {
    const path = `${entry.parentPath.replace(/\/$/, '')}/${entry.name}`;
    const content = readFileSync(path);
    return { file: path.slice(built.length), rawBytes: content.length, brotliBytes: brotli(content) };
  });
const brotliBytes = files.reduce((sum, file) => sum + file.brotliBytes, 0);

console.log(
  JSON.stringify(
    { bench: 'widget-bytes', brotliBytes, budgetBytes, within: brotliBytes <= budgetBytes, files },
    null,
    2,
  ),
);
process.exitCode = brotliBytes <= budgetBytes ? 0 : 1;

function brotli(content: Uint8Array): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .length;
}
