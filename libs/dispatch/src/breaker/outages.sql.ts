import type { Statement } from '@errand/database';

/** An open breaker: since when, why, and when the next probe may be made. */
export interface Outage {
  dispatch_config_id: string;
  opened_at: Date;
  probe_at: Date;
  failed_probes: number;
  error_code: string;
  error_message: string;
}

/** The open breakers among these configs. $1 tenant, $2 config ids. */
export const findOutages: Statement = {
  name: 'find-outages',
  text: `
    SELECT dispatch_config_id, opened_at, probe_at, failed_probes, error_code, error_message
    FROM dispatch_config_outages WHERE tenant_id = $1 AND dispatch_config_id = ANY($2::uuid[])`,
};

/** Opens the breaker unless it is open. $1 tenant, $2 config, $3 now, $4 first probe, $5 code, $6 message. */
export const openBreaker: Statement = {
  name: 'open-breaker',
  text: `
    INSERT INTO dispatch_config_outages (tenant_id, dispatch_config_id, opened_at, probe_at, error_code, error_message)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (tenant_id, dispatch_config_id) DO NOTHING
    RETURNING dispatch_config_id`,
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

/** $1 tenant, $2 config. */
export const closeBreaker: Statement = {
  name: 'close-breaker',
  text: `
    DELETE FROM dispatch_config_outages WHERE tenant_id = $1 AND dispatch_config_id = $2
    RETURNING dispatch_config_id`,
};
