import type { Statement } from '@errand/database';
import type { ActivityStatus } from '@errand/vocabulary';
import { hasTold, tellingWebhooks, tellWebhooks } from '@errand/webhooks';
import { transitions } from '../status';

/** An event as it was inserted into the history, as far as webhooks are told of it. */
export interface HistoryEvent {
  activity_id: string;
  id: number;
  trigger: string;
  from_status: ActivityStatus | null;
  to_status: ActivityStatus | null;
  disposition: string | null;
  error_code: string | null;
  provider_error_code: string | null;
  error_message: string | null;
  created_at: Date;
}

/** What the part of a statement that inserts the events must return: {@link HistoryEvent}. */
export const returningHistory = `RETURNING activity_id, id, trigger, from_status, to_status, disposition, error_code,
        provider_error_code, error_message, created_at`;

/** The type of an event by its new status; becoming READY is told only of an activity that is new. */
const eventType = `CASE WHEN h.trigger = 'CREATED' THEN 'activity.created'
          WHEN h.to_status <> '${transitions.CREATED.to}' THEN 'activity.' || lower(h.to_status) END`;

/** SQL for what webhooks are told of the events `source`, named h, with the columns of {@link HistoryEvent}. */
export const toldOf = (source: string) => `
        SELECT h.id AS place, h.activity_id AS subject_id, ${eventType} AS event_type, h.created_at AS occurred_at,
          jsonb_build_object('status', h.to_status, 'previousStatus', h.from_status, 'lastError',
            CASE WHEN h.error_code IS NOT NULL
              THEN jsonb_build_object('code', h.error_code, 'message', h.error_message,
                'disposition', h.disposition, 'providerErrorCode', h.provider_error_code) END) AS data
        FROM ${source}`;

/**
 * The CTE after `history`, in every statement that changes a status: writes the webhooks' outbox. A webhook is told the
 * status and the error of the event itself, whatever becomes of the activity until the delivery; what does not change
 * is read when it is delivered, so that nothing more than this is returned and kept for tenants without webhooks.
 */
export const tellHistory = `told AS (${tellWebhooks(toldOf('history h'))})`;

/** The same for events whose insertion was a statement of its own. $1 tenant, $2 JSON array of {@link HistoryEvent}. */
export const tellOfHistory: Statement = tellingWebhooks(
  'tell-of-history',
  toldOf(`json_to_recordset($2::json) AS h (activity_id uuid, id bigint, trigger text, from_status text,
          to_status text, disposition text, error_code text, provider_error_code text, error_message text,
          created_at timestamptz)`),
);

/** Selected beside what was changed, for `Outbox`. */
export const toldColumn = `${hasTold} AS told`;
