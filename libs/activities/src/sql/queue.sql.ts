import type { Statement } from '@errand/database';

/**
 * How many activities wait to be sent, or for somebody to resolve them. READY ones stand in two rows, queued and
 * waiting, each counted by its own index, and UNRESOLVED ones are counted tenant by tenant, as their index begins. Of the
 * others there are as many as the history is long.
 */
export const openByStatus: Statement = {
  name: 'open-by-status',
  text: `
    SELECT 'READY' AS status, count(*) AS total FROM activities WHERE status = 'READY' AND next_attempt_at IS NULL
    UNION ALL
    SELECT 'READY', count(*) FROM activities WHERE status = 'READY' AND next_attempt_at IS NOT NULL
    UNION ALL
    SELECT 'UNRESOLVED', count(*) FROM tenants t
    JOIN activities a ON a.tenant_id = t.id AND a.status = 'UNRESOLVED'`,
};

/** Since when the longest queued activity has been due. Reads the queue index only. */
export const oldestQueued: Statement = {
  name: 'oldest-queued',
  text: `
    SELECT min(scheduled_at) AS due_since FROM activities WHERE status = 'READY' AND next_attempt_at IS NULL`,
};
