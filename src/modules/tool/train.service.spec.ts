import { describe, expect, it } from '@jest/globals';
import { channelOf, readFrozen } from '../../../test/world/frozen-messages.js';
import { groupOf } from '../understanding/intents.js';
import { loadUnderstanding } from '../understanding/load-model.service.js';
import { digestOf } from '../understanding/train.js';
import { understand, type Understanding } from '../understanding/understand.js';
import { readTrainingData } from './train.service.js';

const data = readTrainingData();
const frozen = readFrozen();
const reader = loadUnderstanding();
const read = (text: string): Understanding => understand({ channel: channelOf(text), text }, reader);
const share = (outcomes: readonly boolean[]): number => (100 * outcomes.filter(Boolean).length) / outcomes.length;

/** A message may share words with a line; sharing three in five of its runs of five letters makes it the same message. */
const TOO_NEAR = 0.6;
const RUN = 5;

function runsOf(text: string): ReadonlySet<string> {
  const line = text.toLowerCase().replace(/\s+/g, ' ').trim();
  return new Set(Array.from({ length: Math.max(1, line.length - RUN + 1) }, (_, i) => line.slice(i, i + RUN)));
}

function nearest(texts: readonly string[]): (text: string) => number {
  const index = new Map<string, number[]>();
  const sizes = texts.map((text, i) => {
    const runs = runsOf(text);
    for (const run of runs) index.set(run, [...(index.get(run) ?? []), i]);
    return runs.size;
  });
  return (text) => {
    const runs = runsOf(text);
    const shared = new Map<number, number>();
    for (const run of runs) for (const i of index.get(run) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    return Math.max(0, ...[...shared].map(([i, count]) => count / (runs.size + (sizes[i] ?? 0) - count)));
  };
}

describe('the committed model', () => {
  it('belongs to the committed lines: after a change of lines, run npm run train', () => {
    expect(reader.model.dataSha256).toBe(digestOf(data));
  });
});

describe('the frozen split', () => {
  it('holds nothing that is nearly a line the model was made of', () => {
    const lines = [...data.train, ...data.tuning.lines, ...data.safety, ...data.tuning.safety].map(({ text }) => text);
    const distance = nearest(lines);
    const everything = [...frozen.inScope, ...frozen.cues, ...frozen.several].map(({ text }) => text);
    const near = [...everything, ...frozen.outOfScope, ...frozen.nearMisses].filter(
      (text) => distance(text) >= TOO_NEAR,
    );
    expect(near).toEqual([]);
  });

  it('is understood at least as well as the floors ask for [language.md, "Goals"]', () => {
    const lines = frozen.inScope.map((line) => ({ ...line, read: read(line.text) }));
    const topOne = (lang: string): number =>
      share(lines.filter((line) => line.lang === lang).map((line) => line.read.intents[0]?.intent === line.intent));
    expect(topOne('nb')).toBeGreaterThanOrEqual(85);
    expect(topOne('nn')).toBeGreaterThanOrEqual(82);
    expect(topOne('en')).toBeGreaterThanOrEqual(85);
    const acted = lines.filter((line) => line.read.action === 'act');
    expect(share(acted.map((line) => line.read.intents[0]?.intent === line.intent))).toBeGreaterThanOrEqual(96);
    expect(share(lines.map((line) => line.read.intents[0]?.intent === 'other'))).toBeLessThanOrEqual(5);
    expect(share(frozen.outOfScope.map((text) => read(text).intents[0]?.intent === 'other'))).toBeGreaterThanOrEqual(
      80,
    );
  });

  it('has its rights requests reach a request, a person or a question that offers them', () => {
    const rights = frozen.inScope.filter(({ intent }) => groupOf(intent) === 'rights');
    const reached = rights.map(({ intent, text }) => {
      const { action, intents, options } = read(text);
      return (
        action === 'handoff' || intents.some((each) => each.intent === intent) || options?.includes(intent) === true
      );
    });
    expect(share(reached)).toBeGreaterThanOrEqual(98);
  });

  it('has its cues reach a person', () => {
    expect(share(frozen.cues.map(({ text }) => read(text).safety !== null))).toBeGreaterThanOrEqual(95);
  });
});
