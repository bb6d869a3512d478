import type { Statement } from '@errand/database';
import { tellingWebhooks } from '@errand/webhooks';
import type { OutageKind } from '@errand/vocabulary';

/** Why a config is not used: since when, what its provider said, and when the next probe may be made. */
export interface Outage {
  dispatch_config_id: string;
  /** DOWN is probed until the provider answers; MISCONFIGURED waits for somebody to change the config. */
  kind: OutageKind;
  opened_at: Date;
  /** Far away for MISCONFIGURED. */
  probe_at: Date;
  failed_probes: number;
  error_code: string;
  error_message: string;
  provider_error_code: string | null;
}

const columns = `dispatch_config_id, kind, opened_at, probe_at, failed_probes, error_code, error_message,
      provider_error_code`;

/** The outages among these configs. $1 tenant, $2 config ids. */
export const findOutages: Statement = {
  name: 'find-outages-of-configs',
  text: `
    SELECT ${columns}
    FROM dispatch_config_outages WHERE tenant_id = $1 AND dispatch_config_id = ANY($2::uuid[])`,
};

/** The config's version, which nobody changes until the transaction ends. $1 tenant, $2 config. */
export const lockVersion: Statement = {
  name: 'lock-config-version',
  text: `SELECT version FROM dispatch_configs WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE`,
};

/**
 * Opens the breaker unless it is open; that a config is misconfigured is worth more than that it was down.
 * $1 tenant, $2 config, $3 kind, $4 now, $5 first probe, $6 code, $7 message, $8 the provider's code. One row when it
 * made a difference.
 */
export const openOutage: Statement = {
  name: 'open-outage',
  text: `
    INSERT INTO dispatch_config_outages AS o (tenant_id, dispatch_config_id, kind, opened_at, probe_at, error_code,
      error_message, provider_error_code)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (tenant_id, dispatch_config_id) DO UPDATE
      SET kind = EXCLUDED.kind, probe_at = EXCLUDED.probe_at, error_code = EXCLUDED.error_code,
        error_message = EXCLUDED.error_message, provider_error_code = EXCLUDED.provider_error_code
      WHERE o.kind <> EXCLUDED.kind AND EXCLUDED.kind = 'MISCONFIGURED'
    RETURNING ${columns}`,
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

/** $1 tenant, $2 config, $3 next probe, $4 code, $5 message, $6 the provider's code. */
export const probeFailed: Statement = {
  name: 'note-failed-probe',
  text: `
    UPDATE dispatch_config_outages
    SET failed_probes = failed_probes + 1, probe_at = $3, error_code = $4, error_message = $5, provider_error_code = $6
    WHERE tenant_id = $1 AND dispatch_config_id = $2 AND kind = 'DOWN'`,
};

/** Closes the breaker. $1 tenant, $2 config, $3 kinds of outage that this ends. One row when it was open. */
export const endOutage: Statement = {
  name: 'end-outage',
  text: `
    DELETE FROM dispatch_config_outages WHERE tenant_id = $1 AND dispatch_config_id = $2 AND kind = ANY($3::text[])
    RETURNING ${columns}`,
};

/** $1 tenant, $2 config, $3 event, $4 when, $5 data. */
export const tellOfConfig: Statement = tellingWebhooks(
  'tell-of-config',
  `SELECT 1 AS place, $2::uuid AS subject_id, $3::text AS event_type, $4::timestamptz AS occurred_at, $5::jsonb AS data`,
);
