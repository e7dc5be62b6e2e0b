/** Reads the lines people might write, by language and intent, from disk. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { INTENTS, isIntent } from './intents.js';
import { LANGUAGES } from './language-id.js';
import { linesSchema, safetyLinesSchema } from './lexicon.schema.js';
import type { Line } from './intent-features.js';
import { SAFETY_LABELS, type SafetyLine } from './safety-by-model.js';

/**
 * @param folder  holds `nb.yaml`, `nn.yaml`, `en.yaml`; a missing file counts as empty
 * @throws RangeError when a file names an intent the desk does not know
 */
export function readLines(folder: string): readonly Line[] {
  return LANGUAGES.flatMap((lang) => {
    const path = resolve(folder, `${lang}.yaml`);
    if (!existsSync(path)) return [];
    const file = linesSchema.parse(parse(readFileSync(path, 'utf8')) ?? {});
    const unknown = Object.keys(file).filter((name) => !isIntent(name));
    if (unknown.length > 0) throw new RangeError(`${path}: unknown intents ${unknown.join(', ')}`);
    return INTENTS.flatMap((intent) => (file[intent] ?? []).map((text) => ({ lang, intent, text })));
  });
}

/** @param folder  holds `safety-lines.yaml` */
export function readSafetyLines(folder: string): readonly SafetyLine[] {
  const file = safetyLinesSchema.parse(parse(readFileSync(resolve(folder, 'safety-lines.yaml'), 'utf8')));
  return SAFETY_LABELS.flatMap((kind) => file[kind].map((text) => ({ kind, text })));
}
