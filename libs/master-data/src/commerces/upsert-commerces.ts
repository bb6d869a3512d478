import type { Queryable, Statement } from '@errand/database';
import { v7 as newId } from 'uuid';
import type { CommerceFields } from './commerce-fields';

// The join brings what an item leaves out; the order keeps two syncs of the same rows from deadlocking.
const upsertCommercesStatement: Statement = {
  name: 'upsert_commerces',
  text: `
    INSERT INTO commerces (tenant_id, id, external_id, name, tax_id, is_active, metadata, created_at, updated_at)
    SELECT $1::uuid, (item->>'id')::uuid, item->>'externalId', item->>'name',
      CASE WHEN item ? 'taxId' THEN item->>'taxId' ELSE old.tax_id END,
      COALESCE((item->>'isActive')::boolean, old.is_active, true),
      COALESCE(item->'metadata', old.metadata, '{}'),
      $3::timestamptz, $3::timestamptz
    FROM jsonb_array_elements($2::jsonb) AS items (item)
    LEFT JOIN commerces old ON old.tenant_id = $1 AND old.external_id = item->>'externalId'
    ORDER BY item->>'externalId'
    ON CONFLICT (tenant_id, external_id) DO UPDATE SET
      name = EXCLUDED.name, tax_id = EXCLUDED.tax_id, is_active = EXCLUDED.is_active,
      metadata = EXCLUDED.metadata, updated_at = EXCLUDED.updated_at
    RETURNING id, external_id, (xmax = 0) AS created`,
};

interface UpsertedCommerce {
  id: string;
  external_id: string;
  created: boolean;
}

/** @param items with externalIds that differ from each other */
export async function upsertCommerces(tx: Queryable, tenantId: string, items: CommerceFields[], now: Date) {
  const rows = items.map(({ externalId, name, taxId, isActive, metadata }) => {
    return { id: newId(), externalId, name, taxId, isActive, metadata };
  });
  return tx.query<UpsertedCommerce>(upsertCommercesStatement, [tenantId, JSON.stringify(rows), now]);
}
