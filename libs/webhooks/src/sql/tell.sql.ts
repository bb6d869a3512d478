import type { Statement } from '@errand/database';

/**
 * SQL that writes the outbox: one PENDING delivery for each event and each active webhook that asks for its type. A
 * statement that changes a status has it among its common table expressions, as `, told AS (${tellWebhooks(…)})`, so
 * that the change and its deliveries are stored together or not at all. Where no webhook asks for the type it costs one
 * look for webhooks.
 *
 * What comes behind an event that waits to be tried again is put off with it, by a look into webhook_deliveries_order:
 * due at once, it would be first in the queue and could not be claimed, and with thousands of such activities each claim
 * would walk past all of them. Behind an event that is being sent it is due at once: that one's end says when it may go.
 *
 * The statement is then run through `Outbox`, and selects `${hasTold} AS told` for it. $1 is the tenant in all of them.
 * @param events SQL of a query with the columns place (the order of the events), subject_id (whose events stay in
 *   order), event_type, data (jsonb: what was true at the event and may change later), occurred_at
 */
export function tellWebhooks(events: string): string {
  return `
      INSERT INTO ${delivery}
      SELECT $1, d.webhook_id, d.subject_id, d.event_type, d.data, d.occurred_at, d.next_attempt_at
      FROM (${dueDeliveries(events)}) AS d
      ORDER BY d.place
      RETURNING webhook_id`;
}

/**
 * The same as a statement of its own, of events that are given as parameters, in the transaction that makes the change:
 * what a distributed PostgreSQL can do on the one node of the tenant. Returns the webhooks that are told.
 */
export function tellingWebhooks(name: string, events: string): Statement {
  return {
    name,
    text: `
      WITH due AS MATERIALIZED (${dueDeliveries(events)})
      INSERT INTO ${delivery}
      SELECT $1, d.webhook_id, d.subject_id, d.event_type, d.data, d.occurred_at, d.next_attempt_at
      FROM due d ORDER BY d.place
      RETURNING webhook_id`,
  };
}

const delivery = `webhook_deliveries
        (tenant_id, webhook_id, subject_id, event_type, data, occurred_at, next_attempt_at)`;

function dueDeliveries(events: string): string {
  return `
      SELECT e.place, w.id AS webhook_id, e.subject_id, e.event_type, e.data, e.occurred_at,
        COALESCE((
          SELECT CASE WHEN first.lease_token IS NULL THEN first.next_attempt_at END FROM webhook_deliveries first
          WHERE first.tenant_id = $1 AND first.webhook_id = w.id AND first.subject_id = e.subject_id
            AND first.status = 'PENDING'
          ORDER BY first.seq LIMIT 1), e.occurred_at) AS next_attempt_at
      FROM (${events}) AS e
      JOIN webhooks w ON w.tenant_id = $1 AND w.is_active AND e.event_type = ANY(w.events)`;
}

/** SQL: whether `told` told anybody. */
export const hasTold = 'EXISTS (SELECT 1 FROM told)';
