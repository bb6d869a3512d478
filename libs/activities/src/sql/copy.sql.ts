import type { Statement } from '@errand/database';
import { transitions } from '../status';
import { returningHistory, tellHistory, toldColumn } from './history.sql';

/** A copy's idempotency key is one of these and the id of the original, so that each is copied once. */
export const redriveKeyPrefix = 'redrive:';
export const followUpKeyPrefix = 'follow-up:';

/** What every copy takes over; the rest starts anew. */
const copied = `type, channel, reason, commerce_id, assignment_reason, route_id, operator_id, score, user_status,
  target_criteria, metadata, pinned_config_id`;

interface Copying {
  name: string;
  /** SQL for the copy's origin. */
  origin: string;
  /** The column that names the original. */
  link: 'retry_of' | 'follow_up_of';
  keyPrefix: string;
  /** The activity's columns that the copy takes over. */
  columns: string;
  /** SQL for which originals are copied. */
  condition: string;
  /** SQL for the columns of a copied target user, of the original's row `t`. */
  targetUser: string;
}

/** SQL for an attribute's column of a copy, of the original's row `x`: what is found when it is sent, is found anew. */
const unlessFoundLate = (column: string, anew: string) =>
  `CASE WHEN x.strategy = 'ON_DISPATCH' THEN ${anew} ELSE x.${column} END`;

/**
 * Makes linked copies of activities with their attributes and target users. $1 tenant, $2 original ids, $3 new ids and
 * $6 when each is due (same order), $4 now, $5 actor. Returns the copies that were made.
 */
const copying = ({ name, origin, link, keyPrefix, columns, condition, targetUser }: Copying): Statement => ({
  name,
  text: `
    WITH created AS (
      INSERT INTO activities (tenant_id, id, status, origin, idempotency_key, content_hash, scheduled_at, next_attempt_at,
        ${link}, created_at, updated_at, ${columns})
      SELECT $1, pair.new_id, '${transitions.CREATED.to}', ${origin}, '${keyPrefix}' || a.id::text, a.content_hash, pair.due_at,
        CASE WHEN pair.due_at > $4 THEN pair.due_at END, a.id, $4, $4, ${columns
          .split(',')
          .map((column) => `a.${column.trim()}`)
          .join(', ')}
      FROM unnest($2::uuid[], $3::uuid[], $6::timestamptz[]) AS pair (id, new_id, due_at)
      JOIN activities a ON a.tenant_id = $1 AND a.id = pair.id
      WHERE a.id = ANY($2::uuid[]) AND ${condition}
      ON CONFLICT (tenant_id, idempotency_key) DO NOTHING
      RETURNING id, ${link}, channel, pinned_config_id),
    history AS (
      INSERT INTO activity_events (tenant_id, activity_id, trigger, to_status, actor, created_at)
      SELECT $1, id, 'CREATED', '${transitions.CREATED.to}', $5, $4 FROM created
      ${returningHistory}),
    ${tellHistory},
    attributes AS (
      INSERT INTO activity_attributes (tenant_id, activity_id, key, value, fallback, strategy, resolver,
        resolution_status, error_message, created_at, updated_at)
      SELECT $1, c.id, x.key, ${unlessFoundLate('value', 'NULL::jsonb')}, x.fallback, x.strategy, x.resolver,
        ${unlessFoundLate('resolution_status', `'PENDING'`)}, ${unlessFoundLate('error_message', 'NULL::text')}, $4, $4
      FROM created c JOIN activity_attributes x ON x.tenant_id = $1 AND x.activity_id = c.${link}),
    target_users AS (
      INSERT INTO activity_target_users (tenant_id, activity_id, id, commerce_user_id, resolution_status, lock_reason,
        error_message, created_at, updated_at)
      SELECT $1, c.id, t.id, ${targetUser}, $4, $4
      FROM created c JOIN activity_target_users t ON t.tenant_id = $1 AND t.activity_id = c.${link})
    SELECT id, channel, pinned_config_id, ${toldColumn} FROM created`,
});

export const redriveActivities = copying({
  name: 'redrive-activities',
  origin: `'REDRIVE'`,
  link: 'retry_of',
  keyPrefix: redriveKeyPrefix,
  columns: `${copied}, suggested_execution_time`,
  condition: `a.status = '${transitions.ATTEMPTS_EXHAUSTED.to}'`,
  targetUser: 't.commerce_user_id, t.resolution_status, t.lock_reason, t.error_message',
});

/** Whom a person has not named is found anew when the follow-up is sent: PENDING. Only an action may have no store. */
export const followUpActivities = copying({
  name: 'follow-up-activities',
  origin: `CASE WHEN a.commerce_id IS NULL THEN 'ACTION' ELSE 'API' END`,
  link: 'follow_up_of',
  keyPrefix: followUpKeyPrefix,
  columns: copied,
  condition: 'true',
  targetUser: `CASE WHEN t.lock_reason = 'MANUAL_ASSIGNMENT' THEN t.commerce_user_id END,
        CASE WHEN t.lock_reason = 'MANUAL_ASSIGNMENT' THEN t.resolution_status ELSE 'PENDING' END,
        CASE WHEN t.lock_reason = 'MANUAL_ASSIGNMENT' THEN t.lock_reason END, NULL::text`,
});
