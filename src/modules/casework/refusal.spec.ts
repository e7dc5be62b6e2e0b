import { describe, expect, it } from '@jest/globals';
import { refusalCode } from './refusal.js';

describe('refusalCode', () => {
  it('tells an old page from a rule that stands in the way', () => {
    expect([refusalCode('stale'), refusalCode('moved-on')]).toEqual(['SKR_PRECONDITION', 'SKR_PRECONDITION']);
    expect([refusalCode('same-person'), refusalCode('closed')]).toEqual(['SKR_REFUSED', 'SKR_REFUSED']);
  });
});
