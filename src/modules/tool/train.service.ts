/** `npm run train`: reads the lines, trains, writes `config/models/understanding.json`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadLexicon } from '../understanding/load-model.service.js';
import { serialiseModel } from '../understanding/model.js';
import { readLines, readSafetyLines } from '../understanding/read-lines.service.js';
import { train, type TrainingData } from '../understanding/train.js';

const CONFIG = resolve(import.meta.dirname, '../../../config');

/** Every so many lines about danger choose thresholds instead of being learnt. */
const HELD_OUT = 5;

/** @param config  the folder that holds `intents` and `models` */
export function readTrainingData(config: string = CONFIG): TrainingData {
  const intents = resolve(config, 'intents');
  const neighbours = (['da', 'sv'] as const).flatMap((lang) => {
    const lines = z
      .array(z.string())
      .parse(parse(readFileSync(resolve(intents, 'neighbours', `${lang}.yaml`), 'utf8')));
    return lines.map((text) => ({ lang, text }));
  });
  const safety = readSafetyLines(intents);
  return {
    train: [
      ...readLines(intents),
      ...readLines(resolve(intents, 'phrasebook')),
      ...readLines(resolve(intents, 'situations')),
    ],
    safety: safety.filter((_line, i) => i % HELD_OUT !== 0),
    tuning: { lines: readLines(resolve(intents, 'tuning')), safety: safety.filter((_line, i) => i % HELD_OUT === 0) },
    neighbours,
  };
}

/** Trains on everything under `config/intents` and writes the model; returns the path written. */
export function trainModel(config: string = CONFIG): string {
  const path = resolve(config, 'models/understanding.json');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, serialiseModel(train(readTrainingData(config), loadLexicon(config))));
  return path;
}

if (import.meta.main) {
  const started = performance.now();
  const path = trainModel();
  process.stdout.write(`${path} written in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
