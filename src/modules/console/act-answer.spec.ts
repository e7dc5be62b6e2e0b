import { describe, expect, it } from '@jest/globals';
import { notDone, refused } from './act-answer.js';
import { refusedAnswer, stoppedAnswer } from './answer.schema.js';

describe('what the page is told of an act that was not done', () => {
  it('is which rule stands in the way, as 409', () => {
    const { status, body } = refused('same-person', 'ref');
    expect([status, refusedAnswer.parse(body).error]).toMatchObject([
      409,
      { code: 'SKR_REFUSED', refusal: 'same-person' },
    ]);
  });

  it('is that it was old, as 412', () => {
    expect([refused('stale', 'r').status, refused('moved-on', 'r').status]).toEqual([412, 412]);
  });

  it('is what in the letter stops it, as 422', () => {
    const findings = [{ kind: 'amount' as const, text: '5 kr', start: 0, end: 4, mayPass: false }];
    const { status, body } = notDone({ outcome: 'stopped', findings }, 'ref');
    expect([status, stoppedAnswer.parse(body).error.findings]).toEqual([422, findings]);
  });
});
