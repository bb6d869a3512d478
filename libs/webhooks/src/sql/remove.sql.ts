import { goneParents, type Statement } from '@errand/database';

/** The webhooks that are gone and have left deliveries behind: all they had, and those of statements that ran meanwhile. */
export const findOrphans: Statement = {
  name: 'find-orphaned-deliveries',
  text: goneParents({ table: 'webhook_deliveries', column: 'webhook_id', parents: 'webhooks' }),
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
