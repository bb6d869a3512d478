import type { Queryable, Statement } from './statement';

/** Small, so that no statement holds its locks for long and replicas keep up. */
const batchSize = 500;

/**
 * Removes rows batch by batch, until there are no more of them or the signal aborts.
 * @param statement returns one row for each that it removed; its last parameter is how many at most
 * @param values of its other parameters
 * @returns how many were removed
 */
export async function purgeInBatches(
  db: Queryable,
  statement: Statement,
  values: unknown[],
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  for (let batch = batchSize; batch === batchSize && !signal.aborted; removed += batch) {
    batch = (await db.query(statement, [...values, batchSize])).length;
  }
  return removed;
}
