import { describe, expect, it } from '@jest/globals';
import { freshFlow, isWish, readFlow } from './flow-state.js';

describe('what a conversation remembers', () => {
  it('begins with nothing', () => {
    expect(readFlow(null)).toEqual({ state: freshFlow, restarted: false });
  });

  it('is read back as it was written', () => {
    const state = { ...freshFlow, clarified: 1, wishes: ['balance'] as const };
    expect(readFlow(JSON.stringify(state))).toEqual({ state, restarted: false });
  });

  it('begins afresh, and says so, where another version of the desk wrote it [F13]', () => {
    for (const version of [0, freshFlow.version + 1, 'x', null])
      expect(readFlow(JSON.stringify({ ...freshFlow, version, clarified: 2 }))).toEqual({
        state: freshFlow,
        restarted: true,
      });
  });
});

describe('a wish', () => {
  it('is a question that the desk answers itself', () => {
    expect(['balance', 'balance_breakdown', 'payment_info', 'status_of_request'].every(isWish)).toBe(true);
    expect(['access', 'human', ''].some(isWish)).toBe(false);
  });
});
