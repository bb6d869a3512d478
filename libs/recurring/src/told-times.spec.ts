import { tellTimes } from './told-times';

const to = new Date('9999-12-31T23:59:59Z');

/** The next times, each as its local time and what the clocks do to it. */
function told(cron_expression: string, timezone: string, from: string, count: number): string[] {
  const times = tellTimes({ cron_expression, timezone }, { from: new Date(from), to, count });
  return times.map(({ localTime, clockChange, leftOut }) =>
    [localTime, ...(clockChange ? [clockChange] : []), ...leftOut].join(' '),
  );
}

describe('told times', () => {
  it('are in UTC and as clocks show them', () => {
    const zone = { cron_expression: '0 9 * * MON-FRI', timezone: 'America/Santiago' };
    expect(tellTimes(zone, { from: new Date('2026-07-03T13:00:00Z'), to, count: 2 })).toEqual([
      {
        at: new Date('2026-07-03T13:00:00Z'),
        ...{ localTime: '2026-07-03T09:00:00-04:00', clockChange: null, leftOut: [] },
      },
      {
        at: new Date('2026-07-06T13:00:00Z'),
        ...{ localTime: '2026-07-06T09:00:00-04:00', clockChange: null, leftOut: [] },
      },
    ]);
    expect(told('0 9 * * *', 'UTC', '2026-01-01T00:00:00Z', 1)).toEqual(['2026-01-01T09:00:00+00:00']);
    expect(told('0 9 * * *', 'Asia/Kathmandu', '2026-01-01T00:00:00Z', 1)).toEqual(['2026-01-01T09:00:00+05:45']);
  });

  it('end where they are to end, and where the calendar does', () => {
    const daily = { cron_expression: '0 9 * * *', timezone: 'UTC' };
    const from = new Date('2026-01-01T09:00:00Z');
    const until = (end: string) => tellTimes(daily, { from, to: new Date(end), count: 10 }).length;
    expect([until('2026-01-02T08:59:59Z'), until('2026-01-02T09:00:00Z')]).toEqual([1, 2]);
    expect(told('0 9 * * *', 'America/Santiago', '9999-12-31T23:59:59Z', 3)).toEqual([]);
    expect(told('0 9 * * *', 'America/Santiago', '0001-01-02T00:00:00Z', 1)).toEqual(['0001-01-02T09:00:00-04:42:45']);
  });
});

describe('where clocks go forward, told times', () => {
  it('tell which fixed times come at the end of the gap', () => {
    expect(told('30 2 * * *', 'Europe/Berlin', '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T02:30:00+01:00',
      '2026-03-29T03:00:00+02:00 moved 2026-03-29T02:30:00',
      '2026-03-30T02:30:00+02:00',
    ]);
    const both = '2026-03-29T03:00:00+02:00 moved 2026-03-29T02:15:00 2026-03-29T02:45:00';
    expect(told('15,45 2 * * *', 'Europe/Berlin', '2026-03-29T00:00:00Z', 1)).toEqual([both]);
  });

  it('tell so from the end of the gap on', () => {
    const moved = '2026-09-06T01:00:00-03:00 moved 2026-09-06T00:00:00';
    expect(told('0 0 * * *', 'America/Santiago', '2026-09-06T04:00:00Z', 1)).toEqual([moved]);
    expect(told('0 0 * * *', 'America/Santiago', '2026-09-06T04:00:01Z', 1)).toEqual(['2026-09-07T00:00:00-03:00']);
  });

  it('tell what does not come, since a time of its own is at the end of the gap or it goes by the clock', () => {
    expect(told('0 2,3 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T03:00:00+02:00 skipped 2026-03-29T02:00:00',
      '2026-03-30T02:00:00+02:00',
    ]);
    expect(told('30 */2 * * *', 'Europe/Berlin', '2026-03-28T23:00:00Z', 2)).toEqual([
      '2026-03-29T00:30:00+01:00',
      '2026-03-29T04:30:00+02:00 skipped 2026-03-29T02:30:00',
    ]);
    // The whole 30 December 2011 was left out in Samoa.
    expect(told('0 */12 * * *', 'Pacific/Apia', '2011-12-29T20:00:00Z', 3)).toEqual([
      '2011-12-29T12:00:00-10:00',
      '2011-12-31T00:00:00+14:00 skipped 2011-12-30T00:00:00 2011-12-30T12:00:00',
      '2011-12-31T12:00:00+14:00',
    ]);
  });

  it('tell ten of many that do not come', () => {
    const [, second] = tellTimes(
      { cron_expression: '* * * * * *', timezone: 'Europe/Berlin' },
      { from: new Date('2026-03-29T00:59:59Z'), to, count: 2 },
    );
    expect(second).toMatchObject({ localTime: '2026-03-29T03:00:00+02:00', clockChange: 'skipped' });
    expect(second?.leftOut).toHaveLength(10);
  });
});

describe('where clocks go back, told times', () => {
  it('tell which fixed times are taken the first time only', () => {
    expect(told('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T02:30:00+02:00 first_of_two',
      '2026-10-26T02:30:00+01:00',
    ]);
    expect(told('0,30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T02:00:00+02:00 first_of_two',
      '2026-10-25T02:30:00+02:00 first_of_two',
    ]);
  });

  it('tell which come both times', () => {
    expect(told('30 * * * *', 'Europe/Berlin', '2026-10-24T23:00:00Z', 4)).toEqual([
      '2026-10-25T01:30:00+02:00',
      '2026-10-25T02:30:00+02:00 both_of_two',
      '2026-10-25T02:30:00+01:00 both_of_two',
      '2026-10-25T03:30:00+01:00',
    ]);
  });

  it('tell of nothing that is left out, wherever in the hour that comes twice they begin', () => {
    expect(told('30 2 * * *', 'Europe/Berlin', '2026-10-25T01:10:00Z', 1)).toEqual(['2026-10-26T02:30:00+01:00']);
    expect(told('*/30 2 * * *', 'Europe/Berlin', '2026-10-25T01:10:00Z', 2)).toEqual([
      '2026-10-25T02:30:00+01:00 both_of_two',
      '2026-10-26T02:00:00+01:00',
    ]);
  });
});
