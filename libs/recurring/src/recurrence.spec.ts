import { ErrandError } from '@errand/errors';
import { Recurrence } from './recurrence';

/** The next times after `after`, in UTC to the minute. */
function following(expression: string, timezone: string, after: string, count: number): string[] {
  const recurrence = Recurrence.of(expression, timezone);
  const times: string[] = [];
  for (let time: Date | null = new Date(after); times.length < count; times.push(time.toISOString().slice(0, 16))) {
    time = recurrence.next(time);
    if (!time) break;
  }
  return times;
}

describe('when clocks go forward', () => {
  it('a fixed time that is left out comes at the end of the gap', () => {
    // Berlin, 29 March 2026: 02:00 is 03:00.
    expect(following('30 2 * * *', 'Europe/Berlin', '2026-03-28T00:00:00Z', 3)).toEqual([
      ...['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30'],
    ]);
    // Santiago, 6 September 2026: 00:00 is 01:00, the time of half of all daily jobs.
    expect(following('0 0 * * *', 'America/Santiago', '2026-09-05T00:00:00Z', 3)).toEqual([
      ...['2026-09-05T04:00', '2026-09-06T04:00', '2026-09-07T03:00'],
    ]);
  });

  it('one of several fixed times comes as well', () => {
    expect(following('0 0,12 * * *', 'America/Santiago', '2026-09-05T12:00:00Z', 4)).toEqual([
      ...['2026-09-05T16:00', '2026-09-06T04:00', '2026-09-06T15:00', '2026-09-07T03:00'],
    ]);
  });

  it('every half hour is every half hour', () => {
    expect(following('*/30 * * * *', 'Europe/Berlin', '2026-03-29T00:15:00Z', 3)).toEqual([
      ...['2026-03-29T00:30', '2026-03-29T01:00', '2026-03-29T01:30'],
    ]);
  });
});

describe('when clocks go back', () => {
  it('a fixed time that comes twice is taken the first time', () => {
    expect(following('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      ...['2026-10-25T00:30', '2026-10-26T01:30'],
    ]);
    // Santiago, 5 April 2026: 00:00 is 23:00 of the day before.
    expect(following('30 23 * * *', 'America/Santiago', '2026-04-04T12:00:00Z', 2)).toEqual([
      ...['2026-04-05T02:30', '2026-04-06T03:30'],
    ]);
  });

  it('one of several fixed times comes once as well', () => {
    expect(following('0 11,23 * * *', 'America/Santiago', '2026-04-04T12:00:00Z', 4)).toEqual([
      ...['2026-04-04T14:00', '2026-04-05T02:00', '2026-04-05T15:00', '2026-04-06T03:00'],
    ]);
  });

  it('every half hour goes twice through the hour that comes twice', () => {
    expect(following('*/30 * * * *', 'Europe/Berlin', '2026-10-24T23:45:00Z', 5)).toEqual([
      ...['2026-10-25T00:00', '2026-10-25T00:30', '2026-10-25T01:00', '2026-10-25T01:30', '2026-10-25T02:00'],
    ]);
  });
});

describe('the times of an expression', () => {
  const hourly = Recurrence.of('0 * * * *', 'UTC');
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));

  it('from one time to another include both', () => {
    expect(hourly.first(10, at(3), at(5))).toEqual([at(3), at(4), at(5)]);
    expect(hourly.last(10, at(3), at(5))).toEqual([at(3), at(4), at(5)]);
  });

  it('are the earliest or the latest of them where there are more', () => {
    expect(hourly.first(2, at(3), at(9))).toEqual([at(3), at(4)]);
    expect(hourly.last(2, at(3), at(9))).toEqual([at(8), at(9)]);
  });

  it('end where the calendar has none', () => {
    expect(Recurrence.of('0 9 31 2 *', 'UTC').next(at(0))).toBeNull();
    expect(Recurrence.of('0 9 31 2 *', 'UTC').shortestGap(at(0))).toBe(Infinity);
  });

  it('have a shortest gap, wherever in the day it is', () => {
    expect(Recurrence.of('0 9 * * *', 'UTC').shortestGap(at(0))).toBe(86_400_000);
    expect(Recurrence.of('0,5 0 9 * * *', 'UTC').shortestGap(at(0))).toBe(5000);
  });
});

describe('an expression', () => {
  it.each(['0 9 * * *', '*/5 0 9 * * *', '@daily', '0 9 L * *', '0 9 * * MON#2'])('may be %s', (expression) => {
    expect(Recurrence.of(expression, 'utc').next(new Date())).toBeInstanceOf(Date);
  });

  it.each(['', 'soon', '* * * *', '0 9 * * * * 2030', '99 9 * * *', '2030-01-01T00:00:00Z', '@never'])(
    'must not be %j',
    (expression) => {
      expect(() => Recurrence.of(expression, 'UTC')).toThrow(ErrandError);
      expect(() => Recurrence.of(expression, 'UTC')).toThrow('cron_expression');
    },
  );

  it.each(['', 'Nowhere/City', '+02:00'])('has no time zone %j', (timezone) => {
    expect(() => Recurrence.of('0 9 * * *', timezone)).toThrow('timezone');
  });
});
