import type { Statement } from '@errand/database';

const waiting = (status: string) => `FROM webhook_deliveries d
        WHERE d.tenant_id = $1 AND d.webhook_id = w.id AND d.status = '${status}'`;

/** What webhooks still are to be told, and what was given up. $1 tenant, $2 webhooks, $3 where counting stops. */
export const readBacklogs: Statement = {
  name: 'read-backlogs',
  text: `
    SELECT w.id,
      (SELECT count(*) FROM (SELECT 1 ${waiting('PENDING')} LIMIT $3) AS pending) AS pending,
      (SELECT count(*) FROM (SELECT 1 ${waiting('FAILED')} LIMIT $3) AS failed) AS failed,
      (SELECT min(d.occurred_at) ${waiting('PENDING')}) AS oldest_pending_at
    FROM webhooks w WHERE w.tenant_id = $1 AND w.id = ANY($2::uuid[])`,
};
