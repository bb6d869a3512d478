import type { Statement } from '@errand/database';
import { sumOfHistograms } from './roll-up.sql';

/** The columns by which transitions are told apart. */
export type CountedColumn = 'to_status' | 'channel' | 'origin';

export interface CountRow {
  bucket: Date;
  key: string;
  n: number;
}

const counting = (column: CountedColumn): Statement => ({
  name: `read-transitions-by-${column}`,
  text: `
    SELECT bucket, ${column} AS key, sum(n)::bigint AS n FROM transition_counts
    WHERE tenant_id = $1 AND step = $2 AND bucket >= $3 AND bucket < $4
    GROUP BY 1, 2 ORDER BY 2, 1`,
});

/** Each: $1 tenant, $2 step, $3 from, $4 to (not included). */
export const readTransitions: Readonly<Record<CountedColumn, Statement>> = {
  to_status: counting('to_status'),
  channel: counting('channel'),
  origin: counting('origin'),
};

/** $1 tenant, $2 step, $3 from, $4 to (not included). */
export const sumTransitions: Statement = {
  name: 'sum-transitions',
  text: `
    SELECT to_status AS status, sum(n)::bigint AS n FROM transition_counts
    WHERE tenant_id = $1 AND step = $2 AND bucket >= $3 AND bucket < $4 GROUP BY 1`,
};

export interface FailureRow {
  error_code: string;
  dispatch_config_id: string;
  count: number;
  last_at: Date;
  newest_activity_id: string;
}

/** Most first. $1 tenant, $2 step, $3 from, $4 to (not included), $5 how many at most. */
export const sumFailures: Statement = {
  name: 'sum-failures',
  text: `
    SELECT error_code, dispatch_config_id, sum(n)::bigint AS count, max(last_at) AS last_at,
      max(newest_activity_id::text) AS newest_activity_id
    FROM attempt_counts
    WHERE tenant_id = $1 AND step = $2 AND bucket >= $3 AND bucket < $4 AND error_code <> ''
    GROUP BY 1, 2 ORDER BY count DESC, 1, 2 LIMIT $5`,
};

/** Those of these activities that are still there. $1 tenant, $2 ids. */
export const findSamples: Statement = {
  name: 'find-samples-of-failures',
  text: `SELECT id FROM activities WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
};

export interface AttemptRow {
  dispatch_config_id: string;
  /** From 1. */
  part: number;
  attempts: number;
  failures: number;
  histogram: number[];
}

/** By dispatch config and part of the time, the first part first. $1 tenant, $2 step, $3 when each part begins, $4 the first of these. */
export const sumAttempts: Statement = {
  name: 'sum-attempts-of-configs',
  text: `
    SELECT dispatch_config_id, width_bucket(bucket, $3::timestamptz[]) AS part, sum(n)::bigint AS attempts,
      COALESCE(sum(n) FILTER (WHERE error_code <> ''), 0)::bigint AS failures, ${sumOfHistograms} AS histogram
    FROM attempt_counts WHERE tenant_id = $1 AND step = $2 AND bucket >= $4 GROUP BY 1, 2 ORDER BY 1, 2`,
};

/** When an attempt was accepted last, by dispatch config. $1 tenant, $2 from. */
export const lastSuccesses: Statement = {
  name: 'last-successes-of-configs',
  text: `
    SELECT dispatch_config_id, max(last_at) AS last_at FROM attempt_counts
    WHERE tenant_id = $1 AND step = '1h' AND bucket >= $2 AND error_code = '' GROUP BY 1`,
};
