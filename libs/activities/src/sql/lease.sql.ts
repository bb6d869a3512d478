import type { Statement } from '@errand/database';

/**
 * Extends leases that are still held. $1 tenant, $2 ids, $3 tokens (same order), $4 new expiry. Waits for nobody: a row
 * that is locked is being settled or gets a result, and to wait while holding others is how two batches deadlock.
 */
export const renewLeases: Statement = {
  name: 'renew-leases',
  text: `
    UPDATE activities a SET next_attempt_at = $4
    FROM unnest($2::uuid[], $3::uuid[]) AS held (id, token)
    WHERE a.tenant_id = $1 AND a.id = ANY($2::uuid[]) AND a.id = held.id AND a.lease_token = held.token AND a.status = 'READY'`,
};

/**
 * Gives back claims that were not used, uncounted, straight into the queue: a stop, a provider that was paused in
 * between. $1 tenant, $2 ids, $3 tokens (same order), $4 now.
 */
export const returnClaims: Statement = {
  name: 'return-claims',
  text: `
    UPDATE activities a
    SET dispatch_attempt_count = a.dispatch_attempt_count - 1, lease_token = NULL, next_attempt_at = NULL,
      updated_at = $4
    FROM unnest($2::uuid[], $3::uuid[]) AS held (id, token)
    WHERE a.tenant_id = $1 AND a.id = ANY($2::uuid[]) AND a.id = held.id AND a.lease_token = held.token AND a.status = 'READY'
    RETURNING a.id`,
};
