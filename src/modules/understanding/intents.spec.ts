import { describe, expect, it } from '@jest/globals';
import { gravityOf, groupOf, INTENTS, isIntent } from './intents.js';

describe('intents', () => {
  it('are thirty-nine different names', () => {
    expect([INTENTS.length, new Set(INTENTS).size]).toEqual([39, 39]);
  });

  it('stand by gravity: crisis, authority, estate, others, identity theft, rights, disagreement, hardship, money, the rest', () => {
    const order = [
      'crisis',
      'authority',
      'estate',
      'representative',
      'identity_theft',
      'erasure',
      'dispute',
      'hardship',
      'balance',
      'human',
      'thanks',
      'other',
    ] as const;
    expect(order.toSorted((a, b) => gravityOf(a) - gravityOf(b))).toEqual(order);
  });

  it('belong to a group each, and other names are none', () => {
    expect([groupOf('access'), isIntent('access'), isIntent('constructor')]).toEqual(['rights', true, false]);
  });
});
