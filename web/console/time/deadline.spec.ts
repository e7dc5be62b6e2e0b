import { describe, expect, it } from '@jest/globals';
import { now } from '../fake-case.js';
import { words } from '../words/words.js';
import { deadlineOf } from './deadline.js';

const at = (deadlineAt: string): ReturnType<typeof deadlineOf> =>
  deadlineOf({ deadlineAt, stage: 'open' }, now, words.nb);

describe('a deadline', () => {
  it('says in words that it has passed, and by how much', () => {
    expect(at('2027-03-02T12:00:00Z')).toEqual({ tone: 'overdue', text: '2 dager over fristen' });
  });

  it('says so when less than a day is left', () => {
    expect(at('2027-03-04T17:00:00Z')).toEqual({ tone: 'soon', text: '5 timer igjen' });
  });

  it('is calm while there is time', () => {
    expect(at('2027-03-10T12:00:00Z')).toEqual({ tone: 'fine', text: '6 dager igjen' });
  });

  it.each(['settled', 'forwarded', 'withdrawn'] as const)('alarms nobody once the case is %s', (stage) => {
    expect(deadlineOf({ deadlineAt: '2027-03-02T12:00:00Z', stage }, now, words.nb).tone).toBe('met');
  });
});
