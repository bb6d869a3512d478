import type { Statement } from '@errand/database';

/**
 * Counts one more in the window of a rule and a key, or begins the next window when the last is over. $1 tenant,
 * $2 rule, $3 key, $4 now, $5 when a window that begins now ends, $6 how many it holds. The count stops at one more than that.
 */
export const takePlace: Statement = {
  name: 'take-place-in-window',
  text: `
    INSERT INTO rule_windows AS w (tenant_id, rule, key, count, ends_at) VALUES ($1, $2, $3, 1, $5)
    ON CONFLICT (tenant_id, rule, key) DO UPDATE
    SET count = CASE WHEN w.ends_at <= $4::timestamptz THEN 1 ELSE LEAST(w.count, $6::integer) + 1 END,
      ends_at = CASE WHEN w.ends_at <= $4::timestamptz THEN EXCLUDED.ends_at ELSE w.ends_at END
    RETURNING count, ends_at`,
};

/** Removes windows that are over; one that is just begun again is left. $1 tenant, $2 now, $3 how many at most. */
export const purgeWindows: Statement = {
  name: 'purge-windows',
  text: `
    WITH ended AS MATERIALIZED (
      SELECT w.rule, w.key FROM rule_windows w WHERE w.tenant_id = $1 AND w.ends_at <= $2
      ORDER BY w.ends_at LIMIT $3 FOR UPDATE SKIP LOCKED)
    DELETE FROM rule_windows d USING ended
    WHERE d.tenant_id = $1 AND d.rule = ended.rule AND d.key = ended.key
    RETURNING d.key`,
};
