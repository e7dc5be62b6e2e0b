import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { asked, answered, due, invalid, noon, notice, type Events } from '../../../test/world/request-events.js';
import { addDays, addMonths, daysBetween, osloInstant, parseDay } from '../values/day.js';
import { isNorwegianHoliday, isWorkingDay } from '../values/holidays.js';
import { clock } from './deadline.js';
import { deadlineOf } from './deadline-of.js';

describe('a pause', () => {
  it('R5: moves the deadline by its days', () => {
    expect(due('2026-01-01', [asked('2026-01-06'), answered('2026-01-20')])).toMatchObject({
      dueStrict: '2026-02-15',
      dueLegal: '2026-02-16',
    });
  });

  it('R5: never beyond the full term counted from the answer', () => {
    expect(due('2026-01-03', [asked('2026-01-03'), answered('2026-01-31')])).toMatchObject({
      dueStrict: '2026-02-28',
      dueLegal: '2026-03-02',
    });
  });

  it('R5: leaves no deadline while it is open', () => {
    expect(due('2026-01-03', [asked('2026-01-04')])).toMatchObject({
      dueStrict: null,
      dueLegal: null,
      extended: false,
    });
  });

  it('R5: of some hours within a day moves nothing', () => {
    const events: Events = [
      { ...asked('2026-01-05'), at: '2026-01-05T08:00:00+01:00' },
      { ...answered('2026-01-05'), at: '2026-01-05T15:00:00+01:00' },
    ];
    expect(due('2026-01-03', events).dueStrict).toBe('2026-02-03');
  });

  it('L2: overlapping ones count once', () => {
    const once = due('2026-01-01', [asked('2026-01-03'), answered('2026-01-13')]).dueStrict;
    expect(due('2026-01-01', [asked('2026-01-03'), asked('2026-01-05'), answered('2026-01-13')]).dueStrict).toBe(once);
    expect(
      due('2026-01-01', [asked('2026-01-03'), asked('2026-01-05'), answered('2026-01-13'), answered('2026-01-13')])
        .dueStrict,
    ).toBe(once);
  });

  it('R5: two that follow each other add up', () => {
    expect(
      due('2026-01-01', [asked('2026-01-02'), answered('2026-01-04'), asked('2026-01-06'), answered('2026-01-10')])
        .dueStrict,
    ).toBe('2026-02-07');
  });

  it('L2: asked for more than seven days after receipt is invalid, on the seventh it holds', () => {
    expect(due('2026-01-03', [asked('2026-01-10')]).dueStrict).toBeNull();
    expect(due('2026-01-03', [asked('2026-01-11')])).toMatchObject({ dueStrict: '2026-02-03' });
    expect(invalid([asked('2026-01-11'), answered('2026-01-20')], '2026-01-03')).toEqual([
      ['R5', 'asked'],
      ['R5', 'answered'],
    ]);
  });

  it('R5: counts the seven days by the Norwegian calendar', () => {
    const at = (instant: string): Events => [{ kind: 'asked', at: instant, reason: 'which of two' }];
    expect(due('2026-01-03T23:30:00Z', at('2026-01-11T22:59:00Z')).dueStrict).toBeNull();
    expect(due('2026-01-03T23:30:00Z', at('2026-01-11T23:00:00Z')).dueStrict).toBe('2026-02-04');
  });

  it.each([
    ['a question without a reason', [asked('2026-01-04', null)]],
    ['an answer nobody asked for', [answered('2026-01-05')]],
    ['a question before the request', [asked('2026-01-02')]],
  ])('R5: %s has no effect', (_, events) => {
    expect(due('2026-01-03', events).dueStrict).toBe('2026-02-03');
    expect(invalid(events, '2026-01-03')).toHaveLength(1);
  });

  it('R5: events take effect in the order of their instants, whatever the order they are listed in', () => {
    expect(due('2026-01-01', [answered('2026-01-20'), asked('2026-01-06')]).dueStrict).toBe('2026-02-15');
  });

  it('R5: across 1,461 days and many lengths, ends by the shift and by the restart, whichever is first', () => {
    fc.assert(
      fc.property(fc.nat(1460), fc.nat(7), fc.nat(60), fc.boolean(), (start, wait, length, extended) => {
        const received = addDays(parseDay('2026-01-01'), start);
        const [from, to] = [addDays(received, wait), addDays(received, wait + length)];
        const months = extended ? 3 : 1;
        const events = [
          ...(extended ? [notice(received)] : []),
          asked(from),
          { ...answered(to), at: osloInstant(to, '13:00').toISOString() },
        ];
        const shift = addDays(addMonths(received, months), length);
        const restart = addMonths(to, months);
        return due(received, events).dueStrict === (shift < restart ? shift : restart);
      }),
    );
  });
});

describe('the trace', () => {
  it('names the rule of every step, and every event once', () => {
    const events = [notice('2026-01-20'), asked('2026-01-04'), answered('2026-01-06'), answered('2026-01-07')];
    const { trace } = due('2026-01-03', events);
    expect(trace.map((step) => step.rule)).toEqual(['R1', 'R2', 'R5', 'R5', 'R5', 'R4', 'R4', 'R5', 'R3']);
    expect(trace.filter((step) => step.event !== undefined).map((step) => [step.event?.kind, step.valid])).toEqual([
      ['asked', true],
      ['answered', true],
      ['answered', false],
      ['extensionNotice', true],
    ]);
  });

  it('answers any run of events without failing, never later than the rules allow, and legal never before strict', () => {
    const event = fc.record({
      kind: fc.constantFrom('asked' as const, 'answered' as const, 'extensionNotice' as const),
      at: fc.integer({ min: -3, max: 70 }),
      reason: fc.constantFrom('because', '', undefined),
    });
    fc.assert(
      fc.property(fc.nat(3000), fc.array(event, { maxLength: 8 }), (start, list) => {
        const received = addDays(parseDay('2024-01-01'), start);
        const events = list.map(({ at, ...one }) => ({ ...one, at: new Date(noon(addDays(received, at))) }));
        const end = clock({ received: new Date(noon(received)), events }, isNorwegianHoliday, '2026-11');
        if (end.dueStrict === null || end.dueLegal === null || end.alarm === null)
          return list.some(({ kind }) => kind === 'asked') && end.dueLegal === end.dueStrict;
        const inBounds =
          end.alarm <= end.dueStrict && end.dueStrict <= end.dueLegal && daysBetween(end.dueStrict, end.dueLegal) <= 5;
        return (
          inBounds &&
          end.dueStrict >= addMonths(received, 1) &&
          isWorkingDay(end.dueLegal, isNorwegianHoliday) &&
          end.trace.length >= 2 + list.length
        );
      }),
    );
  });

  it.each(['2026-01-31', '2026-01-31T10:00:00', 'yesterday', ''])(
    'refuses the instant "%s", which has no offset',
    (received) => {
      expect(() => deadlineOf({ received })).toThrow('SKR_BAD_INPUT');
    },
  );
});
