import { retryAfterMs } from './retry-after';

describe('Retry-After', () => {
  const now = Date.parse('2026-01-05T14:00:00Z');

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Mon, 05 Jan 2026 14:00:30 GMT', 30_000],
    ['Mon, 05 Jan 2026 13:00:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['2026', 2_026_000],
    [undefined, null],
  ])('%s is a wait of %s ms', (header, wait) => {
    expect(retryAfterMs(header, now)).toBe(wait);
  });
});
