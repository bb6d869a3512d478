import type { Statement } from '@errand/database';
import type { Disposition } from '@errand/vocabulary';
import { transitions } from '../status';
import { returningHistory, tellHistory, toldColumn } from './history.sql';

/** One attempt's end as the settle statement takes it: the new state of the row and the attempt for the history. */
export interface SettledAttempt {
  id: string;
  token: string;
  trigger: 'ACCEPTED' | 'ATTEMPT_FAILED' | 'ATTEMPTS_EXHAUSTED' | 'PROBE_FAILED';
  /** Only with ATTEMPT_FAILED: when to try again; null = at once. */
  next_attempt_at: Date | null;
  /** Only for a takeover: settle only if the lease had run out by then. */
  expired_by: Date | null;
  attempt: number;
  dispatch_config_id: string | null;
  provider_code: string | null;
  provider_activity_id: string | null;
  started_at: Date;
  duration_ms: number;
  http_status: number | null;
  disposition: Disposition;
  error_code: string | null;
  provider_error_code: string | null;
  error_message: string | null;
  response_body: string | null;
}

const { ACCEPTED, ATTEMPTS_EXHAUSTED } = transitions;

/**
 * Settles a batch of attempts of one tenant and writes their history, in one statement. A row is touched only
 * while it is READY and its lease token is the attempt's: a worker that was given up on changes nothing.
 * $1 tenant, $2 JSON array of {@link SettledAttempt}, $3 now, $4 their ids, by which the rows are found. Returns the ids that were settled.
 */
export const settleAttempts: Statement = {
  name: 'settle-attempts',
  text: `
    WITH outcome AS (
      SELECT * FROM json_to_recordset($2::json) AS o (
        id uuid, token uuid, trigger text, next_attempt_at timestamptz, expired_by timestamptz, attempt integer,
        dispatch_config_id uuid, provider_code text, provider_activity_id text, started_at timestamptz,
        duration_ms integer, http_status integer, error_code text, error_message text, response_body text,
        disposition text, provider_error_code text)),
    settled AS (
      UPDATE activities a
      SET status = CASE o.trigger
            WHEN 'ACCEPTED' THEN '${ACCEPTED.to}'
            WHEN 'ATTEMPTS_EXHAUSTED' THEN '${ATTEMPTS_EXHAUSTED.to}'
            ELSE a.status END,
        dispatch_attempt_count = a.dispatch_attempt_count - CASE o.trigger WHEN 'PROBE_FAILED' THEN 1 ELSE 0 END,
        lease_token = NULL,
        next_attempt_at = o.next_attempt_at,
        dispatch_config_id = CASE WHEN o.dispatch_config_id IS NULL THEN a.dispatch_config_id
          ELSE o.dispatch_config_id END,
        provider_code = CASE WHEN o.provider_code IS NULL THEN a.provider_code ELSE o.provider_code END,
        provider_activity_id = o.provider_activity_id,
        last_error_code = CASE WHEN o.trigger <> 'ACCEPTED' THEN o.error_code END,
        last_error_message = CASE WHEN o.trigger <> 'ACCEPTED' THEN o.error_message END,
        last_error_disposition = CASE WHEN o.trigger <> 'ACCEPTED' THEN o.disposition END,
        last_error_provider_code = CASE WHEN o.trigger <> 'ACCEPTED' THEN o.provider_error_code END,
        dispatched_at = CASE o.trigger WHEN 'ACCEPTED' THEN $3::timestamptz END,
        finished_at = CASE o.trigger WHEN 'ATTEMPTS_EXHAUSTED' THEN $3::timestamptz END,
        updated_at = $3
      FROM outcome o
      WHERE a.tenant_id = $1 AND a.id = ANY($4::uuid[]) AND a.id = o.id AND a.lease_token = o.token AND a.status = '${ACCEPTED.from}'
        AND (o.expired_by IS NULL OR a.next_attempt_at <= o.expired_by)
      RETURNING a.id, a.status),
    history AS (
      INSERT INTO activity_events (tenant_id, activity_id, trigger, from_status, to_status, actor, attempt,
        dispatch_config_id, provider_code, started_at, duration_ms, http_status, error_code, error_message,
        provider_activity_id, response_body, disposition, provider_error_code, created_at)
      SELECT $1, o.id, o.trigger,
        CASE WHEN s.status <> '${ACCEPTED.from}' THEN '${ACCEPTED.from}' END,
        CASE WHEN s.status <> '${ACCEPTED.from}' THEN s.status END,
        'dispatcher', o.attempt, o.dispatch_config_id, o.provider_code, o.started_at, o.duration_ms, o.http_status,
        o.error_code, o.error_message, o.provider_activity_id, o.response_body, o.disposition,
        o.provider_error_code, $3
      FROM outcome o JOIN settled s ON s.id = o.id
      ${returningHistory}),
    ${tellHistory}
    SELECT id, ${toldColumn} FROM settled`,
};

/** Keeps results from arriving for these activities until the transaction ends. $1 tenant, $2 ids. */
export const lockForSettle: Statement = {
  name: 'lock-for-settle',
  text: `SELECT id FROM activities WHERE tenant_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
};
