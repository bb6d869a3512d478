import type { Statement } from '@errand/database';

/** SQL: removes the activities that `old` names, with all that belongs to them. Their results go by cascade. $1 tenant. */
const removing = (old: string) => `
    WITH old AS (${old}
      FOR UPDATE SKIP LOCKED),
    history AS (
      DELETE FROM activity_events WHERE tenant_id = $1 AND activity_id = ANY(ARRAY(SELECT id FROM old))),
    attributes AS (
      DELETE FROM activity_attributes WHERE tenant_id = $1 AND activity_id = ANY(ARRAY(SELECT id FROM old))),
    told AS (
      DELETE FROM provider_events WHERE tenant_id = $1 AND activity_id = ANY(ARRAY(SELECT id FROM old))),
    target_users AS (
      DELETE FROM activity_target_users WHERE tenant_id = $1 AND activity_id = ANY(ARRAY(SELECT id FROM old)))
    DELETE FROM activities a WHERE a.tenant_id = $1 AND a.id = ANY(ARRAY(SELECT id FROM old))
    RETURNING a.id`;

/**
 * Removes finished activities; what another transaction holds is left for the next time. $1 tenant, $2 finished before,
 * $3 how many at most.
 */
export const purgeFinished: Statement = {
  name: 'purge-finished',
  text: removing(`
      SELECT id FROM activities WHERE tenant_id = $1 AND finished_at < $2
      ORDER BY finished_at LIMIT $3`),
};

/**
 * Some DISPATCHED ones in the order of activities_by_status: those between two ids, the oldest first. $1 tenant, $2 after this
 * id, $3 up to this one, $4 how many at most.
 */
export const someDispatched: Statement = {
  name: 'some-dispatched',
  text: `
    SELECT id FROM activities
    WHERE tenant_id = $1 AND status = 'DISPATCHED' AND id > $2 AND id <= $3
    ORDER BY id LIMIT $4`,
};

/**
 * Removes those of these that are DISPATCHED, and neither changed since nor heard of: a PENDING result is a sign that more is
 * to come. $1 tenant, $2 since when, $3 ids.
 */
export const purgeDispatched: Statement = {
  name: 'purge-dispatched',
  text: removing(`
      SELECT id FROM activities a
      WHERE a.tenant_id = $1 AND a.id = ANY($3::uuid[]) AND a.status = 'DISPATCHED' AND a.updated_at < $2
        AND NOT EXISTS (
          SELECT 1 FROM activity_results r
          WHERE r.tenant_id = $1 AND r.activity_id = a.id AND r.created_at >= $2)`),
};
