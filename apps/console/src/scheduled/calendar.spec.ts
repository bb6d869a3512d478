import { dayAt, daysOf, hoursOf, isDay, moved, spanOf, startOf } from './calendar';

const text = ({ from, to }: { from: Date; to: Date }) =>
  [from, to].map((at) => at.toISOString().slice(0, 16)).join(' ');

describe('the days of a view', () => {
  it('are those of whole weeks, which begin on Monday', () => {
    expect(daysOf('day', '2026-11-26')).toEqual(['2026-11-26']);
    const week = daysOf('week', '2026-11-29');
    expect([week.length, week[0], week[6]]).toEqual([7, '2026-11-23', '2026-11-29']);
    const month = daysOf('month', '2026-11-26');
    expect([month.length, month[0], month.at(-1)]).toEqual([42, '2026-10-26', '2026-12-06']);
    expect(daysOf('month', '2027-02-14')).toHaveLength(28);
  });

  it('go on with the next, also from the end of a month', () => {
    expect(moved('day', '2026-12-31', 1)).toBe('2027-01-01');
    expect(moved('week', '2026-11-26', -1)).toBe('2026-11-19');
    expect(moved('month', '2026-01-31', 1)).toBe('2026-02-01');
    expect(moved('month', '2026-01-31', -1)).toBe('2025-12-01');
  });

  it('are days that there are', () => {
    expect(['2026-02-28', '2026-02-30', '2026-2-3', 'today', undefined].map(isDay)).toEqual([
      ...[true, false, false, false, false],
    ]);
  });
});

describe('a day of a zone', () => {
  it('begins when clocks there say so', () => {
    expect(dayAt(new Date('2026-11-26T03:00:00Z'), 'America/Bogota')).toBe('2026-11-25');
    expect(startOf('2026-11-26', 'America/Bogota').toISOString()).toBe('2026-11-26T05:00:00.000Z');
    expect(text(spanOf(['2026-03-29'], 'Europe/Madrid'))).toBe('2026-03-28T23:00 2026-03-29T22:00');
  });

  it('begins at one where there is no midnight, at the first of two, and with the next where there is none', () => {
    expect(startOf('2024-09-08', 'America/Santiago').toISOString()).toBe('2024-09-08T04:00:00.000Z');
    expect(startOf('2024-11-03', 'America/Havana').toISOString()).toBe('2024-11-03T04:00:00.000Z');
    expect(startOf('2011-12-30', 'Pacific/Apia').toISOString()).toBe('2011-12-30T10:00:00.000Z');
  });
});

describe('the hours of a day', () => {
  it('are 24, 23 where clocks are put forward, and one twice as long where they are put back', () => {
    expect(hoursOf(['2026-11-26'], 'America/Bogota').size).toBe(24);
    const forward = hoursOf(['2026-03-29'], 'Europe/Madrid');
    expect([forward.size, forward.has('2026-03-29T02')]).toEqual([23, false]);
    const back = hoursOf(['2026-10-25'], 'Europe/Madrid');
    const twice = back.get('2026-10-25T02');
    expect([back.size, twice && text(twice)]).toEqual([24, '2026-10-25T00:00 2026-10-25T02:00']);
  });

  it('are where they begin, where a zone is half an hour away from them', () => {
    const hours = hoursOf(['2026-11-26'], 'Asia/Kolkata');
    const nine = hours.get('2026-11-26T09');
    expect(nine && text(nine)).toBe('2026-11-26T04:00 2026-11-26T05:00');
  });
});
