import type { Statement } from '@errand/database';
import type { ActivityStatus } from '@errand/vocabulary';

export interface ActivityState {
  id: string;
  status: ActivityStatus;
  lease_token: string | null;
  commerce_id: string | null;
  provider_activity_id: string | null;
}

const columns = 'id, status, lease_token, commerce_id, provider_activity_id';

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

/** The activity a provider knows by this id; the newest, should it have used one twice. $1 tenant, $2 provider id. */
export const findByProviderId: Statement = {
  name: 'find-by-provider-id',
  text: `
    SELECT id FROM activities WHERE tenant_id = $1 AND provider_activity_id = $2 ORDER BY id DESC LIMIT 1`,
};
