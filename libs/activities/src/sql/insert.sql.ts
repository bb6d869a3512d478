import type { Addressee } from '@errand/contacts';
import type { Statement } from '@errand/database';
import { tellWebhooks } from '@errand/webhooks';
import { toldColumn, toldOf } from './history.sql';
import { usableContacts } from './load.sql';

const steps = `json_to_recordset($5::json) AS n (id bigint, activity_id uuid, trigger text, from_status text,
        to_status text, error_code text, error_message text)`;

const happened = `(
          SELECT n.*, NULL::text AS disposition, NULL::text AS provider_error_code, $6::timestamptz AS created_at
          FROM ${steps}) AS h`;

/**
 * Inserts activities with their attributes, target users and first events, or none of it when one of the idempotency
 * keys is in use. $1 tenant, $2 JSON array of activities, $3 JSON array of attributes, $4 JSON array of target users,
 * $5 JSON array of events, whose ids say their order, $6 now, $7 actor, $8 ids of the target users' commerce users.
 *
 * Every INSERT reads from a parameter alone, so that they are side by side: one waits for no rows of another, and on a
 * distributed PostgreSQL all are on one node. Keys are inserted in order, or two callers with the same keys in
 * different orders would wait for each other.
 */
export const insertActivities: Statement = {
  name: 'insert-activities',
  text: `
    WITH created AS (
      INSERT INTO activities (tenant_id, id, type, channel, reason, status, origin, idempotency_key, content_hash,
        commerce_id, assignment_reason, route_id, operator_id, scheduled_at, suggested_execution_time, score,
        user_status, target_criteria, metadata, pinned_config_id, next_attempt_at, last_error_code,
        last_error_message, created_at, updated_at)
      SELECT $1, n.id, n.type, n.channel, n.reason, n.status, n.origin, n.idempotency_key,
        decode(n.content_hash, 'hex'), n.commerce_id, n.assignment_reason, n.route_id, n.operator_id, n.scheduled_at,
        n.suggested_execution_time, n.score, n.user_status, n.target_criteria, n.metadata, n.pinned_config_id,
        n.next_attempt_at, n.last_error_code, n.last_error_message, $6, $6
      FROM json_to_recordset($2::json) AS n (
        id uuid, type text, channel text, reason text, status text, origin text, idempotency_key text,
        content_hash text, commerce_id uuid, assignment_reason text, route_id uuid, operator_id uuid,
        scheduled_at timestamptz, suggested_execution_time text, score double precision, user_status text,
        target_criteria jsonb, metadata jsonb, pinned_config_id uuid, next_attempt_at timestamptz, last_error_code text,
        last_error_message text)
      ORDER BY n.idempotency_key, n.id),
    history AS (
      INSERT INTO activity_events (tenant_id, activity_id, trigger, from_status, to_status, actor, error_code,
        error_message, created_at)
      SELECT $1, n.activity_id, n.trigger, n.from_status, n.to_status, $7, n.error_code, n.error_message, $6
      FROM ${steps}
      ORDER BY n.id),
    told AS (${tellWebhooks(toldOf(happened))}),
    attributes AS (
      INSERT INTO activity_attributes (tenant_id, activity_id, key, value, fallback, strategy, resolver,
        resolution_status, error_message, created_at, updated_at)
      SELECT $1, n.activity_id, n.key, n.value, n.fallback, n.strategy, n.resolver, n.resolution_status,
        n.error_message, $6, $6
      FROM json_to_recordset($3::json) AS n (activity_id uuid, key text, value jsonb, fallback jsonb, strategy text,
        resolver text, resolution_status text, error_message text)),
    target_users AS (
      INSERT INTO activity_target_users (tenant_id, activity_id, id, commerce_user_id, resolution_status, lock_reason,
        error_message, created_at, updated_at)
      SELECT $1, n.activity_id, n.id, n.commerce_user_id, n.resolution_status, n.lock_reason, n.error_message, $6, $6
      FROM json_to_recordset($4::json) AS n (activity_id uuid, id uuid, commerce_user_id uuid, resolution_status text,
        lock_reason text, error_message text))
    SELECT ${toldColumn}, (SELECT t.settings->>'country' FROM tenants t WHERE t.id = $1) AS country, ARRAY(
      SELECT json_build_object('id', u.id, 'firstName', u.first_name, 'lastName', u.last_name,
        'contacts', ${usableContacts}, 'country', c.country)
      FROM commerce_users u JOIN commerces c ON c.tenant_id = u.tenant_id AND c.id = u.commerce_id
      WHERE u.tenant_id = $1 AND u.id = ANY($8::uuid[])) AS users`,
};

/** What is told of the activities that were created beside what the caller knew. */
export interface CreatedRow {
  users: AddressedUser[];
  /** The tenant's, of phones without a country code. */
  country: string | null;
}

export interface AddressedUser extends Addressee {
  id: string;
  /** The store's. */
  country: string | null;
}

export interface ExistingKey {
  id: string;
  idempotency_key: string;
  content_hash: Buffer;
}

/** Who holds these idempotency keys. $1 tenant, $2 keys. */
export const findByIdempotencyKeys: Statement = {
  name: 'find-by-idempotency-keys',
  text: `
    SELECT id, idempotency_key, content_hash FROM activities
    WHERE tenant_id = $1 AND idempotency_key = ANY($2::text[])`,
};
