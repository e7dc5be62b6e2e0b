/** Reads the model and the word lists from disk, once, when the process starts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { caseNumbersSchema, commandsSchema, foreignSchema, safetySchema } from './lexicon.schema.js';
import { compileLexicon, type Lexicon } from './lexicon.js';
import { parseModel, type Model } from './model.js';
import type { Reader } from './understand.js';

/** Under this token the conversation is given what `loadUnderstanding` read. */
export const UNDERSTANDING_MODEL = Symbol('UNDERSTANDING_MODEL');

/** All that is needed to read a message; `commands` are the words that steer the conversation itself. */
export type UnderstandingModel = Reader & {
  readonly commands: Readonly<Record<CommandName, readonly string[]>>;
  /** Words of what a person may be stuck with while she proves who she is. */
  readonly mentions: Readonly<Record<'code' | 'letter', readonly string[]>>;
};

type CommandName =
  'undo' | 'stop' | 'letter' | 'new-code' | 'human' | 'help' | 'machine' | 'fine' | 'cancel' | 'yes' | 'no';

const CONFIG = resolve(import.meta.dirname, '../../../config');

export function loadUnderstanding(config: string = CONFIG): UnderstandingModel {
  const { mentions, ...commands } = commandsSchema.parse(
    parse(readFileSync(resolve(config, 'intents/commands.yaml'), 'utf8')),
  );
  return { model: loadModel(config), lexicon: loadLexicon(config), commands, mentions };
}

/** @throws RangeError or ZodError when a file is damaged; the process must not start on a guess */
export function loadModel(config: string = CONFIG): Model {
  return parseModel(JSON.parse(readFileSync(resolve(config, 'models/understanding.json'), 'utf8')));
}

export function loadLexicon(config: string = CONFIG): Lexicon {
  const read = (name: string): unknown => parse(readFileSync(resolve(config, 'intents', name), 'utf8'));
  return compileLexicon({
    safety: safetySchema.parse(read('safety.yaml')),
    caseNumbers: caseNumbersSchema.parse(read('case-numbers.yaml')),
    foreign: foreignSchema.parse(read('foreign.yaml')),
  });
}
