import type { Queryable, Statement } from '@errand/database';
import { v7 as newId } from 'uuid';
import type { OperatorFields } from './operator-fields';

// The join brings what an item leaves out; the order keeps two syncs of the same rows from deadlocking.
const upsertOperatorsStatement: Statement = {
  name: 'upsert_operators',
  text: `
    INSERT INTO operators (tenant_id, id, external_id, type, name, email, phone, is_active, created_at, updated_at)
    SELECT $1::uuid, (item->>'id')::uuid, item->>'externalId', item->>'type', item->>'name',
      CASE WHEN item ? 'email' THEN item->>'email' ELSE old.email END,
      CASE WHEN item ? 'phone' THEN item->>'phone' ELSE old.phone END,
      COALESCE((item->>'isActive')::boolean, old.is_active, true),
      $3::timestamptz, $3::timestamptz
    FROM jsonb_array_elements($2::jsonb) AS items (item)
    LEFT JOIN operators old ON old.tenant_id = $1 AND old.external_id = item->>'externalId'
    ORDER BY item->>'externalId'
    ON CONFLICT (tenant_id, external_id) DO UPDATE SET
      type = EXCLUDED.type, name = EXCLUDED.name, email = EXCLUDED.email, phone = EXCLUDED.phone,
      is_active = EXCLUDED.is_active, updated_at = EXCLUDED.updated_at
    RETURNING (xmax = 0) AS created`,
};

/** @param items with externalIds that differ from each other */
export async function upsertOperators(database: Queryable, tenantId: string, items: OperatorFields[], now: Date) {
  const rows = JSON.stringify(items.map((item) => ({ ...item, id: newId() })));
  return database.query<{ created: boolean }>(upsertOperatorsStatement, [tenantId, rows, now]);
}
