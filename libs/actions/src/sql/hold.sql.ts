import type { Statement } from '@errand/database';

/** Lets scheduled actions and recurring ones wait that nobody has tried to send. $1 until when. */
export const holdScheduled: Statement = {
  name: 'hold-scheduled-actions',
  text: `
    UPDATE activities a SET next_attempt_at = $1
    WHERE a.status = 'READY' AND a.lease_token IS NULL AND a.dispatch_attempt_count = 0
      AND (a.next_attempt_at IS NULL OR a.next_attempt_at < $1)
      AND (a.origin = 'RECURRING' OR EXISTS (
        SELECT 1 FROM actions x WHERE x.tenant_id = a.tenant_id AND x.activity_id = a.id AND x.is_scheduled))`,
};

/** Lets those that wait until $1 be sent at their time. */
export const releaseScheduled: Statement = {
  name: 'release-scheduled-actions',
  text: `
    UPDATE activities SET next_attempt_at = scheduled_at
    WHERE status = 'READY' AND next_attempt_at = $1 AND lease_token IS NULL AND origin IN ('ACTION', 'RECURRING')`,
};
