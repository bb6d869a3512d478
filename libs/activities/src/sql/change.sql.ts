import type { Statement } from '@errand/database';
import { transitions } from '../status';
import { returningHistory, tellHistory, toldColumn } from './history.sql';

/** Cancels an activity that no claim holds. $1 tenant, $2 id, $3 now, $4 actor. One row when it happened. */
export const cancelActivity: Statement = {
  name: 'cancel-activity',
  text: `
    WITH canceled AS (
      UPDATE activities
      SET status = '${transitions.CANCELED.to}', next_attempt_at = NULL, finished_at = $3, updated_at = $3
      WHERE tenant_id = $1 AND id = $2 AND status = '${transitions.CANCELED.from}' AND lease_token IS NULL
      RETURNING id),
    history AS (
      INSERT INTO activity_events (tenant_id, activity_id, trigger, from_status, to_status, actor, created_at)
      SELECT $1, id, 'CANCELED', '${transitions.CANCELED.from}', '${transitions.CANCELED.to}', $4, $3 FROM canceled
      ${returningHistory}),
    ${tellHistory}
    SELECT id, ${toldColumn} FROM canceled`,
};

/**
 * Reschedules or rescores an activity that no claim holds. $1 tenant, $2 id, $3 now, $4 whether scheduledAt is
 * given, $5 scheduledAt, $6 when it is next due because of that (null = at once), $7 score or null to keep it,
 * $8 whether suggestedExecutionTime is given, $9 suggestedExecutionTime. One row when it happened.
 */
export const rescheduleActivity: Statement = {
  name: 'reschedule-activity',
  text: `
    UPDATE activities
    SET scheduled_at = CASE WHEN $4::boolean THEN $5::timestamptz ELSE scheduled_at END,
      next_attempt_at = CASE WHEN $4::boolean THEN $6::timestamptz ELSE next_attempt_at END,
      score = COALESCE($7::double precision, score),
      suggested_execution_time = CASE WHEN $8::boolean THEN $9::text ELSE suggested_execution_time END,
      updated_at = $3
    WHERE tenant_id = $1 AND id = $2 AND status = 'READY' AND lease_token IS NULL
    RETURNING id, channel, pinned_config_id`,
};

/**
 * Moves one activity along any transition that is not the dispatcher's, and records it. $1 tenant, $2 id, $3 now,
 * $4 actor, $5 trigger, $6 expected status, $7 new status, $8 next due, $9 dispatchedAt if it has none yet,
 * $10 finishedAt, $11 error code, $12 error message, $13 provider id if it has none yet.
 */
export const changeStatus: Statement = {
  name: 'change-status',
  text: `
    WITH changed AS (
      UPDATE activities
      SET status = $7, lease_token = NULL, next_attempt_at = $8::timestamptz,
        dispatched_at = COALESCE(dispatched_at, $9::timestamptz), finished_at = $10::timestamptz,
        last_error_code = $11::text, last_error_message = $12::text, last_error_disposition = NULL,
        last_error_provider_code = NULL,
        provider_activity_id = COALESCE(provider_activity_id, $13::text), updated_at = $3
      WHERE tenant_id = $1 AND id = $2 AND status = $6 AND lease_token IS NULL
      RETURNING id),
    history AS (
      INSERT INTO activity_events (tenant_id, activity_id, trigger, from_status, to_status, actor, error_code,
        error_message, created_at)
      SELECT $1, id, $5::text, $6::text, $7::text, $4::text, $11::text, $12::text, $3::timestamptz FROM changed
      ${returningHistory}),
    ${tellHistory}
    SELECT id, ${toldColumn} FROM changed`,
};
