import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { asked, answered, due, invalid, noon, notice } from '../../../test/world/request-events.js';
import { addDays, addMonths, osloDayOf, osloInstant, parseDay, type Day } from '../values/day.js';
import { holidaysWith, isNorwegianHoliday } from '../values/holidays.js';
import { clock, type RequestEvent } from './deadline.js';
import { startClock } from './start-clock.js';

describe('the legal clock, one month', () => {
  it.each([
    ['2026-01-28', '2026-02-28', '2026-03-02'],
    ['2026-01-29', '2026-02-28', '2026-03-02'],
    ['2026-01-30', '2026-02-28', '2026-03-02'],
    ['2026-01-31', '2026-02-28', '2026-03-02'],
    ['2026-03-02', '2026-04-02', '2026-04-07'],
    ['2026-03-06', '2026-04-06', '2026-04-07'],
    ['2026-04-01', '2026-05-01', '2026-05-04'],
    ['2026-04-14', '2026-05-14', '2026-05-15'],
    ['2026-04-17', '2026-05-17', '2026-05-18'],
    ['2026-08-31', '2026-09-30', '2026-09-30'],
    ['2026-11-25', '2026-12-25', '2026-12-28'],
    ['2026-11-30', '2026-12-30', '2026-12-30'],
    ['2026-12-01', '2027-01-01', '2027-01-04'],
    ['2027-02-25', '2027-03-25', '2027-03-30'],
    ['2028-01-31', '2028-02-29', '2028-02-29'],
    ['2028-02-29', '2028-03-29', '2028-03-29'],
    ['2026-11-24', '2026-12-24', '2026-12-24'],
  ])('L1, R2, R3: received %s ends on %s, in law on %s', (received, dueStrict, dueLegal) => {
    expect(due(received)).toMatchObject({ dueStrict, dueLegal, extended: false });
  });

  it.each([
    ['2026-01-31T22:59:59Z', '2026-02-28'],
    ['2026-01-31T23:00:00Z', '2026-03-01'],
    ['2026-06-30T22:00Z', '2026-08-01'],
    ['2026-06-30T21:59Z', '2026-07-30'],
    ['2026-07-01T00:30:00+02:00', '2026-08-01'],
    ['2026-12-31T23:30:00Z', '2027-02-01'],
    ['2026-03-29T00:30:00Z', '2026-04-29'],
    ['2026-10-25T00:30:00Z', '2026-11-25'],
  ])('R1: an instant counts as its day in Norway: %s', (received, dueStrict) => {
    expect(due(received).dueStrict).toBe(dueStrict);
  });

  it('F11: agrees with another reckoning on every day from 2024 to 2035', () => {
    for (let day = parseDay('2024-01-01'); day < '2036-01-01'; day = addDays(day, 1)) {
      const { dueStrict, dueLegal } = startClock(osloInstant(day, '23:59'));
      expect([day, dueStrict, dueLegal]).toEqual([day, ...otherReckoning(day)]);
    }
  });

  it('L1: is never thirty days, nor the month of the day in UTC', () => {
    for (const received of ['2026-01-28', '2026-01-31', '2026-03-02', '2026-03-06', '2026-12-01', '2028-01-31'].map(
      parseDay,
    )) {
      expect(due(received).dueStrict).not.toBe(addDays(received, 30));
    }
    for (const received of ['2026-03-06', '2026-04-01', '2026-04-17', '2026-11-25', '2026-12-01'].map(parseDay)) {
      const justAfterMidnight = osloInstant(received, '00:10').toISOString();
      expect(due(justAfterMidnight).dueStrict).toBe(due(received).dueStrict);
      expect(due(justAfterMidnight).dueStrict).not.toBe(addMonths(parseDay(justAfterMidnight.slice(0, 10)), 1));
    }
  });

  it('R8: follows the holidays it is given', () => {
    const isHoliday = holidaysWith({ added: [{ day: parseDay('2026-12-24') }], removed: [] });
    const history = { received: new Date(noon('2026-11-24')), events: [] };
    expect(clock(history, isHoliday, '2026-11')).toMatchObject({ dueStrict: '2026-12-24', dueLegal: '2026-12-28' });
  });
});

describe('an extension', () => {
  it.each([
    ['2026-01-28', '2026-04-28', '2026-04-28', '2026-04-28'],
    ['2026-01-29', '2026-04-29', '2026-04-29', '2026-04-28'],
    ['2026-01-30', '2026-04-30', '2026-04-30', '2026-04-28'],
    ['2026-01-31', '2026-04-30', '2026-04-30', '2026-04-28'],
    ['2026-03-02', '2026-06-02', '2026-06-02', '2026-06-02'],
    ['2026-03-06', '2026-06-06', '2026-06-08', '2026-06-06'],
    ['2026-04-01', '2026-07-01', '2026-07-01', '2026-07-01'],
    ['2026-04-14', '2026-07-14', '2026-07-14', '2026-07-14'],
    ['2026-04-17', '2026-07-17', '2026-07-17', '2026-07-17'],
    ['2026-08-31', '2026-11-30', '2026-11-30', '2026-11-30'],
    ['2026-11-25', '2027-02-25', '2027-02-25', '2027-02-25'],
    ['2026-11-30', '2027-02-28', '2027-03-01', '2027-02-28'],
    ['2026-12-01', '2027-03-01', '2027-03-01', '2027-03-01'],
    ['2027-02-25', '2027-05-25', '2027-05-25', '2027-05-25'],
    ['2028-01-31', '2028-04-30', '2028-05-02', '2028-04-29'],
  ])(
    'R4: of a request received %s ends on %s, in law on %s; the alarm goes by %s',
    (received, dueStrict, dueLegal, alarm) => {
      expect(due(received, [notice(received)])).toMatchObject({ dueStrict, dueLegal, extended: true });
      const events: readonly RequestEvent[] = [
        { kind: 'extensionNotice', at: new Date(noon(received)), reason: 'complex' },
      ];
      expect(clock({ received: new Date(noon(received)), events }, isNorwegianHoliday, '2026-11').alarm).toBe(alarm);
    },
  );

  it.each([
    ['after the first month', [notice('2026-03-01')]],
    ['in the days the holiday adds to the first month', [notice('2026-03-02')]],
    ['without a reason', [{ kind: 'extensionNotice' as const, at: noon('2026-02-10') }]],
    ['with a blank reason', [notice('2026-02-10', ' \n')]],
    ['before the request', [notice('2026-01-30')]],
  ])('L3: %s is void', (_, events) => {
    expect(due('2026-01-31', events)).toMatchObject({
      dueStrict: '2026-02-28',
      dueLegal: '2026-03-02',
      extended: false,
    });
    expect(invalid(events, '2026-01-31')).toHaveLength(1);
  });

  it('L3: counts to the last moment of the first month in Norway, and not beyond', () => {
    const at = (instant: string) => [{ kind: 'extensionNotice' as const, at: instant, reason: 'many cases' }];
    expect(due('2026-01-31', at('2026-02-28T22:59:59.999Z')).extended).toBe(true);
    expect(due('2026-01-31', at('2026-02-28T23:00:00Z')).extended).toBe(false);
  });

  it('L3: is given once; a void notice does not use it up', () => {
    expect(due('2026-01-31', [notice('2026-02-01'), notice('2026-02-20')])).toMatchObject({
      dueStrict: '2026-04-30',
      extended: true,
    });
    expect(invalid([notice('2026-02-01'), notice('2026-02-20')], '2026-01-31')).toEqual([['R4', 'extensionNotice']]);
    expect(due('2026-01-31', [notice('2026-02-01', ''), notice('2026-02-20')]).extended).toBe(true);
  });

  it('R4: may be told while a pause is open', () => {
    const open = [asked('2026-01-05'), notice('2026-01-20')];
    expect(due('2026-01-03', open)).toMatchObject({ dueStrict: null, dueLegal: null, extended: true });
    expect(due('2026-01-03', [...open, answered('2026-01-25')])).toMatchObject({
      dueStrict: '2026-04-23',
      extended: true,
    });
  });

  it('R4: is not saved by a pause: the first month runs from receipt', () => {
    expect(due('2026-01-03', [asked('2026-01-03'), answered('2026-02-10'), notice('2026-02-12')])).toMatchObject({
      extended: false,
    });
  });
});

it('a started clock is the clock without events', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true }),
      (received) => {
        const started = startClock(received);
        const full = clock({ received, events: [] }, isNorwegianHoliday, started.ruleVersion);
        return (
          full.dueStrict === started.dueStrict &&
          full.dueLegal === started.dueLegal &&
          full.alarm === osloDayOf(started.alarmAt)
        );
      },
    ),
  );
});

/** The same two days by day-of-month arithmetic and a written-out list, without the product's calendar. */
function otherReckoning(day: Day): readonly [string, string] {
  const [year = 0, month = 0, number = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const strict = new Date(Date.UTC(year, month, Math.min(number, last)));
  const legal = new Date(strict);
  while (legal.getUTCDay() % 6 === 0 || isListed(legal)) legal.setUTCDate(legal.getUTCDate() + 1);
  return [strict.toISOString().slice(0, 10), legal.toISOString().slice(0, 10)];
}

function isListed(date: Date): boolean {
  const easters: Readonly<Record<number, string>> = {
    2024: '03-31',
    2025: '04-20',
    2026: '04-05',
    2027: '03-28',
    2028: '04-16',
    2029: '04-01',
    2030: '04-21',
    2031: '04-13',
    2032: '03-28',
    2033: '04-17',
    2034: '04-09',
    2035: '03-25',
    2036: '04-13',
  };
  const iso = date.toISOString().slice(0, 10);
  const easter = Date.parse(`${iso.slice(0, 4)}-${easters[date.getUTCFullYear()] ?? ''}T00:00:00Z`);
  const after = (date.getTime() - easter) / 86_400_000;
  return (
    ['01-01', '05-01', '05-17', '12-25', '12-26'].includes(iso.slice(5)) || [-3, -2, 0, 1, 39, 49, 50].includes(after)
  );
}
