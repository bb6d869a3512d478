import type { Queryable, Statement } from '@errand/database';
import { v7 as newId } from 'uuid';
import type { CommerceFields } from './commerce-fields';

// The join brings what an item leaves out; the order keeps two syncs of the same rows from deadlocking.
const upsertCommercesStatement: Statement = {
  name: 'upsert_commerces',
  text: `
    WITH given AS MATERIALIZED (
      SELECT (item->>'id')::uuid AS id, item->>'externalId' AS external_id, item->>'name' AS name,
        CASE WHEN item ? 'taxId' THEN item->>'taxId' ELSE old.tax_id END AS tax_id,
        CASE WHEN item ? 'country' THEN item->>'country' ELSE old.country END AS country,
        COALESCE((item->>'isActive')::boolean, old.is_active, true) AS is_active,
        COALESCE(item->'metadata', old.metadata, '{}') AS metadata
      FROM jsonb_array_elements($2::jsonb) AS items (item)
      LEFT JOIN commerces old ON old.tenant_id = $1 AND old.external_id = item->>'externalId')
    INSERT INTO commerces (tenant_id, id, external_id, name, tax_id, country, is_active, metadata, created_at, updated_at)
    SELECT $1::uuid, g.id, g.external_id, g.name, g.tax_id, g.country, g.is_active, g.metadata,
      $3::timestamptz, $3::timestamptz
    FROM given g ORDER BY g.external_id
    ON CONFLICT (tenant_id, external_id) DO UPDATE SET
      name = EXCLUDED.name, tax_id = EXCLUDED.tax_id, country = EXCLUDED.country, is_active = EXCLUDED.is_active,
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
  const rows = items.map(({ externalId, name, taxId, country, isActive, metadata }) => {
    return { id: newId(), externalId, name, taxId, country, isActive, metadata };
  });
  return tx.query<UpsertedCommerce>(upsertCommercesStatement, [tenantId, JSON.stringify(rows), now]);
}
