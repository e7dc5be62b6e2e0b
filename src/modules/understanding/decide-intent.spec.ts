import { describe, expect, it } from '@jest/globals';
import { decideIntent } from './decide-intent.js';
import type { Intent } from './intents.js';
import type { Thresholds } from './model.js';
import type { Reading } from './reading.js';
import { wordsOf } from './words.js';

const thresholds: Thresholds = {
  act: { balance: 0.8, access: 0.7, erasure: 0.7, greeting: 0.8, payment_plan: 0.8, hardship: 0.8 },
  gate: 1,
  safety: { crisis: 0.5, threat: 0.5, minor: 0.5, death: 0.5 },
  recall: 0.3,
};
const reading = (scores: Partial<Record<Intent, number>>, margin = 8, text = 'tre ord sagt'): Reading => ({
  words: wordsOf(text),
  ranked: Object.entries(scores)
    .map(([intent, score]) => ({ intent: intent as Intent, score }))
    .toSorted((a, b) => b.score - a.score),
  danger: 0,
  asks: false,
  margin,
  other: 0.1,
  features: [],
});
const names = ({ intents }: { intents: readonly { intent: string }[] }): readonly string[] =>
  intents.map(({ intent }) => intent);

describe('what to do about a message', () => {
  it('is to act when one meaning is sure', () => {
    const decision = decideIntent(reading({ balance: 0.95 }), [], thresholds);
    expect([names(decision), decision.action]).toEqual([['balance'], 'act']);
  });

  it('is to ask, with at most three buttons, when no meaning is sure', () => {
    const decision = decideIntent(
      reading({ balance: 0.5, payment_plan: 0.2, hardship: 0.1, human: 0.1 }),
      [],
      thresholds,
    );
    expect([decision.action, decision.options]).toEqual(['clarify', ['balance', 'payment_plan', 'hardship']]);
  });

  it('is to hand over what stands too near to what the desk does not know', () => {
    const decision = decideIntent(reading({ balance: 0.9 }, 0.5), [], thresholds);
    expect([names(decision), decision.action]).toEqual([['other'], 'handoff']);
  });

  it('is to ask when the verb that would set it going stands under a negation', () => {
    expect(decideIntent(reading({ erasure: 0.99 }, 8, 'ikke slett noe'), [], thresholds).action).toBe('clarify');
    expect(decideIntent(reading({ erasure: 0.99 }, 8, 'slett alt'), [], thresholds).action).toBe('act');
  });

  it('is to ask when a rights request may hide behind another meaning', () => {
    expect(decideIntent(reading({ balance: 0.82, access: 0.35 }), [], thresholds).action).toBe('clarify');
  });

  it('serves the gravest of several meanings first', () => {
    const parts = [reading({ payment_plan: 0.99 }), reading({ access: 0.99 })];
    expect(names(decideIntent(reading({ payment_plan: 0.8 }), parts, thresholds))).toEqual(['access', 'payment_plan']);
  });

  it('asks more of a graver sentence beside others than of a milder one', () => {
    const whole = reading({ hardship: 0.9 });
    expect(names(decideIntent(whole, [reading({ access: 0.9 }), whole], thresholds))).toEqual(['hardship']);
    expect(names(decideIntent(whole, [reading({ balance: 0.9 }), whole], thresholds))).toEqual(['hardship', 'balance']);
  });

  it('asks no room in a long mail for what is plainly asked for, but does for what is only told', () => {
    const whole = reading({ hardship: 0.99 }, 8, 'dette er hele mailen');
    const part = reading({ balance: 0.99 }, 8, 'hva skylder jeg dere');
    const others = Array.from({ length: 4 }, () => whole);
    expect(names(decideIntent(whole, [{ ...part, asks: true }, ...others], thresholds))).toContain('balance');
    expect(names(decideIntent(whole, [part, ...others], thresholds))).not.toContain('balance');
  });

  it('takes a mail to have one writer', () => {
    const whole = reading({ third_party: 0.9, creditor_contact: 0.1 }, 8, 'jeg skriver for moren min');
    const part = reading({ creditor_contact: 0.99 }, 8, 'hva trenger dere fra oss');
    expect(names(decideIntent(whole, [part], thresholds))).toEqual(['third_party']);
  });

  it('lets no greeting stand beside a matter', () => {
    expect(names(decideIntent(reading({ balance: 0.9 }), [reading({ greeting: 1 })], thresholds))).toEqual(['balance']);
  });
});
