import type { Statement } from '@errand/database';
import type { LaneColumns } from '../lane';

/**
 * Moves waiting activities that have come due into their queues and names the lanes they are in.
 * $1 tenant, $2 now, $3 how many at most. Rows in flight are not touched: an expired lease is {@link expiredLeases}.
 */
export const wakeDue: Statement = {
  name: 'wake-due',
  text: `
    UPDATE activities a SET next_attempt_at = NULL, updated_at = $2
    WHERE a.tenant_id = $1 AND a.status = 'READY' AND a.lease_token IS NULL
      AND a.id = ANY(ARRAY(
        SELECT id FROM activities
        WHERE tenant_id = $1 AND status = 'READY' AND next_attempt_at <= $2 AND lease_token IS NULL
        ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED))
    RETURNING a.channel, a.pinned_config_id`,
};

/** The lanes of what comes due between $2 and $3, of the first $4 such activities. $1 tenant. */
export const upcomingLanes: Statement = {
  name: 'upcoming-lanes',
  text: `
    SELECT DISTINCT channel, pinned_config_id FROM (
      SELECT channel, pinned_config_id FROM activities
      WHERE tenant_id = $1 AND status = 'READY' AND next_attempt_at > $2 AND next_attempt_at <= $3
        AND lease_token IS NULL
      ORDER BY next_attempt_at LIMIT $4) AS upcoming`,
};

export interface ExpiredLease extends LaneColumns {
  id: string;
  lease_token: string;
  dispatch_attempt_count: number;
}

/** Claims whose process died or stalled: leases that ran out. $1 tenant, $2 now, $3 how many at most. */
export const expiredLeases: Statement = {
  name: 'expired-leases',
  text: `
    SELECT id, channel, pinned_config_id, lease_token, dispatch_attempt_count FROM activities
    WHERE tenant_id = $1 AND status = 'READY' AND next_attempt_at <= $2 AND lease_token IS NOT NULL
    ORDER BY next_attempt_at LIMIT $3`,
};

/** When the tenant's next waiting activity or lease comes due. $1 tenant. */
export const nextDue: Statement = {
  name: 'next-due',
  text: `
    SELECT next_attempt_at FROM activities
    WHERE tenant_id = $1 AND status = 'READY' AND next_attempt_at IS NOT NULL
    ORDER BY next_attempt_at LIMIT 1`,
};

/** SQL: a lane's first queued activity, in the order of activities_queue, by which no other index can be taken. */
const firstQueued = (condition: string) => `(
        SELECT q.tenant_id, q.channel, q.pinned_config_id FROM activities q
        WHERE ${condition} AND q.status = 'READY' AND q.next_attempt_at IS NULL
        ORDER BY q.tenant_id, q.channel, q.pinned_config_id LIMIT 1)`;

/**
 * SQL: the lanes with queued work, as `lanes`: goes from one to the next in activities_queue, however much each has. Of a
 * channel the pinned ones come first.
 */
function lanesWithQueue(isAny: string, isOfTenant: string, isBeyond: string): string {
  return `
    WITH RECURSIVE lanes AS (
      ${firstQueued(isAny)}
      UNION ALL
      SELECT next.tenant_id, next.channel, next.pinned_config_id FROM lanes CROSS JOIN LATERAL (
        ${firstQueued(`${isOfTenant} AND q.channel = lanes.channel AND q.pinned_config_id > lanes.pinned_config_id`)}
        UNION ALL
        ${firstQueued(
          `${isOfTenant} AND q.channel = lanes.channel AND q.pinned_config_id IS NULL AND lanes.pinned_config_id IS NOT NULL`,
        )}
        UNION ALL
        ${firstQueued(isBeyond)}
        LIMIT 1) AS next)`;
}

/** Of every tenant. A distributed server refuses it, as it names no tenant. */
export const everyLaneWithQueue = lanesWithQueue(
  'true',
  'q.tenant_id = lanes.tenant_id',
  '(q.tenant_id, q.channel) > (lanes.tenant_id, lanes.channel)',
);

/** Of one tenant, $1. */
export const ownLanesWithQueue = lanesWithQueue(
  'q.tenant_id = $1',
  'q.tenant_id = $1',
  'q.tenant_id = $1 AND q.channel > lanes.channel',
);

const listLanes = 'SELECT tenant_id, channel, pinned_config_id FROM lanes';

/** Every lane with queued work. */
export const queuedLanes: Statement = { name: 'queued-lanes', text: `${everyLaneWithQueue} ${listLanes}` };

/** The lanes of one tenant with queued work. $1 tenant. */
export const queuedLanesOf: Statement = { name: 'queued-lanes-of', text: `${ownLanesWithQueue} ${listLanes}` };

/**
 * Every tenant with something that comes due by $1, and when the first does: one look into activities_waiting for each
 * tenant with anything that waits. A distributed server refuses it, as it names no tenant.
 */
export const waitingTenants: Statement = {
  name: 'waiting-tenants',
  text: `
    WITH RECURSIVE first AS (
      (SELECT w.tenant_id, w.next_attempt_at FROM activities w
       WHERE w.status = 'READY' AND w.next_attempt_at IS NOT NULL
       ORDER BY w.tenant_id, w.next_attempt_at LIMIT 1)
      UNION ALL
      SELECT next.tenant_id, next.next_attempt_at FROM first CROSS JOIN LATERAL (
        SELECT w.tenant_id, w.next_attempt_at FROM activities w
        WHERE w.tenant_id > first.tenant_id AND w.status = 'READY' AND w.next_attempt_at IS NOT NULL
        ORDER BY w.tenant_id, w.next_attempt_at LIMIT 1) AS next)
    SELECT tenant_id, next_attempt_at AS next_due FROM first WHERE next_attempt_at <= $1`,
};

/**
 * The tenants of the first $3 actions that come due between $1 and $2, and when each tenant's first does. Reads only
 * those entries of activities_actions_waiting.
 */
export const waitingActions: Statement = {
  name: 'waiting-actions',
  text: `
    SELECT soon.tenant_id, min(soon.next_attempt_at) AS next_due FROM (
      SELECT a.tenant_id, a.next_attempt_at FROM activities a
      WHERE a.status = 'READY' AND a.next_attempt_at >= $1 AND a.next_attempt_at <= $2
        AND a.origin IN ('ACTION', 'RECURRING')
      ORDER BY a.next_attempt_at LIMIT $3) AS soon
    GROUP BY soon.tenant_id`,
};
