import { describe, expect, it } from '@jest/globals';
import { clearances } from '../policy/clearance.js';
import { mayUse } from './topics.js';

describe('mayUse', () => {
  it('opens the console to every role of the desk', () => {
    for (const role of clearances) expect(mayUse('cases', [role])).toBe(true);
  });

  it('opens nothing to who has no role, or a topic nobody listed', () => {
    expect(mayUse('cases', [])).toBe(false);
    expect(mayUse('cases', ['visitor'])).toBe(false);
    expect(mayUse('everything', ['lead'])).toBe(false);
    expect(mayUse('constructor', ['lead'])).toBe(false);
  });
});
