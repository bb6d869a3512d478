import type { Statement } from '@errand/database';
import type { ActivityStatus } from '@errand/vocabulary';

export interface ActivityState {
  id: string;
  status: ActivityStatus;
  lease_token: string | null;
  commerce_id: string | null;
  provider_activity_id: string | null;
  dispatch_attempt_count: number;
}

const columns = 'id, status, lease_token, commerce_id, provider_activity_id, dispatch_attempt_count';

/** $1 tenant, $2 id. */
export const readState: Statement = {
  name: 'read-state',
  text: `SELECT ${columns} FROM activities WHERE tenant_id = $1 AND id = $2`,
};

/** The same, and nobody else changes the activity until the transaction ends. $1 tenant, $2 id. */
export const lockState: Statement = {
  name: 'lock-state',
  text: `SELECT ${columns} FROM activities WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
};

/** An activity that a provider knows by an id. */
export interface ProviderIdCandidate {
  id: string;
  status: ActivityStatus;
  dispatch_config_id: string | null;
  commerce_external_id: string | null;
}

/**
 * The activities that providers know by this id: each account counts for itself, and some count anew every day. Those
 * that still wait for their result first, then the newest, $5 at most. $1 tenant, $2 provider id, $3 dispatch config or
 * null, $4 external id of the store or null; $6 channels
 * and $7 dispatch configs of these only, or null.
 */
export const findByProviderId: Statement = {
  name: 'find-by-provider-id',
  text: `
    SELECT a.id, a.status, a.dispatch_config_id, c.external_id AS commerce_external_id
    FROM activities a LEFT JOIN commerces c ON c.tenant_id = $1 AND c.id = a.commerce_id
    WHERE a.tenant_id = $1 AND a.provider_activity_id = $2
      AND ($3::uuid IS NULL OR a.dispatch_config_id = $3) AND ($4::text IS NULL OR c.external_id = $4)
      AND ($6::text[] IS NULL OR a.channel = ANY($6)) AND ($7::uuid[] IS NULL OR a.dispatch_config_id = ANY($7))
    ORDER BY (a.status = 'DISPATCHED') DESC, a.id DESC LIMIT $5`,
};

/** $1 tenant, $2 store. */
export const readStoreName: Statement = {
  name: 'read-store-name',
  text: `SELECT external_id FROM commerces WHERE tenant_id = $1 AND id = $2`,
};
