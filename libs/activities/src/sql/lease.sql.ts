import type { Statement } from '@errand/database';

/**
 * Extends leases that have not passed to somebody else. $1 tenant, $2 ids, $3 tokens (same order), $4 new expiry. Waits for nobody: a row
 * that is locked is being settled or gets a result, and to wait while having locked others is how two batches deadlock.
 * Returns the ids that were extended.
 */
export const renewLeases: Statement = {
  name: 'renew-leases',
  text: `
    UPDATE activities SET next_attempt_at = $4
    WHERE tenant_id = $1 AND status = 'READY' AND id = ANY(ARRAY(
      SELECT a.id FROM activities a JOIN unnest($2::uuid[], $3::uuid[]) AS lease (id, token) ON lease.id = a.id
      WHERE a.tenant_id = $1 AND a.id = ANY($2::uuid[]) AND a.lease_token = lease.token AND a.status = 'READY'
      FOR UPDATE OF a SKIP LOCKED))
    RETURNING id`,
};

/**
 * Returns claims that were not used, uncounted, to wait for what they waited for, or straight into the queue where that
 * has passed or there was nothing (a stop, a provider that was paused in between). $1 tenant, $2 ids, $3 tokens and $5 what
 * they waited for (same order), $4 now.
 */
export const returnClaims: Statement = {
  name: 'return-claims',
  text: `
    UPDATE activities a
    SET dispatch_attempt_count = a.dispatch_attempt_count - 1, lease_token = NULL,
      next_attempt_at = CASE WHEN lease.waited_until > $4 THEN lease.waited_until END,
      updated_at = $4
    FROM unnest($2::uuid[], $3::uuid[], $5::timestamptz[]) AS lease (id, token, waited_until)
    WHERE a.tenant_id = $1 AND a.id = ANY($2::uuid[]) AND a.id = lease.id AND a.lease_token = lease.token AND a.status = 'READY'
    RETURNING a.id`,
};
