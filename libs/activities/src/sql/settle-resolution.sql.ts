import type { Statement } from '@errand/database';
import { transitions } from '../status';
import { returningHistory, tellHistory, toldColumn } from './history.sql';

const { from, to } = transitions.RESOLUTION_FAILED;

/**
 * Stores what was found for claimed activities, in one statement: their attributes, their target users in place of
 * the PENDING ones (nobody a second time whom a person has assigned), and for those that cannot be sent the transition,
 * which gives the attempt back and ends the lease. A row is touched only while it is READY and its lease token is the
 * claim's. $1 tenant, $2 ids, $3 lease token, $4 now, $5 JSON array of failures (id, code, message) and $6 their ids,
 * $7 JSON array of attributes, $8 ids of those whose target users were found, $9 JSON array of these. Returns the ids
 * that were still the claim's.
 */
export const settleResolution: Statement = {
  name: 'settle-resolution',
  text: `
    WITH ours AS (
      SELECT id FROM activities
      WHERE tenant_id = $1 AND id = ANY($2::uuid[]) AND lease_token = $3 AND status = '${from}'
      FOR UPDATE),
    failure AS (
      SELECT f.id, f.code, f.message FROM json_to_recordset($5::json) AS f (id uuid, code text, message text)
      JOIN ours ON ours.id = f.id),
    failed AS (
      UPDATE activities a
      SET status = '${to}', dispatch_attempt_count = a.dispatch_attempt_count - 1, lease_token = NULL,
        next_attempt_at = NULL, last_error_code = f.code, last_error_message = f.message,
        last_error_disposition = NULL, last_error_provider_code = NULL, updated_at = $4
      FROM failure f
      WHERE a.tenant_id = $1 AND a.id = ANY($6::uuid[]) AND a.id = f.id AND a.status = '${from}'),
    history AS (
      INSERT INTO activity_events (tenant_id, activity_id, trigger, from_status, to_status, actor, error_code,
        error_message, created_at)
      SELECT $1, f.id, 'RESOLUTION_FAILED', '${from}', '${to}', 'dispatcher', f.code, f.message, $4 FROM failure f
      ${returningHistory}),
    ${tellHistory},
    attributes AS (
      UPDATE activity_attributes x
      SET value = n.value, strategy = n.strategy, resolver = n.resolver, resolution_status = n.resolution_status,
        error_message = n.error_message, updated_at = $4
      FROM json_to_recordset($7::json) AS n (activity_id uuid, key text, value jsonb, strategy text, resolver text,
        resolution_status text, error_message text)
      JOIN ours ON ours.id = n.activity_id
      WHERE x.tenant_id = $1 AND x.activity_id = ANY($2::uuid[]) AND x.activity_id = n.activity_id AND x.key = n.key),
    replaced AS (
      DELETE FROM activity_target_users t
      WHERE t.tenant_id = $1 AND t.activity_id = ANY($8::uuid[]) AND t.resolution_status = 'PENDING'
        AND t.activity_id = ANY(ARRAY(SELECT id FROM ours))),
    target_users AS (
      INSERT INTO activity_target_users (tenant_id, activity_id, id, commerce_user_id, resolution_status, lock_reason,
        error_message, created_at, updated_at)
      SELECT $1, n.activity_id, n.id, n.commerce_user_id, n.resolution_status, n.lock_reason, n.error_message, $4, $4
      FROM json_to_recordset($9::json) AS n (activity_id uuid, id uuid, commerce_user_id uuid, resolution_status text,
        lock_reason text, error_message text)
      JOIN ours ON ours.id = n.activity_id
      WHERE NOT EXISTS (SELECT FROM activity_target_users l
        WHERE l.tenant_id = $1 AND l.activity_id = n.activity_id AND l.commerce_user_id = n.commerce_user_id))
    SELECT id, ${toldColumn} FROM ours`,
};

/**
 * The same where nothing but attributes was found, and nothing failed: what most claims end with. $1 tenant, $2 ids,
 * $3 lease token, $4 now, $5 JSON array of attributes. Returns the ids that were still the claim's.
 */
export const storeAttributes: Statement = {
  name: 'store-attributes-of-claim',
  text: `
    WITH ours AS MATERIALIZED (
      SELECT id FROM activities
      WHERE tenant_id = $1 AND id = ANY($2::uuid[]) AND lease_token = $3 AND status = '${from}'
      FOR UPDATE),
    attributes AS (
      UPDATE activity_attributes x
      SET value = n.value, strategy = n.strategy, resolver = n.resolver, resolution_status = n.resolution_status,
        error_message = n.error_message, updated_at = $4
      FROM json_to_recordset($5::json) AS n (activity_id uuid, key text, value jsonb, strategy text, resolver text,
        resolution_status text, error_message text)
      WHERE x.tenant_id = $1 AND x.activity_id = ANY(ARRAY(SELECT id FROM ours)) AND x.activity_id = n.activity_id
        AND x.key = n.key)
    SELECT id FROM ours`,
};
