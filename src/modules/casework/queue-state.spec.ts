import { describe, expect, it } from '@jest/globals';
import { now, queueNamed } from '../../../test/world/case-scenes.js';
import { queueStates, type QueueCount } from './queue-state.js';

const later = new Date(now.getTime() + 60_000);
const count = (change: Partial<QueueCount>): QueueCount => ({
  open: 1,
  claimed: 0,
  waiting: 0,
  overdue: 0,
  nextDeadlineAt: now,
  oldestReceivedAt: now,
  ...change,
});

describe('queueStates', () => {
  it('lists what is overdue first, then by the next deadline, the empty ones last', () => {
    const queues = ['suppliers', 'payments', 'people', 'crisis'].map(queueNamed);
    const counts = new Map([
      ['payments', count({ nextDeadlineAt: later })],
      ['people', count({})],
      ['crisis', count({ overdue: 1, nextDeadlineAt: later })],
    ]);
    expect(queueStates(queues, counts).map(({ id }) => id)).toEqual(['crisis', 'people', 'payments', 'suppliers']);
    expect(queueStates(queues, counts).at(-1)).toMatchObject({ open: 0, nextDeadlineAt: null });
  });
});
