import { normalForm } from '@errand/contacts';
import type { Queryable, Statement } from '@errand/database';
import type { ContactType } from '@errand/vocabulary';

interface StoredPhone {
  id: string;
  type: ContactType;
  value: string;
  normalValue: string | null;
  country: string | null;
}

const phonesStatement: Statement = {
  name: 'phones_of_commerces',
  text: `
    SELECT k.id, k.type, k.value, k.normal_value AS "normalValue", c.country
    FROM commerces c
    JOIN commerce_users u ON u.tenant_id = c.tenant_id AND u.commerce_id = c.id
    JOIN commerce_user_contacts k ON k.tenant_id = c.tenant_id AND k.commerce_user_id = u.id
    WHERE c.tenant_id = $1 AND c.id = ANY($2::uuid[]) AND k.type IN ('PHONE', 'WHATSAPP')
      AND k.blocked_at IS NULL
    ORDER BY k.id`,
};

const setNormalValuesStatement: Statement = {
  name: 'set_normal_values',
  text: `
    UPDATE commerce_user_contacts k SET normal_value = n.normal_value
    FROM unnest($2::uuid[], $3::text[]) AS n (id, normal_value)
    WHERE k.tenant_id = $1 AND k.id = ANY($2::uuid[]) AND k.id = n.id`,
};

/**
 * Works the phones of these stores' people out anew: the stores, which the transaction holds, may be of another country now.
 * What is blocked stays what it was blocked as.
 */
export async function renormalizeContacts(
  tx: Pick<Queryable, 'query'>,
  tenantId: string,
  commerceIds: string[],
): Promise<void> {
  const phones = await tx.query<StoredPhone>(phonesStatement, [tenantId, commerceIds]);
  const changed = phones.flatMap(({ id, type, value, country, normalValue: before }) => {
    const normalValue = normalForm(type, value, country);
    return normalValue === before ? [] : [{ id, normalValue }];
  });
  if (changed.length === 0) return;
  const columns = [changed.map(({ id }) => id), changed.map(({ normalValue }) => normalValue)];
  await tx.query(setNormalValuesStatement, [tenantId, ...columns]);
}
