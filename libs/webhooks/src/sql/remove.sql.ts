import type { Statement } from '@errand/database';

/**
 * The webhooks that are gone and have left deliveries behind: all they had, and those of statements that ran when they
 * were removed. Goes from one webhook to the next in webhook_deliveries_log, however many deliveries each has. $1 tenant.
 */
export const findOrphans: Statement = {
  name: 'find-orphaned-deliveries',
  text: `
    WITH RECURSIVE told AS (
      (SELECT webhook_id FROM webhook_deliveries WHERE tenant_id = $1 ORDER BY webhook_id LIMIT 1)
      UNION ALL
      SELECT (
        SELECT d.webhook_id FROM webhook_deliveries d
        WHERE d.tenant_id = $1 AND d.webhook_id > told.webhook_id
        ORDER BY d.webhook_id LIMIT 1)
      FROM told WHERE told.webhook_id IS NOT NULL)
    SELECT told.webhook_id FROM told
    WHERE told.webhook_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM webhooks w WHERE w.tenant_id = $1 AND w.id = told.webhook_id)`,
};

/** Removes deliveries of a webhook that is gone. $1 tenant, $2 webhook, $3 how many at most. */
export const purgeOrphans: Statement = {
  name: 'purge-orphaned-deliveries',
  text: `
    DELETE FROM webhook_deliveries d
    WHERE d.tenant_id = $1 AND d.id = ANY(ARRAY(
      SELECT id FROM webhook_deliveries
      WHERE tenant_id = $1 AND webhook_id = $2
      ORDER BY seq LIMIT $3 FOR UPDATE SKIP LOCKED))
    RETURNING d.id`,
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
