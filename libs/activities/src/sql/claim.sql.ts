import { bytesOf, type Statement } from '@errand/database';
import type { TargetCriterion } from '@errand/resolution';
import type { ActivityType, Channel } from '@errand/vocabulary';
import { transitions } from '../status';

/** A claimed activity: its row, what was found for it, and the ids of what it refers to. */
export interface ClaimedActivity {
  id: string;
  type: ActivityType;
  channel: Channel;
  reason: string;
  idempotency_key: string;
  pinned_config_id: string | null;
  commerce_id: string | null;
  assignment_reason: string | null;
  operator_id: string | null;
  route_id: string | null;
  scheduled_at: Date;
  created_at: Date;
  suggested_execution_time: string | null;
  score: number;
  user_status: string | null;
  /** Empty where it is large. */
  metadata: Record<string, unknown>;
  target_criteria: TargetCriterion[] | null;
  /** This attempt's number, from 1. */
  dispatch_attempt_count: number;
  /** What it waited for until it was claimed, and waits for again if it is returned; null = it was in its queue. */
  waited_until: Date | null;
  /** It carries more than `largeBytes`: what it carries is loaded when it is sent, and not before. */
  is_large: boolean;
  /** Those that were found, by key; null where there are none, or they are large. */
  attributes: Record<string, unknown> | null;
  /** Commerce users, in the order in which they were found; null where there are none. */
  target_user_ids: string[] | null;
  /** Attributes that must be found before it can be sent; null where there are none. */
  pending_attributes: { key: string; fallback: unknown }[] | null;
  /** Whether its target users must be found before it can be sent; null where it has none at all. */
  has_pending_targets: boolean | null;
}

/**
 * As JSON text. A claim, and what waits for its turn behind it, are hundreds of activities: of 4 MB each they were 2.2 GB.
 * Only what was stored before MAX_ACTIVITY_BYTES, or under a higher one, is larger.
 */
const largeBytes = 524_288;

const hasLargeMetadata = `(${bytesOf('metadata')}) > ${largeBytes}`;

const row = `id, type, channel, reason, idempotency_key, pinned_config_id, commerce_id, assignment_reason, operator_id,
          route_id, scheduled_at, created_at, suggested_execution_time, score, user_status,
          CASE WHEN ${hasLargeMetadata} THEN '{}'::jsonb ELSE metadata END AS metadata,
          ${hasLargeMetadata} AS has_large_metadata, target_criteria, dispatch_attempt_count`;

const locked = 'LIMIT $5 FOR UPDATE SKIP LOCKED';

/** The rows of `a`, with what was found for each. @param waitedUntil SQL for what a row waited for */
const withFound = (waitedUntil: string) => `SELECT a.*, ${waitedUntil} AS waited_until, target.users AS target_user_ids,
        CASE WHEN attribute.bytes > ${largeBytes} THEN NULL ELSE attribute.found END AS attributes,
        attribute.pending AS pending_attributes, target.is_pending AS has_pending_targets,
        (a.has_large_metadata OR COALESCE(attribute.bytes > ${largeBytes}, false)) AS is_large
      FROM a
      CROSS JOIN LATERAL (
        SELECT bool_or(t.resolution_status = 'PENDING') AS is_pending,
          json_agg(t.commerce_user_id ORDER BY t.id) FILTER (WHERE t.commerce_user_id IS NOT NULL) AS users
        FROM activity_target_users t WHERE t.tenant_id = $1 AND t.activity_id = a.id) AS target
      CROSS JOIN LATERAL (
        SELECT json_object_agg(x.key, x.value ORDER BY x.key)
            FILTER (WHERE x.resolution_status IN ('RESOLVED', 'FALLBACK')) AS found,
          sum(${bytesOf('x.value')}) AS bytes,
          json_agg(json_build_object('key', x.key, 'fallback', x.fallback) ORDER BY x.key)
            FILTER (WHERE x.resolution_status = 'PENDING') AS pending
        FROM activity_attributes x WHERE x.tenant_id = $1 AND x.activity_id = a.id) AS attribute`;

/**
 * The claim, in one statement: raises the attempt count, takes the lease of every candidate, and returns the best first.
 * `candidates` locks the rows it picks and skips what another process has locked; it may use the parameters from $6 on.
 *
 * The update finds its rows by `id = ANY(ARRAY(…))`, which is done by an index that has the id. As a join it was
 * planned from the statistics: on a table that had not been analyzed since a backlog of 20,000 came in, the planner
 * read all of the backlog for each claim of 100 (440 to 1,216 ms, against 2 to 3 ms this way).
 * $1 tenant, $2 lease token, $3 lease expiry, $4 now, $5 how many at most.
 * @param waitedUntil SQL for what a row waited for; the lease's expiry has taken its place in the row
 * @param before SQL for a CTE before the update
 */
function claim(name: string, candidates: string, waitedUntil = 'NULL::timestamptz', before = ''): Statement {
  return {
    name,
    text: `
      WITH ${before}a AS (
        UPDATE activities
        SET dispatch_attempt_count = dispatch_attempt_count + 1, lease_token = $2, next_attempt_at = $3, updated_at = $4
        WHERE tenant_id = $1 AND status = '${transitions.ACCEPTED.from}'
          AND id = ANY(ARRAY(${candidates}))
        RETURNING ${row})
      ${withFound(waitedUntil)}
      ORDER BY a.score DESC, a.scheduled_at, a.id`,
  };
}

/** Claims the best queued activities of a tenant's channel ($6): highest score first, then the longest due. */
export const claimQueued = claim(
  'claim-queued-activities',
  `SELECT id FROM activities
   WHERE tenant_id = $1 AND channel = $6 AND pinned_config_id IS NULL AND status = 'READY' AND next_attempt_at IS NULL
   ORDER BY pinned_config_id, score DESC, scheduled_at, id ${locked}`,
);

/** The same for those that must be sent by one dispatch config ($7). */
export const claimPinned = claim(
  'claim-pinned-activities',
  `SELECT id FROM activities
   WHERE tenant_id = $1 AND channel = $6 AND pinned_config_id = $7 AND status = 'READY' AND next_attempt_at IS NULL
   ORDER BY score DESC, scheduled_at, id ${locked}`,
);

/**
 * Claims activities of a lane ($6 channel, $7 pinned config or null) that come due for the first time by $8, to have
 * them loaded when their time comes. Retries are left out: for what has not been sent yet `scheduled_at` is when it is
 * due, and when to return it to.
 */
export const claimUpcoming = claim(
  'claim-upcoming-activities',
  `SELECT id FROM activities
   WHERE tenant_id = $1 AND channel = $6 AND pinned_config_id IS NOT DISTINCT FROM $7::uuid AND status = 'READY'
     AND next_attempt_at > $4 AND next_attempt_at <= $8 AND next_attempt_at = scheduled_at
     AND lease_token IS NULL AND dispatch_attempt_count = 0
   ORDER BY next_attempt_at ${locked}`,
  'a.scheduled_at',
);

/** Claims one activity ($6) whether queued or still waiting, unless it is in flight: “send now”. */
export const claimOne = claim(
  'claim-one-activity',
  'SELECT id FROM picked',
  '(SELECT next_attempt_at FROM picked)',
  `picked AS MATERIALIZED (
        SELECT id, next_attempt_at FROM activities
        WHERE tenant_id = $1 AND id = $6 AND status = 'READY' AND lease_token IS NULL ${locked}),
      `,
);

/** One activity as a claim of it would find it, whatever its status. $1 tenant, $2 id. */
export const readAsClaimed: Statement = {
  name: 'read-activity-as-claimed',
  text: `WITH a AS (SELECT ${row} FROM activities WHERE tenant_id = $1 AND id = $2) ${withFound('NULL::timestamptz')}`,
};

/** What a large activity carries, as far as it was found. $1 tenant, $2 id. */
export const loadCarried: Statement = {
  name: 'load-carried',
  text: `
    SELECT a.metadata, (
      SELECT json_object_agg(x.key, x.value ORDER BY x.key) FROM activity_attributes x
      WHERE x.tenant_id = $1 AND x.activity_id = a.id AND x.resolution_status IN ('RESOLVED', 'FALLBACK')) AS attributes
    FROM activities a WHERE a.tenant_id = $1 AND a.id = $2`,
};
