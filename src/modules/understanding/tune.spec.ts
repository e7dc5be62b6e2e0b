import { describe, expect, it } from '@jest/globals';
import { INTENTS } from './intents.js';
import { loadLexicon, loadModel } from './load-model.service.js';
import { tune } from './tune.js';

const trained = { ...loadModel(), lexicon: loadLexicon() };
const line = (
  intent: 'balance' | 'other',
  text: string,
): { lang: string; intent: 'balance' | 'other'; text: string } => ({ lang: 'nb', intent, text });

describe('tuning', () => {
  it('is cautious where there is nothing to tune on', () => {
    const { temperature, thresholds } = tune({ lines: [], safety: [] }, trained);
    expect([temperature, thresholds.act['balance']]).toEqual([1, 0.6]);
  });

  it('gives every intent a threshold, and rights and danger a lower one than money', () => {
    const { act } = trained.thresholds;
    expect(INTENTS.every((intent) => (act[intent] ?? 0) > 0)).toBe(true);
    expect(act['access']).toBeLessThan(act['balance'] ?? 0);
  });

  it('never sets an alarm so low that a mere word rings it, nor so high that nothing does', () => {
    const { thresholds } = tune(
      { lines: [line('balance', 'hva skylder jeg'), line('other', 'hva blir været')], safety: [] },
      trained,
    );
    for (const alarm of Object.values(thresholds.safety)) expect(alarm).toBeGreaterThanOrEqual(0.3);
    for (const alarm of Object.values(thresholds.safety)) expect(alarm).toBeLessThanOrEqual(0.6);
  });
});
