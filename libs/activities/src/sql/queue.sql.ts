import type { Statement } from '@errand/database';

/**
 * How many activities are in each status that is not final; finished ones would be a count of the whole history.
 * READY ones stand in two rows, queued and waiting, each counted by its own index.
 */
export const openByStatus: Statement = {
  name: 'open-by-status',
  text: `
    SELECT status, count(*) AS total FROM activities
    WHERE status IN ('UNRESOLVED', 'DISPATCHED') GROUP BY status
    UNION ALL
    SELECT 'READY', count(*) FROM activities WHERE status = 'READY' AND next_attempt_at IS NULL
    UNION ALL
    SELECT 'READY', count(*) FROM activities WHERE status = 'READY' AND next_attempt_at IS NOT NULL`,
};

/** Since when the longest queued activity has been due. Reads the queue index only. */
export const oldestQueued: Statement = {
  name: 'oldest-queued',
  text: `
    SELECT min(scheduled_at) AS due_since FROM activities WHERE status = 'READY' AND next_attempt_at IS NULL`,
};
