import { describe, expect, it } from '@jest/globals';
import { queue, row } from '../fake-case.js';
import { byDeadline, byUrgency, isAlarming, isEmpty } from './order.js';

describe('the order of queues', () => {
  it('puts danger first, then what is overdue, then the next deadline, and empty ones last [S12]', () => {
    const queues = [
      queue({ id: 'empty' }),
      queue({ id: 'later', open: 1, nextDeadlineAt: '2027-03-09T12:00:00Z' }),
      queue({ id: 'sooner', open: 1, nextDeadlineAt: '2027-03-05T12:00:00Z' }),
      queue({ id: 'late', open: 1, overdue: 1, nextDeadlineAt: '2027-03-01T12:00:00Z' }),
      queue({ id: 'crisis', open: 1, nextDeadlineAt: '2027-03-09T12:00:00Z' }),
    ];
    expect(byUrgency(queues).map(({ id }) => id)).toEqual(['crisis', 'late', 'sooner', 'later', 'empty']);
  });

  it('does not put a danger first that somebody has taken', () => {
    const queues = [queue({ id: 'late', open: 1, overdue: 1 }), queue({ id: 'crisis', claimed: 1 })];
    expect(byUrgency(queues).map(({ id }) => id)).toEqual(['late', 'crisis']);
  });

  it('leaves the list it was given as it was', () => {
    const queues = [queue({ id: 'b' }), queue({ id: 'a', overdue: 1 })];
    byUrgency(queues);
    expect(queues.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('the order of cases', () => {
  it('puts what is overdue first and then the next deadline', () => {
    const rows = [
      row({ id: 'later', deadlineAt: '2027-03-09T12:00:00Z' }),
      row({ id: 'sooner', deadlineAt: '2027-03-05T12:00:00Z' }),
      row({ id: 'late', deadlineAt: '2027-03-06T12:00:00Z', overdue: true }),
    ];
    expect(byDeadline(rows).map(({ id }) => id)).toEqual(['late', 'sooner', 'later']);
  });
});

describe('a queue', () => {
  it('alarms only where danger has not been looked at', () => {
    expect(isAlarming(queue({ id: 'crisis', open: 1 }))).toBe(true);
    expect(isAlarming(queue({ id: 'crisis', claimed: 1 }))).toBe(false);
    expect(isAlarming(queue({ id: 'people', open: 1 }))).toBe(false);
  });

  it('is empty only when nothing is in it at all', () => {
    expect(isEmpty(queue({}))).toBe(true);
    expect(isEmpty(queue({ waiting: 1 }))).toBe(false);
  });
});
