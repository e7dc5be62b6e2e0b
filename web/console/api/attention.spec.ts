import { describe, expect, it } from '@jest/globals';
import { attention } from './attention.js';

const minute = 60_000;

describe('a page', () => {
  it('asks every ten seconds while somebody sits before it', () => {
    const page = new EventTarget();
    let now = 0;
    const patience = attention(
      page,
      () => now,
      () => undefined,
    );
    expect(patience()).toBe(10_000);
    now = 29 * minute;
    page.dispatchEvent(new Event('keydown'));
    now = 58 * minute;
    expect(patience()).toBe(10_000);
  });

  it('stops asking when nobody does, so that an idle session can end', () => {
    let now = 0;
    const patience = attention(
      new EventTarget(),
      () => now,
      () => undefined,
    );
    now = 31 * minute;
    expect(patience()).toBe(false);
  });

  it('asks for everything once when somebody is back', () => {
    const page = new EventTarget();
    let now = 0;
    let returns = 0;
    const patience = attention(
      page,
      () => now,
      () => (returns += 1),
    );
    page.dispatchEvent(new Event('pointermove'));
    now = 31 * minute;
    page.dispatchEvent(new Event('pointermove'));
    page.dispatchEvent(new Event('keydown'));
    expect(returns).toBe(1);
    expect(patience()).toBe(10_000);
  });
});
