/** The frozen split of messages nobody trains or tunes on: read from disk, refused when a byte has changed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { INTENTS, type Intent } from '../../src/modules/understanding/intents.js';
import { LANGUAGES, type Language } from '../../src/modules/understanding/language-id.js';
import { SAFETY_KINDS, type SafetyKind } from '../../src/modules/understanding/safety.js';

export type Frozen = {
  readonly inScope: readonly { readonly lang: Language; readonly intent: Intent; readonly text: string }[];
  readonly outOfScope: readonly string[];
  readonly cues: readonly { readonly kind: SafetyKind; readonly text: string }[];
  readonly nearMisses: readonly string[];
  readonly several: readonly { readonly lang: Language; readonly intents: readonly Intent[]; readonly text: string }[];
};

export const FROZEN_FOLDER = resolve(import.meta.dirname, '../corpus/understanding');

const lines = z.array(z.string().min(1));
const byIntent = z.partialRecord(z.enum(INTENTS), lines);
const byKind = z.record(z.enum(SAFETY_KINDS), lines);
const several = z.array(
  z.strictObject({ lang: z.enum(LANGUAGES), intents: z.array(z.enum(INTENTS)).min(2), text: z.string() }),
);

/** @throws RangeError when a file is not what SHA256SUMS says */
export function readFrozen(folder: string = FROZEN_FOLDER): Frozen {
  const sums = new Map(
    readFileSync(resolve(folder, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
  const read = (name: string): unknown => {
    const bytes = readFileSync(resolve(folder, name));
    if (createHash('sha256').update(bytes).digest('hex') !== sums.get(name))
      throw new RangeError(`${name} is not the frozen file`);
    return parse(bytes.toString('utf8'));
  };
  const inScope = LANGUAGES.flatMap((lang) =>
    Object.entries(byIntent.parse(read(`${lang}.yaml`))).flatMap(([intent, texts]) =>
      texts.map((text) => ({ lang, intent: intent as Intent, text })),
    ),
  );
  const cues = Object.entries(byKind.parse(read('cues.yaml')));
  return {
    inScope,
    outOfScope: lines.parse(read('out-of-scope.yaml')),
    cues: cues.flatMap(([kind, texts]) => texts.map((text) => ({ kind: kind as SafetyKind, text }))),
    nearMisses: lines.parse(read('near-misses.yaml')),
    several: several.parse(read('several.yaml')),
  };
}

export const channelOf = (text: string): 'chat' | 'mail' => (text.includes('\n') ? 'mail' : 'chat');
