import type { DeliveryStatus } from '@errand/vocabulary';
import type { Statement } from '@errand/database';

/** One attempt's end as the settle statement takes it. */
export interface SettledDelivery {
  id: string;
  /** PENDING: it is tried again. */
  status: DeliveryStatus;
  next_attempt_at: Date | null;
  /** False: it was returned unsent, and the attempt does not count. */
  counts: boolean;
  http_status: number | null;
  error: string | null;
  /** Of what the endpoint answered. */
  response_excerpt: string | null;
}

/**
 * Settles a claim. A row is touched only while its lease token is the claim's. What waits behind a delivery that is
 * tried again is put off with it, so that claims do not come across it meanwhile, and is due at once afterwards.
 * $1 tenant, $2 webhook, $3 lease token, $4 now, $5 JSON array of {@link SettledDelivery}, $6 their ids, $7 their
 * subjects.
 */
export const settleDeliveries: Statement = {
  name: 'settle-deliveries',
  text: `
    WITH outcome AS (
      SELECT * FROM json_to_recordset($5::json) AS o (
        id uuid, status text, next_attempt_at timestamptz, counts boolean, http_status integer, error text,
        response_excerpt text)),
    settled AS (
      UPDATE webhook_deliveries d
      SET status = o.status, lease_token = NULL, next_attempt_at = o.next_attempt_at,
        attempts = d.attempts - CASE WHEN o.counts THEN 0 ELSE 1 END,
        last_http_status = CASE WHEN o.counts THEN o.http_status ELSE d.last_http_status END,
        last_error = CASE WHEN o.counts THEN o.error ELSE d.last_error END,
        last_response_excerpt = CASE WHEN o.counts THEN o.response_excerpt ELSE d.last_response_excerpt END,
        delivered_at = CASE o.status WHEN 'DELIVERED' THEN $4::timestamptz END
      FROM outcome o
      WHERE d.tenant_id = $1 AND d.id = ANY($6::uuid[]) AND d.id = o.id AND d.lease_token = $3 AND d.status = 'PENDING'
      RETURNING d.id, d.subject_id, d.seq, d.next_attempt_at),
    followers AS (
      UPDATE webhook_deliveries f
      SET next_attempt_at = CASE WHEN s.next_attempt_at IS NULL THEN $4::timestamptz ELSE s.next_attempt_at END
      FROM settled s
      WHERE f.tenant_id = $1 AND f.webhook_id = $2 AND f.subject_id = ANY($7::uuid[]) AND f.subject_id = s.subject_id
        AND f.seq > s.seq AND f.status = 'PENDING' AND f.lease_token IS NULL
        AND (s.next_attempt_at IS NOT NULL OR f.next_attempt_at > $4))
    SELECT id FROM settled`,
};

/** The endpoint wants no more, unless it has another URL by now. $1 tenant, $2 webhook, $3 URL, $4 now. */
export const disableWebhook: Statement = {
  name: 'disable-webhook',
  text: `
    UPDATE webhooks SET is_active = false, disabled_at = $4, updated_at = $4
    WHERE tenant_id = $1 AND id = $2 AND url = $3 AND is_active`,
};
