import type { Statement } from '@errand/database';
import { everyLaneWithQueue, ownLanesWithQueue } from './wake.sql';

/**
 * How many activities wait to be sent, or for somebody to resolve them, $1 of each kind at most. Each kind is read in the
 * order of its own index, which is what keeps the planner from reading the table for it: READY ones stand in two, queued
 * and waiting; UNRESOLVED ones are looked for tenant by tenant, as their index begins.
 */
export const openByStatus: Statement = {
  name: 'open-by-status',
  text: `
    SELECT 'READY' AS status, count(*) AS total FROM (
      SELECT 1 FROM activities a WHERE a.status = 'READY' AND a.next_attempt_at IS NULL
      ORDER BY a.tenant_id, a.channel, a.pinned_config_id LIMIT $1) AS queued
    UNION ALL
    SELECT 'READY', count(*) FROM (
      SELECT 1 FROM activities a WHERE a.status = 'READY' AND a.next_attempt_at IS NOT NULL
      ORDER BY a.tenant_id, a.next_attempt_at LIMIT $1) AS waiting
    UNION ALL
    SELECT 'UNRESOLVED', count(*) FROM (
      SELECT 1 FROM tenants t CROSS JOIN LATERAL (
        SELECT 1 FROM activities a WHERE a.tenant_id = t.id AND a.status = 'UNRESOLVED'
        ORDER BY a.tenant_id, a.status, a.id LIMIT $1) AS ofTenant
      LIMIT $1) AS unresolved`,
};

/** SQL: since when the longest due one of a lane's highest score and of its lowest score has been due. */
function oldestOfLane(tenant: string, pinned: string): string {
  const queue = `FROM activities q
        WHERE q.tenant_id = ${tenant} AND q.channel = lane.channel AND q.pinned_config_id ${pinned}
          AND q.status = 'READY' AND q.next_attempt_at IS NULL`;
  return `least(
      (SELECT q.scheduled_at ${queue}
        ORDER BY q.pinned_config_id, q.score DESC, q.scheduled_at LIMIT 1),
      (SELECT q.scheduled_at ${queue} AND q.score = (
          SELECT q.score ${queue}
          ORDER BY q.pinned_config_id DESC, q.score, q.scheduled_at DESC LIMIT 1)
        ORDER BY q.pinned_config_id, q.score DESC, q.scheduled_at LIMIT 1))`;
}

const oldest = (tenant: string) => `min(CASE WHEN lane.pinned_config_id IS NULL
      THEN ${oldestOfLane(tenant, 'IS NULL')}
      ELSE ${oldestOfLane(tenant, '= lane.pinned_config_id')} END) AS due_since`;

/**
 * Since when the longest queued activity has been due, of those that have the highest and the lowest score of their lane:
 * the next to be sent, and the first to starve. Three looks into the queue index for each of $1 lanes at most; the oldest
 * of all would be found by reading all. A distributed server refuses it, as it names no tenant.
 */
export const oldestQueued: Statement = {
  name: 'oldest-queued',
  text: `${everyLaneWithQueue}
    SELECT ${oldest('lane.tenant_id')} FROM (SELECT * FROM lanes LIMIT $1) AS lane`,
};

/** The same of one tenant. $1 tenant, $2 how many lanes at most. */
export const oldestQueuedOf: Statement = {
  name: 'oldest-queued-of',
  text: `${ownLanesWithQueue}
    SELECT ${oldest('$1')} FROM (SELECT * FROM lanes LIMIT $2) AS lane`,
};

/** $1 how many at most. */
export const someTenants: Statement = { name: 'some-tenants', text: `SELECT id FROM tenants ORDER BY id LIMIT $1` };
