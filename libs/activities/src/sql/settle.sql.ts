import type { Recipient } from '@errand/contacts';
import type { Statement } from '@errand/database';
import type { Disposition } from '@errand/vocabulary';
import { transitions } from '../status';
import { returningHistory } from './history.sql';

/** One attempt's end as the settle statement takes it: the new state of the row and the attempt for the history. */
export interface SettledAttempt {
  id: string;
  token: string;
  trigger: AttemptTrigger;
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
  /** Of a failed attempt, the beginning of the body that was sent. */
  request_excerpt: string | null;
  /** Whom it was sent to; null where the provider does not address a person: what is stored then stays. */
  recipient: Recipient | null;
}

/**
 * What an attempt's end makes of its activity. ACCEPTED and ATTEMPTS_EXHAUSTED are transitions; after the others it is
 * READY again, and PROBE_FAILED and MISCONFIGURED take the attempt back.
 */
export type AttemptTrigger = 'ACCEPTED' | 'ATTEMPT_FAILED' | 'ATTEMPTS_EXHAUSTED' | 'PROBE_FAILED' | 'MISCONFIGURED';

/** Attempts that their activity is not charged for: what they found is the account's fault. */
export const UNCOUNTED_TRIGGERS: readonly string[] = ['PROBE_FAILED', 'MISCONFIGURED'];

const { ACCEPTED, ATTEMPTS_EXHAUSTED } = transitions;
const uncounted = `(${UNCOUNTED_TRIGGERS.map((trigger) => `'${trigger}'`).join(', ')})`;

/**
 * Settles a batch of attempts of one tenant and writes their history, in a transaction that tells webhooks of what is
 * returned. A row is touched only while it is READY and its lease token is the attempt's: a worker that was given up on
 * changes nothing. $1 tenant, $2 JSON array of {@link SettledAttempt}, $3 now, $4 their ids, by which the rows are found.
 * Returns the history of those settled.
 */
export const settleAttempts: Statement = {
  name: 'settle-attempts-and-tell',
  text: `
    WITH outcome AS (
      SELECT * FROM json_to_recordset($2::json) AS o (
        id uuid, token uuid, trigger text, next_attempt_at timestamptz, expired_by timestamptz, attempt integer,
        dispatch_config_id uuid, provider_code text, provider_activity_id text, started_at timestamptz,
        duration_ms integer, http_status integer, disposition text, error_code text, provider_error_code text,
        error_message text, response_body text, request_excerpt text, recipient jsonb)),
    settled AS (
      UPDATE activities a
      SET status = CASE WHEN o.trigger = 'ACCEPTED' THEN '${ACCEPTED.to}'
            WHEN o.trigger = 'ATTEMPTS_EXHAUSTED' THEN '${ATTEMPTS_EXHAUSTED.to}'
            ELSE a.status END,
        dispatch_attempt_count = a.dispatch_attempt_count - CASE WHEN o.trigger IN ${uncounted} THEN 1 ELSE 0 END,
        lease_token = NULL,
        next_attempt_at = o.next_attempt_at,
        dispatch_config_id = CASE WHEN o.dispatch_config_id IS NULL THEN a.dispatch_config_id
          ELSE o.dispatch_config_id END,
        provider_code = CASE WHEN o.provider_code IS NULL THEN a.provider_code ELSE o.provider_code END,
        provider_activity_id = o.provider_activity_id,
        recipient = CASE WHEN o.recipient IS NULL THEN a.recipient ELSE o.recipient END,
        last_error_code = CASE WHEN o.trigger <> 'ACCEPTED' THEN o.error_code END,
        last_error_message = CASE WHEN o.trigger <> 'ACCEPTED' THEN o.error_message END,
        last_error_disposition = CASE WHEN o.trigger <> 'ACCEPTED' THEN o.disposition END,
        last_error_provider_code = CASE WHEN o.trigger <> 'ACCEPTED' THEN o.provider_error_code END,
        dispatched_at = CASE WHEN o.trigger = 'ACCEPTED' THEN $3::timestamptz END,
        finished_at = CASE WHEN o.trigger = 'ATTEMPTS_EXHAUSTED' THEN $3::timestamptz END,
        updated_at = $3
      FROM outcome o
      WHERE a.tenant_id = $1 AND a.id = ANY($4::uuid[]) AND a.id = o.id AND a.lease_token = o.token
        AND a.status = '${ACCEPTED.from}' AND (o.expired_by IS NULL OR a.next_attempt_at <= o.expired_by)
      RETURNING a.id, a.status)
    INSERT INTO activity_events (tenant_id, activity_id, trigger, from_status, to_status, actor, attempt,
      dispatch_config_id, provider_code, started_at, duration_ms, http_status, disposition, error_code,
      provider_error_code, error_message, provider_activity_id, response_body, request_excerpt, created_at)
    SELECT $1, o.id, o.trigger,
      CASE WHEN s.status <> '${ACCEPTED.from}' THEN '${ACCEPTED.from}' END,
      CASE WHEN s.status <> '${ACCEPTED.from}' THEN s.status END,
      'dispatcher', o.attempt, o.dispatch_config_id, o.provider_code, o.started_at, o.duration_ms, o.http_status,
      o.disposition, o.error_code, o.provider_error_code, o.error_message, o.provider_activity_id, o.response_body,
      o.request_excerpt, $3
    FROM outcome o JOIN settled s ON s.id = o.id
    ${returningHistory}`,
};

/** Of an accepted attempt only what differs from one to the other. */
export type AcceptedAttempt = Pick<
  SettledAttempt,
  | 'id'
  | 'token'
  | 'attempt'
  | 'dispatch_config_id'
  | 'provider_code'
  | 'provider_activity_id'
  | 'started_at'
  | 'duration_ms'
  | 'http_status'
  | 'response_body'
  | 'recipient'
>;

/**
 * The same for accepted attempts that no webhook is told of, which is most of the work: a statement without a transaction
 * around it, that reads and returns half as much. Where a webhook wants to know after
 * all, it does nothing. $1 tenant, $2 JSON array of {@link AcceptedAttempt}, $3 now, $4 their ids.
 */
export const settleAccepted: Statement = {
  name: 'settle-accepted-attempts',
  text: `
    WITH settled AS (
      UPDATE activities a
      SET status = '${ACCEPTED.to}', lease_token = NULL, next_attempt_at = NULL,
        dispatch_config_id = o.dispatch_config_id, provider_code = o.provider_code,
        provider_activity_id = o.provider_activity_id,
        recipient = CASE WHEN o.recipient IS NULL THEN a.recipient ELSE o.recipient END, last_error_code = NULL, last_error_message = NULL,
        last_error_disposition = NULL, last_error_provider_code = NULL, dispatched_at = $3::timestamptz,
        finished_at = NULL, updated_at = $3
      FROM json_to_recordset($2::json) AS o (
        id uuid, token uuid, attempt integer, dispatch_config_id uuid, provider_code text, provider_activity_id text,
        started_at timestamptz, duration_ms integer, http_status integer, response_body text, recipient jsonb)
      WHERE a.tenant_id = $1 AND a.id = ANY($4::uuid[]) AND a.id = o.id AND a.lease_token = o.token
        AND a.status = '${ACCEPTED.from}'
        AND NOT EXISTS (SELECT 1 FROM webhooks w
          WHERE w.tenant_id = $1 AND w.is_active AND 'activity.dispatched' = ANY(w.events))
      RETURNING a.id, o.attempt, o.dispatch_config_id, o.provider_code, o.started_at, o.duration_ms, o.http_status,
        o.provider_activity_id, o.response_body)
    INSERT INTO activity_events (tenant_id, activity_id, trigger, from_status, to_status, actor, attempt,
      dispatch_config_id, provider_code, started_at, duration_ms, http_status, disposition, provider_activity_id,
      response_body, created_at)
    SELECT $1, s.id, 'ACCEPTED', '${ACCEPTED.from}', '${ACCEPTED.to}', 'dispatcher', s.attempt, s.dispatch_config_id,
      s.provider_code, s.started_at, s.duration_ms, s.http_status, 'ACCEPTED', s.provider_activity_id, s.response_body, $3
    FROM settled s
    RETURNING activity_id`,
};

/** Keeps results from arriving for these activities until the transaction ends. $1 tenant, $2 ids. */
export const lockForSettle: Statement = {
  name: 'lock-for-settle',
  text: `SELECT id FROM activities WHERE tenant_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
};
