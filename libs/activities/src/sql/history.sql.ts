import { hasTold, tellWebhooks } from '@errand/webhooks';
import { transitions } from '../status';

/** What the `history` CTE of a statement that changes a status, which inserts the events, must return. */
export const returningHistory = `RETURNING activity_id, id, trigger, from_status, to_status, error_code, error_message,
        created_at`;

/** The type of an event by its new status; becoming READY is told only of an activity that is new. */
const eventType = `CASE WHEN h.trigger = 'CREATED' THEN 'activity.created'
          WHEN h.to_status <> '${transitions.CREATED.to}' THEN 'activity.' || lower(h.to_status) END`;

/**
 * The CTE after `history`, in every statement that changes a status: writes the webhooks' outbox. A webhook is told the
 * status and the error of the event itself, whatever becomes of the activity until the delivery; what does not change
 * is read when it is delivered, so that nothing more than this is returned and kept for tenants without webhooks.
 */
export const tellHistory = `told AS (${tell('history h')})`;

/** @param events SQL of what has the columns that {@link returningHistory} returns, as h; by their ids they are ordered */
export function tell(events: string): string {
  return tellWebhooks(`
        SELECT h.id AS place, h.activity_id AS subject_id, ${eventType} AS event_type, h.created_at AS occurred_at,
          jsonb_build_object('status', h.to_status, 'previousStatus', h.from_status, 'lastError',
            CASE WHEN h.error_code IS NOT NULL
              THEN jsonb_build_object('code', h.error_code, 'message', h.error_message) END) AS data
        FROM ${events}`);
}

/** Selected beside what was changed, for `Outbox`. */
export const toldColumn = `${hasTold} AS told`;
