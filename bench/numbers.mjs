/** @param {number[]} values */
export function sorted(values) {
  return [...values].sort((a, b) => a - b);
}

/**
 * The smallest value that at least `share` of the values do not exceed.
 * @param {number[]} values
 * @param {number} share 0 … 1
 */
export function quantile(values, share) {
  return sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number} perSecond */
export const rate = (perSecond) => `${Math.round(perSecond).toLocaleString('en-US')}/s`;

/** @param {number} value */
export const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** @param {string[]} texts */
export const notes = (...texts) => texts.filter((text) => text !== '').join('; ');

/**
 * Runs `work` for every item, so many at once.
 * @template T
 * @param {T[]} items
 * @param {number} atOnce
 * @param {(item: T) => Promise<void>} work
 */
export async function inParallel(items, atOnce, work) {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
