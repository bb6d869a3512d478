import type { Queryable, Statement } from '@errand/database';
import { v7 as newId } from 'uuid';
import type { ContactFields } from './commerce-fields';

export type ContactOfUser = ContactFields & { userId: string };

const upsertContactsStatement: Statement = {
  name: 'upsert_commerce_user_contacts',
  text: `
    INSERT INTO commerce_user_contacts (tenant_id, id, commerce_user_id, type, value, is_primary, created_at, updated_at)
    SELECT $1::uuid, (item->>'id')::uuid, (item->>'userId')::uuid, item->>'type', item->>'value',
      COALESCE((item->>'isPrimary')::boolean, old.is_primary, false),
      $3::timestamptz, $3::timestamptz
    FROM jsonb_array_elements($2::jsonb) AS items (item)
    LEFT JOIN commerce_user_contacts old ON old.tenant_id = $1 AND old.commerce_user_id = (item->>'userId')::uuid
      AND old.type = item->>'type' AND old.value = item->>'value'
    ON CONFLICT (tenant_id, commerce_user_id, type, value) DO UPDATE SET
      is_primary = EXCLUDED.is_primary, updated_at = EXCLUDED.updated_at`,
};

/** @param contacts of which no two have the same user, type and value */
export async function upsertContacts(tx: Queryable, tenantId: string, contacts: ContactOfUser[], now: Date) {
  const rows = JSON.stringify(contacts.map((contact) => ({ ...contact, id: newId() })));
  await tx.query(upsertContactsStatement, [tenantId, rows, now]);
}
