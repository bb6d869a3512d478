import type { Statement } from '@errand/database';

/** Adds to what is counted. $1 tenant, $2 JSON array of {hour, rule_id, verdict, n, last_hit_at}, each row once. */
export const addHits: Statement = {
  name: 'add-rule-hits',
  text: `
    INSERT INTO rule_hits AS h (tenant_id, hour, rule_id, verdict, n, last_hit_at)
    SELECT $1, c.hour, c.rule_id, c.verdict, c.n, c.last_hit_at
    FROM json_to_recordset($2::json) AS c (hour timestamptz, rule_id uuid, verdict text, n bigint, last_hit_at timestamptz)
    ON CONFLICT (tenant_id, hour, rule_id, verdict) DO UPDATE
    SET n = h.n + EXCLUDED.n, last_hit_at = GREATEST(h.last_hit_at, EXCLUDED.last_hit_at)`,
};

/** $1 tenant, $2 from, $3 to (not included), $4 how many at most. Most hits first. */
export const sumHits: Statement = {
  name: 'sum-rule-hits',
  text: `
    WITH sums AS (
      SELECT h.rule_id, h.verdict, sum(h.n)::bigint AS hits, max(h.last_hit_at) AS last_hit_at
      FROM rule_hits h WHERE h.tenant_id = $1 AND h.hour >= $2 AND h.hour < $3
      GROUP BY h.rule_id, h.verdict ORDER BY hits DESC, h.rule_id, h.verdict LIMIT $4)
    SELECT s.rule_id, r.name, s.verdict, s.hits, s.last_hit_at
    FROM sums s LEFT JOIN rules r ON r.tenant_id = $1 AND r.id = s.rule_id
    ORDER BY s.hits DESC, s.rule_id, s.verdict`,
};

/** $1 tenant, $2 older than this, $3 how many at most. */
export const purgeHits: Statement = {
  name: 'purge-rule-hits',
  text: `
    WITH old AS MATERIALIZED (
      SELECT h.hour, h.rule_id, h.verdict FROM rule_hits h WHERE h.tenant_id = $1 AND h.hour < $2
      ORDER BY h.hour LIMIT $3 FOR UPDATE SKIP LOCKED)
    DELETE FROM rule_hits d USING old
    WHERE d.tenant_id = $1 AND d.hour = old.hour AND d.rule_id = old.rule_id AND d.verdict = old.verdict
    RETURNING d.rule_id`,
};
