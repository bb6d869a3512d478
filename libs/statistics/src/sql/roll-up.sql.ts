import type { Statement } from '@errand/database';
import { bounds } from '../histogram';

/** Stands for no dispatch config. */
export const noConfig = '00000000-0000-0000-0000-000000000000';

const bucketOf = (step: string, column: string) => `date_bin('${step}', ${column}, to_timestamp(0))`;
const parts = Array.from({ length: bounds.length + 1 }, (_, part) => part);

/** Of all tenants; a distributed server asks every node. $1 since when. */
export const tenantsWithEvents: Statement = {
  name: 'tenants-with-events',
  text: `SELECT DISTINCT tenant_id FROM activity_events WHERE created_at >= $1`,
};

export interface TransitionCount {
  bucket: Date;
  channel: string;
  origin: string;
  to_status: string;
  n: number;
}

/**
 * Transitions in buckets of 5 minutes, in the order of the key. Each activity is looked up by its key: joined, the planner may read
 * them all. $1 tenant, $2 from, $3 to (not included).
 */
export const countTransitions: Statement = {
  name: 'count-transitions',
  text: `
    SELECT ${bucketOf('5 minutes', 'e.created_at')} AS bucket, a.channel, a.origin, e.to_status, count(*) AS n
    FROM activity_events e CROSS JOIN LATERAL (
      SELECT own.channel, own.origin FROM activities own WHERE own.tenant_id = $1 AND own.id = e.activity_id LIMIT 1) AS a
    WHERE e.tenant_id = $1 AND e.created_at >= $2 AND e.created_at < $3 AND e.to_status IS NOT NULL
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
};

/** Hours of buckets of 5 minutes, in the order of the key. $1 tenant, $2 from, $3 to (not included). */
export const sumTransitionsOfHours: Statement = {
  name: 'sum-transitions-of-hours',
  text: `
    SELECT ${bucketOf('1 hour', 'bucket')} AS bucket, channel, origin, to_status, sum(n)::bigint AS n
    FROM transition_counts WHERE tenant_id = $1 AND step = '5m' AND bucket >= $2 AND bucket < $3
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
};

/** Takes the place of what was stored. $1 tenant, $2 step, $3 JSON array of {@link TransitionCount}. */
export const storeTransitions: Statement = {
  name: 'store-transition-counts',
  text: `
    INSERT INTO transition_counts AS t (tenant_id, step, bucket, channel, origin, to_status, n)
    SELECT $1, $2, c.bucket, c.channel, c.origin, c.to_status, c.n
    FROM json_to_recordset($3::json) AS c (bucket timestamptz, channel text, origin text, to_status text, n bigint)
    ON CONFLICT (tenant_id, step, bucket, channel, origin, to_status) DO UPDATE SET n = EXCLUDED.n
      WHERE t.n <> EXCLUDED.n`,
};

export interface AttemptCount {
  bucket: Date;
  dispatch_config_id: string;
  error_code: string;
  n: number;
  duration_ms: number;
  histogram: number[];
  last_at: Date;
  newest_activity_id: string;
}

/** Attempts in buckets of 5 minutes, in the order of the key. $1 tenant, $2 from, $3 to (not included). */
export const countAttempts: Statement = {
  name: 'count-attempts',
  text: `
    SELECT bucket, dispatch_config_id, error_code, count(*) AS n, COALESCE(sum(duration_ms), 0)::bigint AS duration_ms,
      ARRAY[${parts.map((part) => `count(*) FILTER (WHERE part = ${part})`).join(', ')}]::integer[] AS histogram,
      max(created_at) AS last_at, max(activity_id::text) AS newest_activity_id
    FROM (
      SELECT ${bucketOf('5 minutes', 'created_at')} AS bucket, activity_id, created_at, duration_ms,
        COALESCE(dispatch_config_id, '${noConfig}'::uuid) AS dispatch_config_id, COALESCE(error_code, '') AS error_code,
        width_bucket(duration_ms, ARRAY[${bounds.join(', ')}]) AS part
      FROM activity_events
      WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 AND attempt IS NOT NULL) AS e
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
};

/** SQL: the sum of histograms, part by part. */
export const sumOfHistograms = `ARRAY[${parts.map((part) => `sum(histogram[${part + 1}])`).join(', ')}]::integer[]`;

/** Hours of buckets of 5 minutes, in the order of the key. $1 tenant, $2 from, $3 to (not included). */
export const sumAttemptsOfHours: Statement = {
  name: 'sum-attempts-of-hours',
  text: `
    SELECT ${bucketOf('1 hour', 'bucket')} AS bucket, dispatch_config_id, error_code, sum(n)::bigint AS n,
      sum(duration_ms)::bigint AS duration_ms, ${sumOfHistograms} AS histogram, max(last_at) AS last_at,
      max(newest_activity_id::text) AS newest_activity_id
    FROM attempt_counts WHERE tenant_id = $1 AND step = '5m' AND bucket >= $2 AND bucket < $3
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
};

/** Takes the place of what was stored. $1 tenant, $2 step, $3 JSON array of {@link AttemptCount}. */
export const storeAttempts: Statement = {
  name: 'store-attempt-counts',
  text: `
    INSERT INTO attempt_counts AS t (tenant_id, step, bucket, dispatch_config_id, error_code, n, duration_ms, histogram,
      last_at, newest_activity_id)
    SELECT $1, $2, c.bucket, c.dispatch_config_id, c.error_code, c.n, c.duration_ms, c.histogram, c.last_at,
      c.newest_activity_id
    FROM json_to_recordset($3::json) AS c (bucket timestamptz, dispatch_config_id uuid, error_code text, n bigint,
      duration_ms bigint, histogram integer[], last_at timestamptz, newest_activity_id uuid)
    ON CONFLICT (tenant_id, step, bucket, dispatch_config_id, error_code) DO UPDATE
      SET n = EXCLUDED.n, duration_ms = EXCLUDED.duration_ms, histogram = EXCLUDED.histogram,
        last_at = EXCLUDED.last_at, newest_activity_id = EXCLUDED.newest_activity_id
      WHERE t.n <> EXCLUDED.n`,
};

/** $1 the nil UUID. */
export const readMark: Statement = {
  name: 'read-roll-up-mark',
  text: `SELECT filled_until FROM roll_up_marks WHERE tenant_id = $1`,
};

/** $1 the nil UUID, $2 until when. */
export const storeMark: Statement = {
  name: 'store-roll-up-mark',
  text: `
    INSERT INTO roll_up_marks AS m (tenant_id, filled_until) VALUES ($1, $2)
    ON CONFLICT (tenant_id) DO UPDATE SET filled_until = EXCLUDED.filled_until
      WHERE m.filled_until < EXCLUDED.filled_until`,
};

/** @param key what tells the rows of one bucket apart */
const purging = (name: string, table: string, key: string[]): Statement => ({
  name,
  text: `
    WITH old AS MATERIALIZED (
      SELECT c.bucket, ${key.map((column) => `c.${column}`).join(', ')} FROM ${table} c
      WHERE c.tenant_id = $1 AND c.step = $2 AND c.bucket < $3
      ORDER BY c.bucket LIMIT $4 FOR UPDATE SKIP LOCKED)
    DELETE FROM ${table} d USING old
    WHERE d.tenant_id = $1 AND d.step = $2 AND d.bucket = old.bucket
      AND ${key.map((column) => `d.${column} = old.${column}`).join(' AND ')}
    RETURNING d.bucket`,
});

/** Each: $1 tenant, $2 step, $3 older than this, $4 how many at most. */
export const purges = [
  purging('purge-transition-counts', 'transition_counts', ['channel', 'origin', 'to_status']),
  purging('purge-attempt-counts', 'attempt_counts', ['dispatch_config_id', 'error_code']),
];
