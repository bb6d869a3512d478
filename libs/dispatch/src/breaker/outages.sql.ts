import type { Statement } from '@errand/database';
import { hasTold, tellWebhooks } from '@errand/webhooks';
import type { OutageKind, WebhookEvent } from '@errand/vocabulary';

/** The webhooks' outbox for the one row that `source` may have. */
const told = (source: string, event: WebhookEvent, now: string) =>
  `told AS (${tellWebhooks(`
        SELECT 1 AS place, dispatch_config_id AS subject_id, '${event}' AS event_type, ${now} AS occurred_at,
          jsonb_build_object('downSince', opened_at, 'reason', kind, 'providerErrorCode', provider_error_code,
            'lastError', jsonb_build_object('code', error_code, 'message', error_message)) AS data
        FROM ${source}`)})`;

/** An open breaker: since when, why, and when the next probe may be made; never, where the account is wrong. */
export interface Outage {
  dispatch_config_id: string;
  kind: OutageKind;
  opened_at: Date;
  probe_at: Date;
  failed_probes: number;
  error_code: string;
  provider_error_code: string | null;
  error_message: string;
}

/** The open breakers among these configs. $1 tenant, $2 config ids. */
export const findOutages: Statement = {
  name: 'find-outages',
  text: `
    SELECT dispatch_config_id, kind, opened_at, probe_at, failed_probes, error_code, provider_error_code, error_message
    FROM dispatch_config_outages WHERE tenant_id = $1 AND dispatch_config_id = ANY($2::uuid[])`,
};

/** Opens the breaker unless it is open. $1 tenant, $2 config, $3 now, $4 first probe, $5 code, $6 message. */
export const openBreaker: Statement = {
  name: 'open-breaker',
  text: `
    WITH opened AS (
      INSERT INTO dispatch_config_outages (tenant_id, dispatch_config_id, opened_at, probe_at, error_code,
        error_message)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (tenant_id, dispatch_config_id) DO NOTHING
      RETURNING dispatch_config_id, kind, opened_at, error_code, provider_error_code, error_message),
    ${told('opened', 'dispatch_config.down', 'opened_at')}
    SELECT dispatch_config_id, ${hasTold} AS told FROM opened`,
};

/**
 * Takes the turn to probe, which only one process can; should it die, the next turn comes at $4.
 * $1 tenant, $2 config, $3 now, $4 next turn.
 */
export const takeProbe: Statement = {
  name: 'take-probe',
  text: `
    UPDATE dispatch_config_outages SET probe_at = $4
    WHERE tenant_id = $1 AND dispatch_config_id = $2 AND probe_at <= $3
    RETURNING failed_probes`,
};

/** $1 tenant, $2 config, $3 next probe, $4 code, $5 message. */
export const probeFailed: Statement = {
  name: 'probe-failed',
  text: `
    UPDATE dispatch_config_outages
    SET failed_probes = failed_probes + 1, probe_at = $3, error_code = $4, error_message = $5
    WHERE tenant_id = $1 AND dispatch_config_id = $2`,
};

/** Closes the breaker, if it is open for this reason. $1 tenant, $2 config, $3 now, $4 kind, or null for any. */
export const closeBreaker: Statement = {
  name: 'close-breaker',
  text: `
    WITH closed AS (
      DELETE FROM dispatch_config_outages
      WHERE tenant_id = $1 AND dispatch_config_id = $2 AND ($4::text IS NULL OR kind = $4)
      RETURNING dispatch_config_id, kind, opened_at, error_code, provider_error_code, error_message),
    ${told('closed', 'dispatch_config.up', '$3::timestamptz')}
    SELECT dispatch_config_id, ${hasTold} AS told FROM closed`,
};
