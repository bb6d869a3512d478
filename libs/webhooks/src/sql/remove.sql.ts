import type { Statement } from '@errand/database';

/** Removes a webhook and its deliveries. $1 tenant, $2 id. One row when it was there. */
export const removeWebhook: Statement = {
  name: 'remove-webhook',
  text: `
    WITH deliveries AS (DELETE FROM webhook_deliveries WHERE tenant_id = $1 AND webhook_id = $2)
    DELETE FROM webhooks WHERE tenant_id = $1 AND id = $2
    RETURNING id`,
};

/**
 * Removes deliveries of webhooks that are gone: of statements that ran when their webhook was removed, so PENDING ones.
 * $1 tenant.
 */
export const purgeOrphans: Statement = {
  name: 'purge-orphaned-deliveries',
  text: `
    DELETE FROM webhook_deliveries d
    WHERE d.tenant_id = $1 AND d.status = 'PENDING'
      AND NOT EXISTS (SELECT 1 FROM webhooks w WHERE w.tenant_id = $1 AND w.id = d.webhook_id)`,
};

/** Removes deliveries of events before $2 that are delivered or given up. $1 tenant, $3 how many at most. */
export const purgeOld: Statement = {
  name: 'purge-old-deliveries',
  text: `
    DELETE FROM webhook_deliveries d
    WHERE d.tenant_id = $1 AND d.status <> 'PENDING' AND d.id = ANY(ARRAY(
      SELECT id FROM webhook_deliveries
      WHERE tenant_id = $1 AND status <> 'PENDING' AND occurred_at < $2
      ORDER BY occurred_at LIMIT $3 FOR UPDATE SKIP LOCKED))
    RETURNING d.id`,
};
