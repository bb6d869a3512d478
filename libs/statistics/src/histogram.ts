/** Upper bounds (ms, not included) of how long attempts took; beyond the last there is one more part. */
export const bounds = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 60_000] as const;

/**
 * About how long (whole ms) that share of the attempts took at most, as if those of one part were spread evenly in it; what took
 * longer than the last bound counts as the last bound. Null without attempts.
 * @param histogram how many attempts there are in each part
 * @param share 0 to 1
 */
export function percentile(histogram: readonly number[], share: number): number | null {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let left = total * share;
  for (const [part, count] of histogram.entries()) {
    if (count > 0 && left <= count) {
      const lower = bounds[part - 1] ?? 0;
      const upper = bounds[part] ?? lower;
      return Math.round(lower + ((upper - lower) * left) / count);
    }
    left -= count;
  }
  return bounds[bounds.length - 1] ?? null;
}
