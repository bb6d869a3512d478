import type { Queryable, Statement } from '@errand/database';
import type { MatchedUser } from './match-users';

export type UserOfCommerce = MatchedUser & { commerceId: string };

// The join brings what a user leaves out. The commerces are locked by then, so the rows cannot change meanwhile.
const upsertUsersStatement: Statement = {
  name: 'upsert_commerce_users',
  text: `
    INSERT INTO commerce_users (tenant_id, id, commerce_id, external_id, first_name, last_name, roles, is_active,
      created_at, updated_at)
    SELECT $1::uuid, (item->>'id')::uuid, (item->>'commerceId')::uuid,
      COALESCE(item->>'externalId', old.external_id),
      item->>'firstName',
      CASE WHEN item ? 'lastName' THEN item->>'lastName' ELSE old.last_name END,
      ARRAY(SELECT jsonb_array_elements_text(item->'roles')),
      COALESCE((item->>'isActive')::boolean, old.is_active, true),
      $3::timestamptz, $3::timestamptz
    FROM jsonb_array_elements($2::jsonb) AS items (item)
    LEFT JOIN commerce_users old ON old.tenant_id = $1 AND old.id = (item->>'id')::uuid
    ON CONFLICT (tenant_id, id) DO UPDATE SET
      external_id = EXCLUDED.external_id, first_name = EXCLUDED.first_name, last_name = EXCLUDED.last_name,
      roles = EXCLUDED.roles, is_active = EXCLUDED.is_active, updated_at = EXCLUDED.updated_at`,
};

export async function upsertUsers(tx: Queryable, tenantId: string, users: UserOfCommerce[], now: Date): Promise<void> {
  const rows = users.map(({ contacts: _, ...row }) => row);
  await tx.query(upsertUsersStatement, [tenantId, JSON.stringify(rows), now]);
}
