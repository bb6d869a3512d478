import type { Statement } from '@errand/database';

/**
 * Reserves the next $4 starts of a rate-limited config. $1 tenant, $2 config, $3 now (ms), $4 how many,
 * $5 ms between two, $6 when (ms) the first of them is too late. Returns when the start after them is free; no row when
 * it is too late.
 */
export const reserveStarts: Statement = {
  name: 'reserve-starts-in-time',
  text: `
    INSERT INTO dispatch_config_rates AS r (tenant_id, dispatch_config_id, next_free_ms)
    VALUES ($1, $2, $3::double precision + $4::integer * $5::double precision)
    ON CONFLICT (tenant_id, dispatch_config_id) DO UPDATE
      SET next_free_ms = GREATEST(r.next_free_ms, $3::double precision) + $4::integer * $5::double precision
      WHERE r.next_free_ms <= $6::double precision
    RETURNING next_free_ms`,
};

/** $1 tenant, $2 config. */
export const readNextStart: Statement = {
  name: 'read-next-start',
  text: `SELECT next_free_ms FROM dispatch_config_rates WHERE tenant_id = $1 AND dispatch_config_id = $2`,
};

/** How much of the config's concurrency is in the shares of all processes. $1 tenant, $2 config, $3 now. */
export const readShares: Statement = {
  name: 'read-shares',
  text: `
    SELECT sum(slots)::integer AS slots FROM dispatch_config_slots
    WHERE tenant_id = $1 AND dispatch_config_id = $2 AND expires_at > $3`,
};

/** Makes processes that want a share of a config's concurrency take turns until their transaction ends. $1 tenant, $2 config. */
export const lockConfig: Statement = {
  name: 'lock-config',
  text: `SELECT id FROM dispatch_configs WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE`,
};

/**
 * Sets this process's share to what it wants, as far as the shares of others that have not expired leave it. $1 tenant,
 * $2 config, $3 process, $4 the config's limit, $5 now, $6 when the share expires, $7 how much it wants. Returns its size.
 */
export const takeShare: Statement = {
  name: 'take-share',
  text: `
    INSERT INTO dispatch_config_slots (tenant_id, dispatch_config_id, holder, slots, expires_at)
    SELECT $1, $2, $3, GREATEST(0, LEAST($7::integer, $4::integer - COALESCE(sum(o.slots), 0)::integer)), $6
    FROM dispatch_config_slots o
    WHERE o.tenant_id = $1 AND o.dispatch_config_id = $2 AND o.holder <> $3 AND o.expires_at > $5
    ON CONFLICT (tenant_id, dispatch_config_id, holder) DO UPDATE
      SET slots = EXCLUDED.slots, expires_at = EXCLUDED.expires_at
    RETURNING slots`,
};

/** Removes the shares of processes that died. $1 tenant, $2 config, $3 now. */
export const removeExpiredShares: Statement = {
  name: 'remove-expired-shares',
  text: `
    DELETE FROM dispatch_config_slots WHERE tenant_id = $1 AND dispatch_config_id = $2 AND expires_at <= $3`,
};

/** Ends this process's share. $1 tenant, $2 config, $3 process. */
export const endShare: Statement = {
  name: 'end-share',
  text: `
    DELETE FROM dispatch_config_slots WHERE tenant_id = $1 AND dispatch_config_id = $2 AND holder = $3`,
};
