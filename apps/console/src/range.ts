const hours = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 };

/** A time until now, as addresses name it. */
export type Range = keyof typeof hours;

/** When a range that ends then begins, ms since 1970. */
export function beginningOf(range: Range, end: number): number {
  return end - hours[range] * 3_600_000;
}

/** The same as an instant of a whole minute, so that within one the same address is the same question. */
export function beginningText(range: Range, now: number): string {
  return new Date(Math.floor(beginningOf(range, now) / 60_000) * 60_000).toISOString();
}
