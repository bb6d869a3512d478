import type { Statement } from '@errand/database';
import { tolerance } from './allowance';

/** When what is spent is counted from: the window's beginning while it lasts, else now. */
const start =
  'CASE WHEN b.since_ms + $7::double precision > $3::double precision THEN b.since_ms ELSE $3::double precision END';
const until = `GREATEST(b.spent_until_ms, ${start})`;
const granted = `LEAST($4::integer,
  GREATEST(0, floor($6::integer - (${until} - (${start})) / $5::double precision + ${tolerance}))::integer)`;

/**
 * Leases up to $4 uses of a budget. $1 tenant, $2 subject, $3 now (ms), $5 ms between two at the steady pace, $6 most at
 * once, not below $4, $7 how long a window is kept (ms). Returns how many it got, and what is spent with them.
 */
export const leaseUses: Statement = {
  name: 'lease-uses',
  text: `
    INSERT INTO rate_budgets AS b (tenant_id, subject, since_ms, spent_until_ms, granted)
    VALUES ($1, $2, $3::double precision, $3::double precision + $4::integer * $5::double precision, $4::integer)
    ON CONFLICT (tenant_id, subject) DO UPDATE
      SET since_ms = ${start},
        spent_until_ms = ${until} + ${granted} * $5::double precision,
        granted = ${granted}
    RETURNING since_ms, spent_until_ms, granted`,
};

/** Removes what says the same as no row. $1 tenant, $2 when (ms) everything must have been over. */
export const removeOldBudgets: Statement = {
  name: 'remove-old-budgets',
  text: `DELETE FROM rate_budgets WHERE tenant_id = $1 AND spent_until_ms < $2 AND since_ms < $2`,
};
