import { retryAfterMs } from './retry-after';

describe('Retry-After', () => {
  const now = Date.parse('2026-01-05T14:00:00Z');
  const year = 365 * 86_400_000;

  it.each([
    ['120', 120_000],
    ['0', 0],
    [' 7 ', 7_000],
    ['2026', 2_026_000],
    ['1.5', 1_500],
    ['.0001', 1],
    ['9999999999', year],
    ['9'.repeat(400), year],
    ['5, 120', 120_000],
    ['soon, 3', 3_000],
    ['Mon, 05 Jan 2026 14:00:30 GMT', 30_000],
    ['Mon, 05 Jan 2026 13:00:00 GMT', 0],
    ['Mon, 05 Jan 2026 14:00:30', 30_000],
    ['mon, 5 jan 2026 14:00:30 utc', 30_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', year],
    ['Monday, 05-Jan-26 14:00:30 GMT', 30_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    ['Mon Jan  5 14:00:30 2026', 30_000],
    ['Mon Jan 12 14:00:00 2026', 7 * 86_400_000],
    ['7, Mon, 05 Jan 2026 14:00:30 GMT, Mon Jan  5 14:00:40 2026', 40_000],
    ['-5', null],
    ['1e3', null],
    ['soon', null],
    ['Mon, 05 Foo 2026 14:00:30 GMT', null],
    ['Mon, 05 Jan 2026 14:00:60 GMT', 60_000],
    ['Mon, 30 Feb 2026 14:00:30 GMT', null],
    ['Fri, 99 Nov 2099 99:99:99 GMT', null],
    ['Mon, 05 Jan 2026 24:00:00 GMT', null],
    ['Mon, 00 Jan 2099 14:00:00 GMT', null],
    ['', null],
    [undefined, null],
  ])('%s is a wait of %s ms', (header, wait) => {
    expect(retryAfterMs(header, now)).toBe(wait);
  });
});
