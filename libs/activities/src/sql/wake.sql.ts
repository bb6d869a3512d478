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

/** Every lane with queued work. Reads only the queue index. */
export const queuedLanes: Statement = {
  name: 'queued-lanes',
  text: `
    SELECT tenant_id, channel, pinned_config_id FROM activities
    WHERE status = 'READY' AND next_attempt_at IS NULL
    GROUP BY tenant_id, channel, pinned_config_id`,
};

/** The lanes of one tenant with queued work. $1 tenant. */
export const queuedLanesOf: Statement = {
  name: 'queued-lanes-of',
  text: `
    SELECT channel, pinned_config_id FROM activities
    WHERE tenant_id = $1 AND status = 'READY' AND next_attempt_at IS NULL
    GROUP BY channel, pinned_config_id`,
};

/** Every tenant with something that comes due by $1, and when the first does. Reads only the waiting index. */
export const waitingTenants: Statement = {
  name: 'waiting-tenants',
  text: `
    SELECT tenant_id, min(next_attempt_at) AS next_due FROM activities
    WHERE status = 'READY' AND next_attempt_at <= $1
    GROUP BY tenant_id`,
};

/** Every tenant with an action that comes due by $1, and when the first does. Reads only activities_actions_waiting. */
export const waitingActions: Statement = {
  name: 'waiting-actions',
  text: `
    SELECT tenant_id, min(next_attempt_at) AS next_due FROM activities
    WHERE status = 'READY' AND next_attempt_at <= $1 AND origin IN ('ACTION', 'RECURRING')
    GROUP BY tenant_id`,
};
