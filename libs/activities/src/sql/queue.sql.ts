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
    SELECT 'READY' AS status, 'now' AS due, count(*) AS total FROM (
      SELECT 1 FROM activities a WHERE a.status = 'READY' AND a.next_attempt_at IS NULL
      ORDER BY a.tenant_id, a.channel, a.pinned_config_id LIMIT $1) AS queued
    UNION ALL
    SELECT 'READY', 'later', count(*) FROM (
      SELECT 1 FROM activities a WHERE a.status = 'READY' AND a.next_attempt_at IS NOT NULL
      ORDER BY a.tenant_id, a.next_attempt_at LIMIT $1) AS waiting
    UNION ALL
    SELECT 'UNRESOLVED', NULL, count(*) FROM (
      SELECT 1 FROM tenants t CROSS JOIN LATERAL (
        SELECT 1 FROM activities a WHERE a.tenant_id = t.id AND a.status = 'UNRESOLVED'
        ORDER BY a.tenant_id, a.status, a.id LIMIT $1) AS ofTenant
      LIMIT $1) AS unresolved`,
};

/** How many of each end of a lane are looked at: those with the oldest due times may be the last that were created. */
const lookedAt = 10;
/** Held ones that are counted of a lane at most. */
const heldAtMost = 10_000;

const sinceOf = (queued: string) =>
  `(SELECT min(greatest(q.scheduled_at, q.created_at)) FROM (SELECT q.scheduled_at, q.created_at ${queued}) AS q)`;

/**
 * SQL: since when the longest due one of a lane's highest score and of its lowest score has been due: from the later of
 * its time and its creation.
 */
function oldestOfLane(tenant: string, pinned: string): string {
  const queue = queueOf(tenant, pinned);
  return `least(
      ${sinceOf(`${queue}
        ORDER BY q.pinned_config_id, q.score DESC, q.scheduled_at LIMIT ${lookedAt}`)},
      ${sinceOf(`${queue} AND q.score = (
          SELECT q.score ${queue}
          ORDER BY q.pinned_config_id DESC, q.score, q.scheduled_at DESC LIMIT 1)
        ORDER BY q.pinned_config_id, q.score DESC, q.scheduled_at LIMIT ${lookedAt}`)})`;
}

const queueOf = (tenant: string, pinned: string) => `FROM activities q
        WHERE q.tenant_id = ${tenant} AND q.channel = lane.channel AND q.pinned_config_id ${pinned}
          AND q.status = 'READY' AND q.next_attempt_at IS NULL`;

const countOf = (tenant: string, pinned: string, atMost = `${heldAtMost}`) =>
  `(SELECT count(*) FROM (SELECT 1 ${queueOf(tenant, pinned)} LIMIT ${atMost}) AS held)`;

const byPin = (of: (pinned: string) => string) =>
  `CASE WHEN lane.pinned_config_id IS NULL THEN ${of('IS NULL')} ELSE ${of('= lane.pinned_config_id')} END`;

/** SQL: why nobody wants a lane to be sent: its tenant is paused, or every config that could send it. Else null. */
const heldFor = (tenant: string) => `CASE
      WHEN EXISTS (SELECT 1 FROM tenants t WHERE t.id = ${tenant} AND t.status = 'PAUSED') THEN 'TENANT_PAUSED'
      WHEN (
        SELECT bool_and(NOT c.is_active) FROM dispatch_configs c
        WHERE c.tenant_id = ${tenant} AND c.channel = lane.channel
          AND (lane.pinned_config_id IS NULL OR c.id = lane.pinned_config_id)) THEN 'PROVIDER_PAUSED' END`;

/** SQL: of lanes, by why they are held: since when the oldest has been due where they are not, how many where they are. */
const ends = (tenant: string, limit: string) => `
    SELECT held.reason,
      min(CASE WHEN held.reason IS NULL THEN ${byPin((pinned) => oldestOfLane(tenant, pinned))} END) AS due_since,
      sum(CASE WHEN held.reason IS NULL THEN 0 ELSE ${byPin((pinned) => countOf(tenant, pinned))} END)::int AS total
    FROM (SELECT * FROM lanes LIMIT ${limit}) AS lane
    CROSS JOIN LATERAL (SELECT ${heldFor(tenant)} AS reason) AS held
    GROUP BY held.reason`;

/**
 * Since when the longest queued activity has been due, of those that have the highest and the lowest score of their lane:
 * the next to be sent, and the first to starve; and how many are held on purpose, which are not among them. A few looks into
 * the queue index for each of $1 lanes at most; the oldest of all would be found by reading all. A distributed server refuses
 * it, as it names no tenant.
 */
export const laneEnds: Statement = {
  name: 'lane-ends',
  text: `${everyLaneWithQueue} ${ends('lane.tenant_id', '$1')}`,
};

/** The same of one tenant. $1 tenant, $2 how many lanes at most. */
export const laneEndsOf: Statement = {
  name: 'lane-ends-of',
  text: `${ownLanesWithQueue} ${ends('$1', '$2')}`,
};

/** $1 how many at most. */
export const someTenants: Statement = { name: 'some-tenants', text: `SELECT id FROM tenants ORDER BY id LIMIT $1` };

/**
 * What is open of one tenant, $2 of each kind at most. $1 tenant, $3 when the last lease that is held runs out: those in flight
 * are found before it, and not behind all that waits.
 */
export const openOf: Statement = {
  name: 'open-of-tenant',
  text: `
    SELECT
      (SELECT count(*) FROM (
        SELECT 1 FROM activities a WHERE a.tenant_id = $1 AND a.status = 'READY' AND a.next_attempt_at IS NULL
        ORDER BY a.tenant_id, a.channel, a.pinned_config_id LIMIT $2) AS queued) AS queued,
      (SELECT count(*) FROM (
        SELECT 1 FROM activities a
        WHERE a.tenant_id = $1 AND a.status = 'READY' AND a.next_attempt_at IS NOT NULL AND a.lease_token IS NULL
        ORDER BY a.next_attempt_at LIMIT $2) AS waiting) AS waiting,
      (SELECT count(*) FROM (
        SELECT 1 FROM activities a
        WHERE a.tenant_id = $1 AND a.status = 'READY' AND a.next_attempt_at <= $3 AND a.lease_token IS NOT NULL
        ORDER BY a.next_attempt_at LIMIT $2) AS in_flight) AS in_flight,
      (SELECT count(*) FROM (
        SELECT 1 FROM activities a WHERE a.tenant_id = $1 AND a.status = 'UNRESOLVED'
        ORDER BY a.id LIMIT $2) AS unresolved) AS unresolved,
      (SELECT count(*) FROM (
        SELECT 1 FROM activities a WHERE a.tenant_id = $1 AND a.status = 'DISPATCHED'
        ORDER BY a.id LIMIT $2) AS dispatched) AS dispatched`,
};

/** Why the newest UNRESOLVED activities are, most first. $1 tenant, $2 how many activities at most. */
export const unresolvedByCode: Statement = {
  name: 'unresolved-by-code',
  text: `
    SELECT newest.code, count(*) AS total FROM (
      SELECT COALESCE(a.last_error_code, 'NONE') AS code FROM activities a
      WHERE a.tenant_id = $1 AND a.status = 'UNRESOLVED' ORDER BY a.id DESC LIMIT $2) AS newest
    GROUP BY newest.code ORDER BY total DESC, newest.code`,
};

/** How many are queued in each lane. $1 tenant, $2 how many of each at most, $3 how many lanes at most. */
export const queuedByLane: Statement = {
  name: 'queued-by-lane',
  text: `${ownLanesWithQueue}
    SELECT lane.channel, lane.pinned_config_id, ${byPin((pinned) => countOf('$1', pinned, '$2'))} AS total
    FROM (SELECT * FROM lanes LIMIT $3) AS lane`,
};

/** How many are in flight of each lane. $1 tenant, $2 how many in all at most, $3 as for {@link openOf}. */
export const inFlightByLane: Statement = {
  name: 'in-flight-by-lane',
  text: `
    SELECT held.channel, held.pinned_config_id, count(*) AS total FROM (
      SELECT a.channel, a.pinned_config_id FROM activities a
      WHERE a.tenant_id = $1 AND a.status = 'READY' AND a.next_attempt_at <= $3 AND a.lease_token IS NOT NULL
      ORDER BY a.next_attempt_at LIMIT $2) AS held
    GROUP BY held.channel, held.pinned_config_id`,
};

/**
 * How many that were not tried yet come due between the edges $2, by channel and place among them (from 1). $1 tenant, $3 the
 * first edge, $4 the last, $5 channels, null for any.
 */
export const scheduledByTime: Statement = {
  name: 'scheduled-by-time',
  text: `
    SELECT width_bucket(a.next_attempt_at, $2::timestamptz[]) AS place, a.channel, count(*) AS total
    FROM activities a
    WHERE a.tenant_id = $1 AND a.status = 'READY' AND a.next_attempt_at IS NOT NULL
      AND a.next_attempt_at >= $3 AND a.next_attempt_at < $4 AND a.lease_token IS NULL AND a.dispatch_attempt_count = 0
      AND ($5::text[] IS NULL OR a.channel = ANY($5))
    GROUP BY 1, 2 ORDER BY 1, 2`,
};
