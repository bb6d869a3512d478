import { bytesOf, mostListBytes, type Statement } from '@errand/database';
import type { ResultStatus } from '@errand/vocabulary';

export type ResultState = 'HELD' | 'APPLIED' | 'REPLACED';

/** A result as stored. */
export interface ResultRow {
  id: string;
  kind: 'LINKED' | 'STANDALONE';
  state: ResultState;
  activity_id: string | null;
  commerce_id: string | null;
  provider_activity_id: string | null;
  status: ResultStatus;
  external_status: string | null;
  occurred_at: Date;
  hard_override: boolean;
  /** JSON as it was sent. */
  raw_payload: string | null;
  result: string | null;
  comment: string | null;
  contact_type: 'INBOUND' | 'OUTBOUND' | null;
  operator_external_id: string | null;
  future_scheduled_at: Date | null;
  payload: unknown;
  /** The activity that was made because of it. */
  follow_up_activity_id: string | null;
  created_at: Date;
  updated_at: Date;
  /** Its raw payload and payload are left out: with those of the rows before it they are more than a list may have. */
  is_cut?: boolean;
}

const columns = `id, kind, state, activity_id, commerce_id, provider_activity_id, status, external_status,
  occurred_at, hard_override, raw_payload, result, comment, contact_type, operator_external_id, future_scheduled_at,
  payload, follow_up_activity_id, created_at, updated_at`;

/** As they are read: parsing the raw payload would round its numbers. */
const resultColumns = columns.replace('raw_payload', 'raw_payload::text AS raw_payload');

/** SQL of a list of results, of which those are cut whose JSON is beyond what a list may have. @param slice SQL of the rows */
export const listedResults = (slice: string) => {
  const isCut = `r.so_far > ${mostListBytes}`;
  return `SELECT ${columns
    .replace('raw_payload', `CASE WHEN ${isCut} THEN NULL ELSE raw_payload::text END AS raw_payload`)
    .replace(
      /\bpayload, follow/,
      `CASE WHEN ${isCut} THEN NULL ELSE payload END AS payload, follow`,
    )}, ${isCut} AS is_cut
    FROM (
      SELECT *, sum(COALESCE(${bytesOf('raw_payload')}, 0) + COALESCE(${bytesOf('payload')}, 0))
        OVER (ORDER BY id DESC) AS so_far
      FROM (${slice}) AS slice) AS r
    ORDER BY id DESC`;
};

/** $1 tenant, then the columns of {@link ResultRow} in order, updated_at being created_at; no follow-up yet. */
export const insertResult: Statement = {
  name: 'insert-result',
  text: `
    INSERT INTO activity_results (tenant_id, ${columns})
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, NULL, $19, $19)
    RETURNING ${resultColumns}`,
};

/** The terminal result that counts for an activity, if it has one. $1 tenant, $2 activity. */
export const findTerminalResult: Statement = {
  name: 'find-terminal-result',
  text: `
    SELECT ${resultColumns} FROM activity_results
    WHERE tenant_id = $1 AND activity_id = $2 AND status <> 'PENDING' AND state <> 'REPLACED'`,
};

/** $1 tenant, $2 id, $3 new state, $4 now. */
export const setResultState: Statement = {
  name: 'set-result-state',
  text: `UPDATE activity_results SET state = $3, updated_at = $4 WHERE tenant_id = $1 AND id = $2`,
};

/** Which of these activities have a result that waits for their send to settle, one at most. $1 tenant, $2 activities. */
export const findHeldAmong: Statement = {
  name: 'find-held-among',
  text: `
    SELECT activity_id, provider_activity_id FROM activity_results
    WHERE tenant_id = $1 AND activity_id = ANY($2::uuid[]) AND state = 'HELD'`,
};

/**
 * Every tenant with a held result: one look into activity_results_held for each. A distributed server refuses it, as it
 * names no tenant.
 */
export const tenantsWithHeld: Statement = {
  name: 'tenants-with-held',
  text: `
    WITH RECURSIVE known AS (
      (SELECT r.tenant_id FROM activity_results r WHERE r.state = 'HELD' ORDER BY r.tenant_id, r.activity_id LIMIT 1)
      UNION ALL
      SELECT (
        SELECT r.tenant_id FROM activity_results r WHERE r.tenant_id > known.tenant_id AND r.state = 'HELD'
        ORDER BY r.tenant_id, r.activity_id LIMIT 1)
      FROM known WHERE known.tenant_id IS NOT NULL)
    SELECT tenant_id FROM known WHERE tenant_id IS NOT NULL`,
};

/** A tenant's activities with a held result, $3 at most. $1 tenant, $2 only ids above this one, or null. */
export const findHeld: Statement = {
  name: 'find-held',
  text: `
    SELECT r.activity_id FROM activity_results r
    WHERE r.tenant_id = $1 AND r.state = 'HELD' AND ($2::uuid IS NULL OR r.activity_id > $2)
    ORDER BY r.activity_id LIMIT $3`,
};

/** The held terminal result of an activity, which only the caller's transaction may now apply. $1 tenant, $2 activity. */
export const lockHeldResult: Statement = {
  name: 'lock-held-result',
  text: `
    SELECT ${resultColumns} FROM activity_results
    WHERE tenant_id = $1 AND activity_id = $2 AND state = 'HELD' FOR UPDATE`,
};

/**
 * Whether an attempt ended so that the provider may have accepted it all the same. $1 tenant, $2 activity, $3 the codes
 * that say so of an attempt that 0.1 stored, which has no disposition.
 */
export const findLostAnswer: Statement = {
  name: 'find-lost-answer',
  text: `
    SELECT id FROM activity_events
    WHERE tenant_id = $1 AND activity_id = $2 AND attempt IS NOT NULL
      AND (disposition = 'UNCERTAIN' OR disposition IS NULL AND error_code = ANY($3::text[])) LIMIT 1`,
};

/** $1 tenant, $2 id. */
export const findResult: Statement = {
  name: 'find-result',
  text: `SELECT ${resultColumns} FROM activity_results WHERE tenant_id = $1 AND id = $2`,
};
