import type { Statement } from '@errand/database';
import type { Client } from 'pg';

interface PlanNode {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** How many rows a statement reads from tables and indexes: its work, whatever else the machine does. */
export async function rowsRead(client: Client, { name, text }: Statement, values: unknown[]): Promise<number> {
  const given = values.length > 0 ? `(${values.map((value) => literal(client, value)).join(', ')})` : '';
  await client.query(`PREPARE "${name}" AS ${text}`);
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE "${name}" ${given}`,
  );
  await client.query(`DEALLOCATE "${name}"`);
  return rows.reduce((sum, row) => sum + readBy(row['QUERY PLAN'][0].Plan), 0);
}

function readBy(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, child) => sum + readBy(child), 0);
  if (!/^(Seq|Index|Index Only|Bitmap Heap|Bitmap Index) Scan$/.test(node['Node Type'])) return below;
  const passed = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
  return below + (passed + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops'];
}

function literal(client: Client, value: unknown): string {
  if (value === null) return 'NULL';
  const text = Array.isArray(value)
    ? `{${value.join(',')}}`
    : value instanceof Date
      ? value.toISOString()
      : `${value as string}`;
  return client.escapeLiteral(text);
}
