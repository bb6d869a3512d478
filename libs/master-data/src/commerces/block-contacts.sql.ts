import type { Statement } from '@errand/database';
import { tellingWebhooks } from '@errand/webhooks';
import type { ContactType } from '@errand/vocabulary';

/** A contact of somebody whom an activity addresses. */
export interface AddressedContact {
  id: string;
  commerceUserId: string;
  commerceId: string;
  type: ContactType;
  value: string;
  normalValue: string | null;
  /** Of phones without a country code. */
  country: string | null;
}

/** The contacts of one type that an activity's target users have and that are not blocked. $1 tenant, $2 activity, $3 type. */
export const findAddressed: Statement = {
  name: 'find-addressed-contacts',
  text: `
    SELECT DISTINCT k.id, k.commerce_user_id AS "commerceUserId", u.commerce_id AS "commerceId", k.type, k.value,
      k.normal_value AS "normalValue", COALESCE(c.country, tenant.settings->>'country') AS country
    FROM activity_target_users t
    JOIN commerce_users u ON u.tenant_id = t.tenant_id AND u.id = t.commerce_user_id
    JOIN commerces c ON c.tenant_id = t.tenant_id AND c.id = u.commerce_id
    JOIN commerce_user_contacts k ON k.tenant_id = t.tenant_id AND k.commerce_user_id = u.id
    JOIN tenants tenant ON tenant.id = t.tenant_id
    WHERE t.tenant_id = $1 AND t.activity_id = $2 AND k.type = $3 AND k.blocked_at IS NULL
    ORDER BY k.id`,
};

/**
 * Holds people and their stores, in one order, as whoever else writes contacts does. $1 tenant, $2 commerce users.
 */
export const lockPeople: Statement = {
  name: 'lock-people-of-contacts',
  text: `
    SELECT u.id FROM commerce_users u JOIN commerces c ON c.tenant_id = $1 AND c.id = u.commerce_id
    WHERE u.tenant_id = $1 AND u.id = ANY($2::uuid[])
    ORDER BY c.id, u.id FOR SHARE OF c FOR UPDATE OF u`,
};

/**
 * Blocks contacts that are not blocked and still have the value that they were chosen by. $1 tenant, $2 ids, $3 their
 * values and $4 normal forms (same order), $5 when, $6 why. Returns those that it blocks.
 */
export const blockContacts: Statement = {
  name: 'block-contacts',
  text: `
    UPDATE commerce_user_contacts k
    SET blocked_at = $5, blocked_reason = $6, normal_value = n.normal_value, updated_at = $5
    FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n (id, value, normal_value)
    WHERE k.tenant_id = $1 AND k.id = ANY($2::uuid[]) AND k.id = n.id AND k.value = n.value AND k.blocked_at IS NULL
    RETURNING k.id`,
};

/** $1 tenant, $2 JSON array of the people and what is told of each, $3 when. */
export const tellOfBlocked: Statement = tellingWebhooks(
  'tell-of-blocked-contacts',
  `SELECT b.place, b.subject_id, 'contact.blocked' AS event_type, $3::timestamptz AS occurred_at, b.data
        FROM json_to_recordset($2::json) AS b (place integer, subject_id uuid, data jsonb)`,
);
