import { describe, expect, it } from '@jest/globals';
import { serviceDeadline, type ServiceTime } from './service-deadline.js';

const deadline = (since: string, unit: ServiceTime['unit'], amount: number): string =>
  serviceDeadline(new Date(since), { unit, amount }).toISOString();

describe('a service deadline', () => {
  it.each([
    ['2026-04-01T23:50:00+02:00', 'minutes', 15, '2026-04-01T22:05:00.000Z'],
    ['2026-03-29T01:30:00+01:00', 'hours', 2, '2026-03-29T02:30:00.000Z'],
    ['2026-11-20T16:00:00+01:00', 'hours', 72, '2026-11-23T15:00:00.000Z'],
    ['2026-04-01T10:00:00+02:00', 'workingDays', 1, '2026-04-07T21:59:59.999Z'],
    ['2026-11-20T16:00:00+01:00', 'workingDays', 1, '2026-11-23T22:59:59.999Z'],
    ['2026-11-21T16:00:00+01:00', 'workingDays', 3, '2026-11-25T22:59:59.999Z'],
    ['2026-12-23T23:30:00Z', 'workingDays', 1, '2026-12-28T22:59:59.999Z'],
    ['2026-12-24T12:00:00+01:00', 'days', 7, '2026-12-31T22:59:59.999Z'],
    ['2026-10-20T12:00:00+02:00', 'days', 7, '2026-10-27T22:59:59.999Z'],
  ] as const)('from %s, %s %d, is %s', (since, unit, amount, end) => {
    expect(deadline(since, unit, amount)).toBe(end);
  });

  it('follows the holidays it is given', () => {
    const since = new Date('2026-11-23T12:00:00+01:00');
    expect(
      serviceDeadline(since, { unit: 'workingDays', amount: 1 }, (day) => day === '2026-11-24').toISOString(),
    ).toBe('2026-11-25T22:59:59.999Z');
  });
});
