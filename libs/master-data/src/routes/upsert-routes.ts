import type { Queryable, Statement } from '@errand/database';
import { v7 as newId } from 'uuid';
import type { RouteFields } from './routes.service';

// The join brings what an item leaves out; the order keeps two syncs of the same rows from deadlocking.
const upsertRoutesStatement: Statement = {
  name: 'upsert_routes',
  text: `
    INSERT INTO routes (tenant_id, id, external_id, name, is_active, created_at, updated_at)
    SELECT $1::uuid, (item->>'id')::uuid, item->>'externalId', item->>'name',
      COALESCE((item->>'isActive')::boolean, old.is_active, true),
      $3::timestamptz, $3::timestamptz
    FROM jsonb_array_elements($2::jsonb) AS items (item)
    LEFT JOIN routes old ON old.tenant_id = $1 AND old.external_id = item->>'externalId'
    ORDER BY item->>'externalId'
    ON CONFLICT (tenant_id, external_id) DO UPDATE SET
      name = EXCLUDED.name, is_active = EXCLUDED.is_active, updated_at = EXCLUDED.updated_at
    RETURNING (xmax = 0) AS created`,
};

/** @param items with externalIds that differ from each other */
export async function upsertRoutes(database: Queryable, tenantId: string, items: RouteFields[], now: Date) {
  const rows = JSON.stringify(items.map((item) => ({ ...item, id: newId() })));
  return database.query<{ created: boolean }>(upsertRoutesStatement, [tenantId, rows, now]);
}
