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

/** Removes windows that are over. $1 tenant, $2 now. */
export const purgeWindows: Statement = {
  name: 'purge-windows',
  text: `DELETE FROM rule_windows WHERE tenant_id = $1 AND ends_at <= $2`,
};
