import type { LaneColumns } from '@errand/activities';
import type { Statement } from '@errand/database';
import type { Verdict } from '@errand/rules';
import type { ActivityStatus, Disposition, Scope } from '@errand/vocabulary';

/** An action as it came, and what has become of its activity. */
export interface ActionRecord extends LaneColumns {
  /** Of the activity. */
  id: string;
  namespace: string;
  /** The caller’s. */
  action_id: string | null;
  dedup_key: string | null;
  provider: string;
  action_type: string;
  payload: unknown;
  metadata: Record<string, unknown>;
  content_hash: Buffer;
  verdict: Verdict;
  matched_rule: string | null;
  is_scheduled: boolean;
  created_at: Date;
  scheduled_at: Date;
  status: ActivityStatus;
  action_status: ActionStatus;
  dispatched_at: Date | null;
  attempts: number;
  error_code: string | null;
  error_message: string | null;
  disposition: Disposition | null;
  /** Of the last attempt. */
  http_status: number | null;
  response_body: string | null;
}

/** How far an action is, in one word. */
export const ACTION_STATUSES = [
  'scheduled',
  'in_flight',
  'retrying',
  'executed',
  'failed',
  'canceled',
  'unresolved',
] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** Sent counts as executed, whatever result the provider reports later. */
const actionStatus = `CASE
  WHEN a.dispatched_at IS NOT NULL THEN 'executed'
  WHEN a.status <> 'READY' THEN lower(a.status)
  WHEN a.lease_token IS NOT NULL AND a.scheduled_at <= $2 THEN 'in_flight'
  WHEN a.dispatch_attempt_count > 0 AND a.lease_token IS NULL THEN 'retrying'
  ELSE 'scheduled' END`;

const columns = `a.id, a.channel, a.pinned_config_id, x.namespace, x.action_id, x.dedup_key, x.provider,
  a.reason AS action_type, x.payload, a.metadata, x.content_hash, x.verdict, x.matched_rule, x.is_scheduled,
  a.created_at, a.scheduled_at, a.status, ${actionStatus} AS action_status, a.dispatched_at,
  a.dispatch_attempt_count AS attempts, a.last_error_code AS error_code, a.last_error_message AS error_message,
  a.last_error_disposition AS disposition, last.http_status, last.response_body`;

const lastAttempt = `LEFT JOIN LATERAL (
    SELECT e.http_status, e.response_body FROM activity_events e
    WHERE e.tenant_id = $1 AND e.activity_id = a.id AND e.attempt IS NOT NULL
    ORDER BY e.id DESC LIMIT 1) AS last ON true`;

const tables = `activities a JOIN actions x ON x.tenant_id = a.tenant_id AND x.activity_id = a.id`;

/** $1 tenant, $2 now, $3 ids. Newest first. */
export const readActions: Statement = {
  name: 'read-actions',
  text: `
    SELECT ${columns} FROM ${tables} ${lastAttempt}
    WHERE a.tenant_id = $1 AND x.tenant_id = $1 AND a.id = ANY($3::uuid[])
    ORDER BY a.id DESC`,
};

export interface KnownKey {
  id: string;
  idempotency_key: string;
  /** Null where the key is that of an activity that came by another way. */
  content_hash: Buffer | null;
}

/** Which of these idempotency keys are in use. $1 tenant, $2 keys. */
export const findByKeys: Statement = {
  name: 'find-actions-by-keys',
  text: `
    SELECT a.id, a.idempotency_key, x.content_hash FROM activities a
    LEFT JOIN actions x ON x.tenant_id = a.tenant_id AND x.activity_id = a.id
    WHERE a.tenant_id = $1 AND a.idempotency_key = ANY($2::text[])`,
};

/** How an activity stands. $1 tenant, $2 id. */
export const readStatus: Statement = {
  name: 'read-action-status',
  text: `SELECT status FROM activities WHERE tenant_id = $1 AND id = $2`,
};

/** $1 tenant, $2 JSON array of actions with their hashes in hex, $3 now. */
export const insertActions: Statement = {
  name: 'insert-actions',
  text: `
    INSERT INTO actions (tenant_id, activity_id, namespace, action_id, dedup_key, provider, payload, content_hash,
      verdict, matched_rule, is_scheduled, created_at)
    SELECT $1, n.activity_id, n.namespace, n.action_id, n.dedup_key, n.provider, coalesce(n.payload, 'null'),
      decode(n.content_hash, 'hex'), n.verdict, n.matched_rule, n.is_scheduled, $3
    FROM json_to_recordset($2::json) AS n (activity_id uuid, namespace text, action_id text, dedup_key text,
      provider text, payload jsonb, content_hash text, verdict jsonb, matched_rule text, is_scheduled boolean)`,
};

/** Undefined filters are not applied. */
export interface ActionFilter {
  status?: ActionStatus[];
  namespace?: string;
  provider?: string;
  actionType?: string;
  scheduledFrom?: Date;
  scheduledTo?: Date;
  /** Only those within. */
  scope?: Scope;
}

/**
 * Scheduled actions by filter. $1 tenant, $2 now, $3 statuses, $4 namespace, $5 provider, $6 action type, $7 scheduled
 * from, $8 to, $9 channels, $10 dispatch configs (actions are pinned to one); a null filter is not applied.
 */
const matching = `FROM ${tables}
  WHERE a.tenant_id = $1 AND x.tenant_id = $1 AND x.is_scheduled
    AND ($3::text[] IS NULL OR ${actionStatus} = ANY($3::text[]))
    AND ($4::text IS NULL OR x.namespace = $4::text)
    AND ($5::text IS NULL OR x.provider = $5::text)
    AND ($6::text IS NULL OR a.reason = $6::text)
    AND ($7::timestamptz IS NULL OR a.scheduled_at >= $7::timestamptz)
    AND ($8::timestamptz IS NULL OR a.scheduled_at <= $8::timestamptz)
    AND ($9::text[] IS NULL OR a.channel = ANY($9::text[]))
    AND ($10::uuid[] IS NULL OR a.pinned_config_id = ANY($10::uuid[]))`;

/** $11 only ids below this one, $12 offset, $13 limit. Newest first. */
export const listScheduled: Statement = {
  name: 'list-scheduled-actions',
  text: `
    SELECT a.id ${matching} AND ($11::uuid IS NULL OR x.activity_id < $11::uuid)
    ORDER BY x.activity_id DESC OFFSET $12 LIMIT $13`,
};

export const countScheduled: Statement = {
  name: 'count-scheduled-actions',
  text: `SELECT count(*) AS total ${matching}`,
};
