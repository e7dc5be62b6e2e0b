import { describe, expect, it } from '@jest/globals';
import { INTENTS } from './intents.js';
import { loadLexicon } from './load-model.service.js';
import { serialiseModel } from './model.js';
import { digestOf, train, type TrainingData } from './train.js';
import { understand } from './understand.js';

const lines = INTENTS.flatMap((intent) =>
  ['nb', 'nn', 'en'].map((lang) => ({ lang, intent, text: `${lang} ${intent.replaceAll('_', ' ')} sak` })),
);
const data: TrainingData = {
  train: [...lines, ...lines],
  safety: [
    { kind: 'crisis', text: 'vil dø' },
    { kind: 'crisis', text: 'vil dø nå' },
    { kind: 'none', text: 'vil betale' },
  ],
  tuning: { lines, safety: [] },
  neighbours: [
    { lang: 'da', text: 'hvad skylder jeg' },
    { lang: 'sv', text: 'vad är jag skyldig' },
  ],
};
const lexicon = loadLexicon();

describe('training', () => {
  it('gives the same bytes for the same lines and another fingerprint for others', () => {
    expect(serialiseModel(train(data, lexicon))).toBe(serialiseModel(train(data, lexicon)));
    expect(digestOf({ ...data, train: data.train.slice(1) })).not.toBe(digestOf(data));
  });

  it('makes a model that knows its own lines', () => {
    const model = train(data, lexicon);
    expect(understand({ channel: 'chat', text: 'nb payment plan sak' }, { model, lexicon }).intents[0]?.intent).toBe(
      'payment_plan',
    );
  });
});
