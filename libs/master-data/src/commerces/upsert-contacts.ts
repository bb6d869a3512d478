import type { Queryable, Statement } from '@errand/database';
import { v7 as newId } from 'uuid';
import type { ContactFields } from './commerce-fields';
import type { Block } from './contact-blocks';

export type ContactOfUser = ContactFields & { userId: string };

export interface StoredContact extends ContactOfUser, Block {
  normalValue: string | null;
}

// A block stays with the normal form that it was made by.
const upsertContactsStatement: Statement = {
  name: 'upsert_commerce_user_contacts',
  text: `
    WITH given AS MATERIALIZED (
      SELECT (item->>'id')::uuid AS id, (item->>'userId')::uuid AS user_id, item->>'type' AS type, item->>'value' AS value,
        item->>'normalValue' AS normal_value, COALESCE((item->>'isPrimary')::boolean, old.is_primary, false) AS is_primary,
        (item->>'blockedAt')::timestamptz AS blocked_at, item->>'blockedReason' AS blocked_reason
      FROM jsonb_array_elements($2::jsonb) AS items (item)
      LEFT JOIN commerce_user_contacts old ON old.tenant_id = $1 AND old.commerce_user_id = (item->>'userId')::uuid
        AND old.type = item->>'type' AND old.value = item->>'value')
    INSERT INTO commerce_user_contacts AS k (tenant_id, id, commerce_user_id, type, value, normal_value, is_primary, blocked_at,
      blocked_reason, created_at, updated_at)
    SELECT $1::uuid, g.id, g.user_id, g.type, g.value, g.normal_value, g.is_primary, g.blocked_at, g.blocked_reason,
      $3::timestamptz, $3::timestamptz
    FROM given g
    ON CONFLICT (tenant_id, commerce_user_id, type, value) DO UPDATE SET
      normal_value = CASE WHEN k.blocked_at IS NULL THEN EXCLUDED.normal_value ELSE k.normal_value END,
      is_primary = EXCLUDED.is_primary, updated_at = EXCLUDED.updated_at,
      blocked_at = CASE WHEN k.blocked_at IS NULL THEN EXCLUDED.blocked_at ELSE k.blocked_at END,
      blocked_reason = CASE WHEN k.blocked_at IS NULL THEN EXCLUDED.blocked_reason ELSE k.blocked_reason END`,
};

/** @param contacts of which no two have the same user, type and value */
export async function upsertContacts(tx: Queryable, tenantId: string, contacts: StoredContact[], now: Date) {
  const rows = JSON.stringify(contacts.map((contact) => ({ ...contact, id: newId() })));
  await tx.query(upsertContactsStatement, [tenantId, rows, now]);
}
