import type { Queryable, Statement } from '@errand/database';
import { v7 as newId } from 'uuid';
import type { ContactFields } from './commerce-fields';

export type ContactOfUser = ContactFields & { userId: string };

export interface StoredContact extends ContactOfUser {
  normalValue: string | null;
  /** Its normal form by whatever country counts, else its value: what makes two ways to write it one address. */
  address: string;
}

// What is written in another way is the same address, and stays blocked.
const upsertContactsStatement: Statement = {
  name: 'upsert_commerce_user_contacts',
  text: `
    WITH given AS MATERIALIZED (
      SELECT (item->>'id')::uuid AS id, (item->>'userId')::uuid AS user_id, item->>'type' AS type, item->>'value' AS value,
        item->>'normalValue' AS normal_value, COALESCE((item->>'isPrimary')::boolean, old.is_primary, false) AS is_primary,
        same.blocked_at, same.blocked_reason
      FROM jsonb_array_elements($2::jsonb) AS items (item)
      LEFT JOIN commerce_user_contacts old ON old.tenant_id = $1 AND old.commerce_user_id = (item->>'userId')::uuid
        AND old.type = item->>'type' AND old.value = item->>'value'
      LEFT JOIN LATERAL (
        SELECT k.blocked_at, k.blocked_reason FROM commerce_user_contacts k
        WHERE k.tenant_id = $1 AND k.commerce_user_id = (item->>'userId')::uuid AND k.type = item->>'type'
          AND k.blocked_at IS NOT NULL AND k.normal_value = item->>'address'
        ORDER BY k.id LIMIT 1) AS same ON true)
    INSERT INTO commerce_user_contacts (tenant_id, id, commerce_user_id, type, value, normal_value, is_primary, blocked_at,
      blocked_reason, created_at, updated_at)
    SELECT $1::uuid, g.id, g.user_id, g.type, g.value, g.normal_value, g.is_primary, g.blocked_at, g.blocked_reason,
      $3::timestamptz, $3::timestamptz
    FROM given g
    ON CONFLICT (tenant_id, commerce_user_id, type, value) DO UPDATE SET
      normal_value = EXCLUDED.normal_value, is_primary = EXCLUDED.is_primary, updated_at = EXCLUDED.updated_at`,
};

/** @param contacts of which no two have the same user, type and value */
export async function upsertContacts(tx: Queryable, tenantId: string, contacts: StoredContact[], now: Date) {
  const rows = JSON.stringify(contacts.map((contact) => ({ ...contact, id: newId() })));
  await tx.query(upsertContactsStatement, [tenantId, rows, now]);
}
