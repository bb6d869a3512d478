import { instantsOf, localTime } from './time-zone';

const iso = (local: string, zone: string) => instantsOf(local, zone).map((instant) => instant.toISOString());

describe('a local time', () => {
  it.each([
    ['2026-11-28T09:30', 'UTC', ['2026-11-28T09:30:00.000Z']],
    ['2026-11-28T09:30', 'America/Bogota', ['2026-11-28T14:30:00.000Z']],
    ['2026-11-28T00:15', 'Asia/Kathmandu', ['2026-11-27T18:30:00.000Z']],
    // Santiago: back on 5 April 2026 at 24:00, forward on 6 September 2026 at 00:00.
    ['2026-04-04T23:30', 'America/Santiago', ['2026-04-05T02:30:00.000Z', '2026-04-05T03:30:00.000Z']],
    ['2026-09-06T00:30', 'America/Santiago', []],
    ['2026-09-06T01:00', 'America/Santiago', ['2026-09-06T04:00:00.000Z']],
    ['2026-10-25T02:30', 'Europe/Madrid', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-03-29T02:30', 'Europe/Madrid', []],
    // Half an hour only.
    ['2026-10-04T02:15', 'Australia/Lord_Howe', []],
    ['nonsense', 'UTC', []],
  ])('%s in %s is %j', (local, zone, instants) => {
    expect(iso(local, zone)).toEqual(instants);
  });

  it.each(['UTC', 'America/Santiago', 'Europe/Madrid', 'Australia/Lord_Howe', 'Pacific/Apia'])(
    'of every hour of a year in %s leads back to it',
    (zone) => {
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
        const instant = new Date(at);
        expect(instantsOf(localTime(instant, zone), zone)).toContainEqual(instant);
      }
    },
  );
});
