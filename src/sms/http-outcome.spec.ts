import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from './http-outcome.js';

describe('what the end of an HTTP exchange means [F09]', () => {
  it.each([
    ['connect', null, 'again'],
    ['request-sent', null, 'uncertain'],
    ['request-sent', 200, 'sent'],
    ['request-sent', 202, 'sent'],
    ['request-sent', 204, 'sent'],
    ['request-sent', 302, 'failed'],
    ['request-sent', 307, 'failed'],
    ['request-sent', 400, 'failed'],
    ['request-sent', 401, 'failed'],
    ['request-sent', 425, 'again'],
    ['request-sent', 429, 'again'],
    ['request-sent', 500, 'uncertain'],
    ['request-sent', 502, 'uncertain'],
    ['request-sent', 503, 'again'],
    ['request-sent', 504, 'uncertain'],
  ] as const)('at %s with status %s: %s', (phase, status, outcome) => {
    const found = outcomeOf(phase, status);
    expect(found === 'sent' ? found : found.outcome).toBe(outcome);
  });

  it('is never tried again once a request went out without an answer, nor after one that may have been carried out', () => {
    for (let status = 100; status < 600; status += 1) {
      const found = outcomeOf('request-sent', status);
      expect(found !== 'sent' && found.outcome === 'again').toBe([425, 429, 503].includes(status));
    }
  });
});
