import type { Statement } from '@errand/database';

/**
 * Reserves the next $4 starts of a rate-limited config. $1 tenant, $2 config, $3 now (ms), $4 how many,
 * $5 ms between two. Returns when the start after them is free.
 */
export const reserveStarts: Statement = {
  name: 'reserve-starts',
  text: `
    INSERT INTO dispatch_config_rates AS r (tenant_id, dispatch_config_id, next_free_ms)
    VALUES ($1, $2, $3::double precision + $4::integer * $5::double precision)
    ON CONFLICT (tenant_id, dispatch_config_id) DO UPDATE
      SET next_free_ms = GREATEST(r.next_free_ms, $3::double precision) + $4::integer * $5::double precision
    RETURNING next_free_ms`,
};

/** $1 tenant, $2 config. */
export const readNextStart: Statement = {
  name: 'read-next-start',
  text: `SELECT next_free_ms FROM dispatch_config_rates WHERE tenant_id = $1 AND dispatch_config_id = $2`,
};

/** How many slots are held. $1 tenant, $2 config, $3 now. */
export const readSlots: Statement = {
  name: 'read-slots',
  text: `
    SELECT sum(slots)::integer AS slots FROM dispatch_config_slots
    WHERE tenant_id = $1 AND dispatch_config_id = $2 AND expires_at > $3`,
};

/** Makes those who want slots of a config take turns until their transaction ends. $1 tenant, $2 config. */
export const lockConfig: Statement = {
  name: 'lock-config',
  text: `SELECT id FROM dispatch_configs WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE`,
};

/**
 * Sets this process's hold to the slots it wants, as far as no other live hold has them. $1 tenant, $2 config, $3 holder,
 * $4 the config's limit, $5 now, $6 when the hold expires, $7 how many it wants. Returns the slots held.
 */
export const holdSlots: Statement = {
  name: 'hold-slots',
  text: `
    INSERT INTO dispatch_config_slots (tenant_id, dispatch_config_id, holder, slots, expires_at)
    SELECT $1, $2, $3, GREATEST(0, LEAST($7::integer, $4::integer - COALESCE(sum(o.slots), 0)::integer)), $6
    FROM dispatch_config_slots o
    WHERE o.tenant_id = $1 AND o.dispatch_config_id = $2 AND o.holder <> $3 AND o.expires_at > $5
    ON CONFLICT (tenant_id, dispatch_config_id, holder) DO UPDATE
      SET slots = EXCLUDED.slots, expires_at = EXCLUDED.expires_at
    RETURNING slots`,
};

/** Removes the holds of processes that died. $1 tenant, $2 config, $3 now. */
export const removeExpiredSlots: Statement = {
  name: 'remove-expired-slots',
  text: `
    DELETE FROM dispatch_config_slots WHERE tenant_id = $1 AND dispatch_config_id = $2 AND expires_at <= $3`,
};

/** Ends this process's hold. $1 tenant, $2 config, $3 holder. */
export const releaseSlots: Statement = {
  name: 'release-slots',
  text: `
    DELETE FROM dispatch_config_slots WHERE tenant_id = $1 AND dispatch_config_id = $2 AND holder = $3`,
};
