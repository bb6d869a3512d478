import type { Queryable, Statement } from '@errand/database';
import type { ContactOfUser } from './upsert-contacts';

const demoteContactsStatement: Statement = {
  name: 'demote_commerce_user_contacts',
  text: `
    UPDATE commerce_user_contacts contact SET is_primary = false, updated_at = $5
    FROM unnest($2::uuid[], $3::text[], $4::text[]) AS promoted (user_id, type, value)
    WHERE contact.tenant_id = $1 AND contact.commerce_user_id = promoted.user_id
      AND contact.type = promoted.type AND contact.value <> promoted.value AND contact.is_primary`,
};

/** Makes room for new primary contacts: the others of the same user and type are no longer primary. */
export async function demoteContacts(tx: Queryable, tenantId: string, promoted: ContactOfUser[], now: Date) {
  const [users, types, values] = [
    promoted.map(({ userId }) => userId),
    promoted.map(({ type }) => type),
    promoted.map(({ value }) => value),
  ];
  await tx.query(demoteContactsStatement, [tenantId, users, types, values, now]);
}
