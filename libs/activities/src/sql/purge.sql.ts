import type { Statement } from '@errand/database';

/**
 * Removes finished activities with all that belongs to them; what another transaction holds is left for the next
 * time. Their results go by cascade. $1 tenant, $2 finished before, $3 how many at most.
 */
export const purgeFinished: Statement = {
  name: 'purge-finished',
  text: `
    WITH old AS (
      SELECT id FROM activities WHERE tenant_id = $1 AND finished_at < $2
      ORDER BY finished_at LIMIT $3 FOR UPDATE SKIP LOCKED),
    history AS (
      DELETE FROM activity_events WHERE tenant_id = $1 AND activity_id = ANY(ARRAY(SELECT id FROM old))),
    attributes AS (
      DELETE FROM activity_attributes WHERE tenant_id = $1 AND activity_id = ANY(ARRAY(SELECT id FROM old))),
    target_users AS (
      DELETE FROM activity_target_users WHERE tenant_id = $1 AND activity_id = ANY(ARRAY(SELECT id FROM old)))
    DELETE FROM activities a WHERE a.tenant_id = $1 AND a.id = ANY(ARRAY(SELECT id FROM old))
    RETURNING a.id`,
};
