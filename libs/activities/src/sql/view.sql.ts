import { type Addressee, fittingContacts, type Recipient, RECIPIENT_MEMBERS } from '@errand/contacts';
import { bytesOf, mostListBytes, type Statement } from '@errand/database';
import type { TargetCriterion } from '@errand/resolution';
import type { ActivityStatus, ActivityType, Channel, Disposition, Origin } from '@errand/vocabulary';
import { lastCopyOfIt } from './copy.sql';
import { usableContacts } from './load.sql';

/** An activity with what it refers to, as the api shows it. */
export interface ActivityView {
  id: string;
  type: ActivityType;
  channel: Channel;
  pinned_config_id: string | null;
  reason: string;
  status: ActivityStatus;
  origin: Origin;
  idempotency_key: string;
  assignment_reason: string | null;
  scheduled_at: Date;
  suggested_execution_time: string | null;
  score: number;
  user_status: string | null;
  target_criteria: TargetCriterion[] | null;
  metadata: Record<string, unknown>;
  dispatch_config_id: string | null;
  provider_code: string | null;
  provider_activity_id: string | null;
  dispatch_attempt_count: number;
  next_attempt_at: Date | null;
  lease_token: string | null;
  last_error_code: string | null;
  last_error_message: string | null;
  last_error_disposition: Disposition | null;
  last_error_provider_code: string | null;
  retry_of: string | null;
  redriven_as: string | null;
  follow_up_of: string | null;
  created_at: Date;
  updated_at: Date;
  dispatched_at: Date | null;
  finished_at: Date | null;
  commerce: { id: string; externalId: string; name: string } | null;
  route: { id: string; externalId: string; name: string } | null;
  operator: { id: string; externalId: string; name: string; type: string } | null;
  attributes: { key: string; value: unknown; resolutionStatus: string }[];
  target_users: TargetUserView[];
  /** Whom it was sent to, or would be sent to now; null where that is nobody. */
  recipient: Recipient | null;
  /** Its metadata and attributes are left out: with those of the rows before it they are more than a list may have. */
  is_cut?: boolean;
}

export interface TargetUserView {
  id: string;
  commerceUserId: string | null;
  firstName: string | null;
  lastName: string | null;
  resolutionStatus: string;
  lockReason: string | null;
  errorMessage: string | null;
}

/** An activity with what tells whom it is for: what of it is needed to say so, see `recipientNow`. */
export interface ActivityRow extends Omit<ActivityView, 'recipient'> {
  /** Whom it was sent to; null before, and where the provider does not address a person. */
  sent_to: Recipient | null;
  /** Its target users; null where it was sent, or is for nobody's contact. */
  addressees: Addressee[] | null;
  /** What an action without a store says of its recipient. */
  named: Record<string, unknown> | null;
  /** Of phones without a country code. */
  country: string | null;
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Beyond this many bytes of JSON nothing is an address; a list must not be large by it. */
const longestNamed = 4_000;

/** @param isCut SQL for whether the activity's metadata and attributes are left out */
const viewing = (name: string, isCut: string, from: string): Statement => ({
  name,
  text: `
    ${from}
    SELECT a.id, a.type, a.channel, a.pinned_config_id, a.reason, a.status, a.origin, a.idempotency_key, a.assignment_reason,
      a.scheduled_at, a.suggested_execution_time, a.score, a.user_status, a.target_criteria,
      CASE WHEN ${isCut} THEN '{}'::jsonb ELSE a.metadata END AS metadata, ${isCut} AS is_cut, a.dispatch_config_id, a.provider_code, a.provider_activity_id, a.dispatch_attempt_count, a.next_attempt_at,
      a.lease_token, a.last_error_code, a.last_error_message, a.last_error_disposition, a.last_error_provider_code,
      a.retry_of, a.follow_up_of, a.created_at, a.updated_at, a.dispatched_at, a.finished_at,
      (${lastCopyOfIt}) AS redriven_as,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'externalId', c.external_id, 'name', c.name)
        END AS commerce,
      CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'externalId', r.external_id, 'name', r.name)
        END AS route,
      CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'externalId', o.external_id, 'name', o.name,
        'type', o.type) END AS operator,
      CASE WHEN ${isCut} THEN '[]'::json ELSE COALESCE((
        SELECT json_agg(json_build_object('key', x.key, 'value', x.value, 'resolutionStatus', x.resolution_status)
          ORDER BY x.key)
        FROM activity_attributes x WHERE x.tenant_id = $1 AND x.activity_id = a.id), '[]'::json) END AS attributes,
      COALESCE((
        SELECT json_agg(json_build_object('id', t.id, 'commerceUserId', t.commerce_user_id,
          'firstName', u.first_name, 'lastName', u.last_name, 'resolutionStatus', t.resolution_status,
          'lockReason', t.lock_reason, 'errorMessage', t.error_message) ORDER BY t.id)
        FROM activity_target_users t
        LEFT JOIN commerce_users u ON u.tenant_id = t.tenant_id AND u.id = t.commerce_user_id
        WHERE t.tenant_id = $1 AND t.activity_id = a.id), '[]'::json) AS target_users,
      a.recipient AS sent_to, COALESCE(c.country, tenant.settings->>'country') AS country,
      CASE WHEN a.recipient IS NULL AND a.channel IN (${quoted(Object.keys(fittingContacts))}) THEN (
        SELECT json_agg(json_build_object('firstName', u.first_name, 'lastName', u.last_name,
          'contacts', ${usableContacts}) ORDER BY t.id)
        FROM activity_target_users t
        JOIN commerce_users u ON u.tenant_id = t.tenant_id AND u.id = t.commerce_user_id
        WHERE t.tenant_id = $1 AND t.activity_id = a.id) END AS addressees,
      CASE WHEN a.recipient IS NULL AND a.commerce_id IS NULL THEN (
        SELECT json_object_agg(x.key, x.value)
        FROM activity_attributes x
        WHERE x.tenant_id = $1 AND x.activity_id = a.id AND x.key IN (${quoted(RECIPIENT_MEMBERS)})
          AND x.resolution_status IN ('RESOLVED', 'FALLBACK') AND ${bytesOf('x.value')} <= ${longestNamed}) END AS named
    FROM activities a
    LEFT JOIN commerces c ON c.tenant_id = a.tenant_id AND c.id = a.commerce_id
    LEFT JOIN tenants tenant ON tenant.id = a.tenant_id
    LEFT JOIN routes r ON r.tenant_id = a.tenant_id AND r.id = a.route_id
    LEFT JOIN operators o ON o.tenant_id = a.tenant_id AND o.id = a.operator_id
    WHERE a.tenant_id = $1 AND a.id = ANY($2::uuid[])
    ORDER BY a.id DESC`,
});

/** Activities by id, newest first. $1 tenant, $2 ids. */
export const viewActivities = viewing('view-activities', 'false', '');

/** The same for a list: those whose JSON is beyond what the list may have are cut. */
export const viewListed = viewing(
  'view-listed-activities',
  `(SELECT size.so_far > ${mostListBytes} FROM size WHERE size.id = a.id)`,
  `WITH size AS MATERIALIZED (
      SELECT a.id, sum(${bytesOf('a.metadata')} + COALESCE((
        SELECT sum(${bytesOf('x.value')}) FROM activity_attributes x
        WHERE x.tenant_id = $1 AND x.activity_id = a.id), 0)) OVER (ORDER BY a.id DESC) AS so_far
      FROM activities a WHERE a.tenant_id = $1 AND a.id = ANY($2::uuid[]))`,
);

export interface AttributeView {
  key: string;
  value: unknown;
  fallback: unknown;
  strategy: string;
  resolver: string;
  resolution_status: string;
  error_message: string | null;
  updated_at: Date;
}

/** $1 tenant, $2 activity. */
export const viewAttributes: Statement = {
  name: 'view-attributes',
  text: `
    SELECT key, value, fallback, strategy, resolver, resolution_status, error_message, updated_at
    FROM activity_attributes WHERE tenant_id = $1 AND activity_id = $2 ORDER BY key`,
};

/** One row of an activity's history: a transition, an attempt, or both. */
export interface ActivityEvent {
  id: number;
  trigger: string;
  from_status: ActivityStatus | null;
  to_status: ActivityStatus | null;
  actor: string | null;
  attempt: number | null;
  dispatch_config_id: string | null;
  provider_code: string | null;
  started_at: Date | null;
  duration_ms: number | null;
  http_status: number | null;
  disposition: Disposition | null;
  error_code: string | null;
  provider_error_code: string | null;
  error_message: string | null;
  provider_activity_id: string | null;
  response_body: string | null;
  request_excerpt: string | null;
  created_at: Date;
}

/** An activity's history, oldest first. $1 tenant, $2 activity. */
export const viewEvents: Statement = {
  name: 'view-events',
  text: `
    SELECT id, trigger, from_status, to_status, actor, attempt, dispatch_config_id, provider_code, started_at,
      duration_ms, http_status, disposition, error_code, provider_error_code, error_message, provider_activity_id,
      response_body, request_excerpt, created_at
    FROM activity_events WHERE tenant_id = $1 AND activity_id = $2 ORDER BY id`,
};

/** An activity that another one was made because of, or that was made because of it. */
export interface ActivityLink {
  relation: 'retryOf' | 'redrivenAs' | 'followUpOf' | 'followUp';
  activity_id: string;
  at: Date;
}

/**
 * What an activity is linked to, oldest first, each since the later of the two was created. $1 tenant, $2 activity, $3 how many
 * of each relation at most.
 */
export const viewLinks: Statement = {
  name: 'view-links',
  text: `
    SELECT * FROM (
      (SELECT 'retryOf' AS relation, a.retry_of AS activity_id, a.created_at AS at FROM activities a
        WHERE a.tenant_id = $1 AND a.id = $2 AND a.retry_of IS NOT NULL)
      UNION ALL
      (SELECT 'followUpOf', a.follow_up_of, a.created_at FROM activities a
        WHERE a.tenant_id = $1 AND a.id = $2 AND a.follow_up_of IS NOT NULL)
      UNION ALL
      (SELECT 'followUp', r.follow_up_activity_id, min(COALESCE(f.created_at, r.created_at))
        FROM activity_results r
        LEFT JOIN activities f ON f.tenant_id = r.tenant_id AND f.id = r.follow_up_activity_id
        WHERE r.tenant_id = $1 AND r.activity_id = $2 AND r.follow_up_activity_id IS NOT NULL
        GROUP BY r.follow_up_activity_id ORDER BY r.follow_up_activity_id DESC LIMIT $3)
      UNION ALL
      (SELECT 'redrivenAs', copy.id, copy.created_at FROM activities copy
        WHERE copy.tenant_id = $1 AND copy.retry_of = $2
        ORDER BY copy.id DESC LIMIT $3)) AS links
    ORDER BY at, activity_id`,
};
