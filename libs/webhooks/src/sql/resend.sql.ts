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
