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

/**
 * SQL: the ids of the parents that are gone and have left rows in a table behind. Goes from one parent to the next in an
 * index on (tenant_id, column), however many rows each has. $1 tenant.
 */
export function goneParents({ table, column, parents }: { table: string; column: string; parents: string }): string {
  return `
    WITH RECURSIVE known AS (
      (SELECT ${column} AS id FROM ${table} WHERE tenant_id = $1 ORDER BY ${column} LIMIT 1)
      UNION ALL
      SELECT (
        SELECT c.${column} FROM ${table} c
        WHERE c.tenant_id = $1 AND c.${column} > known.id
        ORDER BY c.${column} LIMIT 1)
      FROM known WHERE known.id IS NOT NULL)
    SELECT id FROM known
    WHERE id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${parents} p WHERE p.tenant_id = $1 AND p.id = known.id)`;
}
