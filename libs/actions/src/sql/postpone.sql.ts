import type { Statement } from '@errand/database';

/** Where a look through a queue goes on: behind this one. */
export interface QueuePlace {
  id: string;
  next_attempt_at: Date | null;
  score: number;
  scheduled_at: Date;
}

/**
 * SQL: lets those of `looked` wait until $2 that were scheduled, by their caller, a rule or a recurring action, and that
 * nobody has tried to send; gives all of `looked`. The conditions are asked again of each row: a process for which the
 * setting is another may have claimed it meanwhile.
 */
const postponed = `
    postponed AS (
      UPDATE activities a SET next_attempt_at = $2
      WHERE a.tenant_id = $1 AND a.id = ANY(ARRAY(SELECT id FROM looked)) AND a.status = 'READY' AND a.lease_token IS NULL
        AND a.dispatch_attempt_count = 0 AND (a.next_attempt_at IS NULL OR a.next_attempt_at < $2)
        AND (a.origin = 'RECURRING' OR a.id = ANY(ARRAY(
          SELECT x.activity_id FROM actions x
          WHERE x.tenant_id = $1 AND x.is_scheduled AND x.activity_id = ANY(ARRAY(SELECT id FROM looked)))))
      RETURNING a.id)
    SELECT id, next_attempt_at, score, scheduled_at FROM looked`;

/**
 * Postpones the scheduled ones of the next $3 activities that wait, in the order of activities_waiting. $1 tenant, $2 until
 * when, $4 and $5 the place behind which to go on. @returns QueuePlaces, in their order
 */
export const postponeWaiting: Statement = {
  name: 'postpone-waiting-actions',
  text: `
    WITH looked AS MATERIALIZED (
      SELECT w.id, w.next_attempt_at, w.score, w.scheduled_at FROM activities w
      WHERE w.tenant_id = $1 AND w.status = 'READY' AND w.next_attempt_at >= $4 AND w.next_attempt_at < $2
        AND (w.next_attempt_at, w.id) > ($4, $5)
      ORDER BY w.next_attempt_at, w.id LIMIT $3),
    ${postponed} ORDER BY next_attempt_at, id`,
};

/**
 * The same of the next $3 activities in the queue of a lane, $4 channel and $5 pinned config, in the order of
 * activities_queue. $6 score, $7 time and $8 id of the place behind which to go on.
 */
export const postponeQueued: Statement = {
  name: 'postpone-queued-actions',
  text: `
    WITH looked AS MATERIALIZED (
      SELECT q.id, q.next_attempt_at, q.score, q.scheduled_at FROM activities q
      WHERE q.tenant_id = $1 AND q.channel = $4 AND q.pinned_config_id = $5 AND q.status = 'READY'
        AND q.next_attempt_at IS NULL
        AND q.score <= $6 AND (q.score < $6 OR (q.scheduled_at, q.id) > ($7, $8))
      ORDER BY q.score DESC, q.scheduled_at, q.id LIMIT $3),
    ${postponed} ORDER BY score DESC, scheduled_at, id`,
};

/** Lets up to $3 of a tenant's that wait until $2 be sent at their time. $1 tenant. */
export const resumeScheduled: Statement = {
  name: 'resume-scheduled-actions',
  text: `
    UPDATE activities a SET next_attempt_at = a.scheduled_at
    WHERE a.tenant_id = $1 AND a.status = 'READY' AND a.lease_token IS NULL AND a.id = ANY(ARRAY(
      SELECT w.id FROM activities w
      WHERE w.tenant_id = $1 AND w.status = 'READY' AND w.next_attempt_at = $2 AND w.lease_token IS NULL
        AND w.scheduled_at < $2 AND w.origin IN ('ACTION', 'RECURRING')
      ORDER BY w.next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED))
    RETURNING a.id`,
};
