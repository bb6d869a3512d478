import type { Statement } from '@errand/database';

/**
 * Makes a delivery due now with all its attempts before it, unless it is being sent. $1 tenant, $2 webhook, $3 id,
 * $4 now.
 */
export const resendDelivery: Statement = {
  name: 'resend-delivery',
  text: `
    UPDATE webhook_deliveries
    SET status = 'PENDING', attempts = 0, next_attempt_at = $4, delivered_at = NULL
    WHERE tenant_id = $1 AND webhook_id = $2 AND id = $3 AND lease_token IS NULL
    RETURNING id`,
};

const givenUp = `d.tenant_id = $1 AND d.webhook_id = $2 AND d.status = 'FAILED'
        AND ($3::text IS NULL OR d.event_type = $3) AND ($4::timestamptz IS NULL OR d.occurred_at >= $4)
        AND ($5::timestamptz IS NULL OR d.occurred_at <= $5)`;

/** How many were given up. $1 tenant, $2 webhook; $3 event, $4 from and $5 to, each null for any. */
export const countGivenUp: Statement = {
  name: 'count-given-up',
  text: `SELECT count(*) AS matched FROM webhook_deliveries d WHERE ${givenUp}`,
};

/** Makes the first of them due now, with all their attempts before them. $6 now, $7 how many at most. */
export const resendGivenUp: Statement = {
  name: 'resend-given-up',
  text: `
    UPDATE webhook_deliveries r
    SET status = 'PENDING', attempts = 0, next_attempt_at = $6, delivered_at = NULL
    WHERE r.tenant_id = $1 AND r.status = 'FAILED' AND r.id = ANY(ARRAY(
      SELECT d.id FROM webhook_deliveries d WHERE ${givenUp} ORDER BY d.seq LIMIT $7 FOR UPDATE SKIP LOCKED))
    RETURNING r.id`,
};

/** One delivery as a claim has it. $1 tenant, $2 webhook, $3 id. */
export const findDelivery: Statement = {
  name: 'find-delivery',
  text: `
    SELECT d.id, d.seq, d.subject_id, d.event_type, d.data, d.occurred_at, d.attempts, d.last_response_excerpt
    FROM webhook_deliveries d WHERE d.tenant_id = $1 AND d.webhook_id = $2 AND d.id = $3`,
};
