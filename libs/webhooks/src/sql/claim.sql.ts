import type { Statement } from '@errand/database';
import type { WebhookEvent } from '@errand/vocabulary';

/** A claimed delivery: the event as it was kept, and which attempt this is, from 1. */
export interface ClaimedDelivery {
  id: string;
  seq: number;
  subject_id: string;
  event_type: WebhookEvent;
  data: Record<string, unknown>;
  occurred_at: Date;
  attempts: number;
}

/**
 * SQL: of the events of its subject that wait for this webhook it is the first. By a scalar subquery, which is always one
 * look into webhook_deliveries_order; NOT EXISTS may be planned as a join with all that waits.
 */
const isNext = `d.seq = (
        SELECT min(first.seq) FROM webhook_deliveries first
        WHERE first.tenant_id = $1 AND first.webhook_id = $2 AND first.subject_id = d.subject_id
          AND first.status = 'PENDING')`;

/**
 * Claims what is due for a webhook, by a lease: what a process that died had claimed is due again when that has run out.
 * Of each activity or config only the first event that waits can be claimed, which is what keeps them in order. As with
 * activities the rows are found by primary key. $1 tenant, $2 webhook, $3 lease token, $4 lease expiry, $5 now, $6 how
 * many at most.
 */
export const claimDeliveries: Statement = {
  name: 'claim-deliveries',
  text: `
    UPDATE webhook_deliveries c
    SET lease_token = $3, next_attempt_at = $4, attempts = c.attempts + 1, last_attempt_at = $5
    WHERE c.tenant_id = $1 AND c.status = 'PENDING' AND c.id = ANY(ARRAY(
      SELECT d.id FROM webhook_deliveries d
      WHERE d.tenant_id = $1 AND d.webhook_id = $2 AND d.status = 'PENDING' AND d.next_attempt_at <= $5
        AND ${isNext}
      ORDER BY d.next_attempt_at, d.seq LIMIT $6 FOR UPDATE SKIP LOCKED))
    RETURNING c.id, c.seq, c.subject_id, c.event_type, c.data, c.occurred_at, c.attempts`,
};

/** When the next delivery of an active webhook that may be claimed is due, or a claim runs out. $1 tenant, $2 webhook. */
export const nextDelivery: Statement = {
  name: 'next-delivery',
  text: `
    SELECT d.next_attempt_at FROM webhook_deliveries d
    WHERE d.tenant_id = $1 AND d.webhook_id = $2 AND d.status = 'PENDING' AND ${isNext}
      AND EXISTS (SELECT 1 FROM webhooks w WHERE w.tenant_id = $1 AND w.id = $2 AND w.is_active)
    ORDER BY d.next_attempt_at LIMIT 1`,
};

const dueByWebhook = (condition: string) => `
    SELECT due.tenant_id, due.webhook_id, due.next_due
    FROM (
      SELECT w.tenant_id, w.id AS webhook_id, (
        SELECT min(d.next_attempt_at) FROM webhook_deliveries d
        WHERE d.tenant_id = w.tenant_id AND d.webhook_id = w.id AND d.status = 'PENDING') AS next_due
      FROM webhooks w WHERE ${condition} w.is_active) AS due
    WHERE due.next_due IS NOT NULL`;

/** Every active webhook with something to deliver, and since or from when: one look into webhook_deliveries_due each. */
export const dueWebhooks: Statement = { name: 'due-webhooks', text: dueByWebhook('') };

/** Those of one tenant. $1 tenant. */
export const dueWebhooksOf: Statement = { name: 'due-webhooks-of', text: dueByWebhook('w.tenant_id = $1 AND') };
