import { describe, expect, it } from '@jest/globals';
import { aSetting } from '../../../test/world/a-scene.js';
import { clarify, openingOptions } from './answer-unsure.js';

describe('what is not clear', () => {
  it('is asked back with three things it may have been, and a person', () => {
    const asked = clarify(['balance', 'access', 'human', 'balance', 'dispute', 'erasure'], aSetting());
    expect(asked.options).toEqual(['option.balance', 'option.access', 'option.dispute', 'option.human']);
    expect(asked).toMatchObject({ unsure: true });
  });

  it('is asked back with what people mostly want where nothing can be offered', () => {
    for (const intents of [[], ['greeting', 'other']])
      expect(clarify(intents, aSetting()).options).toEqual(openingOptions);
  });

  it('always offers a person', () => {
    expect(openingOptions).toContain('option.human');
  });
});
