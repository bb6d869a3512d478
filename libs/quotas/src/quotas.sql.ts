import type { Statement } from '@errand/database';

/** Makes those who add a row of this kind to the tenant take turns until their transaction ends. $1 tenant, $2 kind. */
export const takeTurn: Statement = {
  name: 'take-quota-turn',
  text: `
    INSERT INTO quota_turns (tenant_id, kind) VALUES ($1, $2)
    ON CONFLICT (tenant_id, kind) DO UPDATE SET kind = EXCLUDED.kind`,
};

/** How many rows of a table the tenant has. $1 tenant. */
export function countRows(table: string, condition = 'true'): Statement {
  return {
    name: `count-quota-of-${table}`,
    text: `SELECT count(*)::integer AS count FROM ${table} WHERE tenant_id = $1 AND ${condition}`,
  };
}
