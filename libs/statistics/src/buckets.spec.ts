import { earliestMissed, edgesOfDays, edgesOfSteps, endOf, startOf } from './buckets';

const at = (text: string) => new Date(text);
const days = (zone: string, from: string, to: string) =>
  edgesOfDays(zone, at(from), at(to)).map((edge) => edge.toISOString().slice(0, 16));

describe('buckets', () => {
  it('begin at whole steps', () => {
    expect(startOf('5m', at('2026-03-01T10:04:59.999Z'))).toEqual(at('2026-03-01T10:00:00Z'));
    expect(startOf('1h', at('2026-03-01T10:00:00Z'))).toEqual(at('2026-03-01T10:00:00Z'));
    expect(endOf('5m', at('2026-03-01T10:00:00Z'))).toEqual(at('2026-03-01T10:00:00Z'));
    expect(endOf('5m', at('2026-03-01T10:00:00.001Z'))).toEqual(at('2026-03-01T10:05:00Z'));
  });

  it('cover a range, and no more', () => {
    const edges = (from: string, to: string) => edgesOfSteps('1h', at(from), at(to)).map((edge) => edge.getUTCHours());
    expect(edges('2026-03-01T10:00:00Z', '2026-03-01T12:00:00Z')).toEqual([10, 11, 12]);
    expect(edges('2026-03-01T10:59:00Z', '2026-03-01T11:00:00.001Z')).toEqual([10, 11, 12]);
  });

  it('are made up for from a whole hour on', () => {
    expect(earliestMissed(at('2026-03-03T10:20:00Z'))).toEqual(at('2026-03-01T10:00:00Z'));
  });
});

describe('days', () => {
  it('begin at midnight of their zone', () => {
    expect(days('UTC', '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z')).toEqual([
      '2026-03-01T00:00',
      '2026-03-02T00:00',
    ]);
    expect(days('America/Bogota', '2026-03-01T04:59:00Z', '2026-03-01T05:01:00Z')).toEqual([
      ...['2026-02-28T05:00', '2026-03-01T05:00', '2026-03-02T05:00'],
    ]);
    expect(days('Asia/Kolkata', '2026-03-01T00:00:00Z', '2026-03-01T01:00:00Z')).toEqual([
      ...['2026-02-28T18:30', '2026-03-01T18:30'],
    ]);
    expect(days('Pacific/Kiritimati', '2026-03-01T09:00:00Z', '2026-03-01T11:00:00Z')).toEqual([
      ...['2026-02-28T10:00', '2026-03-01T10:00', '2026-03-02T10:00'],
    ]);
  });

  it('have 23 and 25 hours where clocks change', () => {
    expect(days('Europe/Madrid', '2026-03-29T10:00:00Z', '2026-03-29T11:00:00Z')).toEqual([
      ...['2026-03-28T23:00', '2026-03-29T22:00'],
    ]);
    expect(days('Europe/Madrid', '2026-10-25T10:00:00Z', '2026-10-25T11:00:00Z')).toEqual([
      ...['2026-10-24T22:00', '2026-10-25T23:00'],
    ]);
  });

  it('begin at one where there is no midnight, and at the first of two', () => {
    expect(days('America/Santiago', '2024-09-08T12:00:00Z', '2024-09-08T13:00:00Z')).toEqual([
      ...['2024-09-08T04:00', '2024-09-09T03:00'],
    ]);
    expect(days('America/Havana', '2024-11-03T12:00:00Z', '2024-11-03T13:00:00Z')).toEqual([
      ...['2024-11-03T04:00', '2024-11-04T05:00'],
    ]);
  });

  it('are left out where a zone has skipped one', () => {
    expect(days('Pacific/Apia', '2011-12-29T12:00:00Z', '2011-12-30T12:00:00Z')).toEqual([
      ...['2011-12-29T10:00', '2011-12-30T10:00', '2011-12-31T10:00'],
    ]);
  });
});
