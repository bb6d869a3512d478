import type { Queryable } from '@errand/database';
import { ErrandError } from '@errand/errors';
import type { Scope } from '@errand/vocabulary';
import { addScope, Conditions } from '../list-query';
import {
  type ActivityState,
  findByProviderId,
  lockState,
  type ProviderIdCandidate,
  readStoreName,
} from '../sql/state.sql';

/** How a result says what it is about. `activityId` wins over `providerActivityId`, which needs more to be one. */
export interface Address {
  activityId: string | null;
  providerActivityId: string | null;
  /** The account that `providerActivityId` is from. */
  dispatchConfigId: string | null;
  commerceExternalId: string | null;
}

/** More of them help nobody to tell which one was meant. */
const maxCandidates = 20;

/**
 * The activity that a result is about, which nobody else changes until the transaction ends; null when there is none.
 * @param scope a result of none within is about none, unless it names it
 * @throws FORBIDDEN when it is not within, CONFLICT when it is another store's, AMBIGUOUS_PROVIDER_ID when it may be one of several
 */
export async function lockAddressed(
  tx: Queryable,
  tenantId: string,
  address: Address,
  scope: Scope | undefined,
): Promise<ActivityState | null> {
  const { activityId, providerActivityId, commerceExternalId } = address;
  if (activityId) {
    const activity = await locked(tx, tenantId, activityId);
    if (activity && scope) await refuseOutside(tx, tenantId, activity, scope);
    if (activity && commerceExternalId) await refuseOtherStore(tx, tenantId, activity, commerceExternalId);
    return activity;
  }
  if (!providerActivityId) return null;
  for (;;) {
    const meant = onlyOne(await candidatesOf(tx, tenantId, address, scope), providerActivityId);
    if (!meant) return null;
    const activity = await locked(tx, tenantId, meant.id);
    // Another result may have ended it while this one waited for the lock; then it may be one of several by now.
    if (activity?.status === meant.status) return activity;
  }
}

async function locked(tx: Queryable, tenantId: string, id: string): Promise<ActivityState | null> {
  return (await tx.query<ActivityState>(lockState, [tenantId, id]))[0] ?? null;
}

async function refuseOutside(tx: Queryable, tenantId: string, { id }: ActivityState, scope: Scope): Promise<void> {
  const { where, values } = addScope(new Conditions().add('a.tenant_id = ?', tenantId).add('a.id = ?', id), scope);
  const within = await tx.query({ name: '', text: `SELECT FROM activities a WHERE ${where}` }, values);
  if (within.length === 0) throw new ErrandError('FORBIDDEN', `The API key is not for activity ${id}`);
}

async function refuseOtherStore(
  tx: Queryable,
  tenantId: string,
  { id, commerce_id }: ActivityState,
  named: string,
): Promise<void> {
  if (commerce_id === null) return;
  const [store] = await tx.query<{ external_id: string }>(readStoreName, [tenantId, commerce_id]);
  if (!store || store.external_id === named) return;
  const message = `Activity ${id} is not of the store ${named}`;
  throw new ErrandError('CONFLICT', message, [{ field: 'commerceExternalId', message: 'is not the activity’s' }]);
}

async function candidatesOf(
  tx: Queryable,
  tenantId: string,
  { providerActivityId, dispatchConfigId, commerceExternalId }: Address,
  { channels = null, dispatchConfigIds = null }: Partial<Scope> = {},
): Promise<ProviderIdCandidate[]> {
  const values = [
    tenantId,
    providerActivityId,
    dispatchConfigId,
    commerceExternalId,
    maxCandidates,
    channels,
    dispatchConfigIds,
  ];
  return tx.query<ProviderIdCandidate>(findByProviderId, values);
}

/** Of candidates in their order: what still waits for its result goes before what is final. */
function onlyOne(candidates: ProviderIdCandidate[], providerActivityId: string): ProviderIdCandidate | undefined {
  const waiting = candidates.filter(({ status }) => status === 'DISPATCHED');
  const [one, ...others] = waiting.length > 0 ? waiting : candidates;
  if (others.length === 0) return one;
  throw new ErrandError(
    'AMBIGUOUS_PROVIDER_ID',
    `Several activities have the provider's id ${providerActivityId}: name the dispatchConfigId or the activityId`,
    {
      candidates: [one, ...others].map((candidate) => ({
        activityId: candidate?.id,
        dispatchConfigId: candidate?.dispatch_config_id,
        status: candidate?.status,
        commerceExternalId: candidate?.commerce_external_id,
      })),
    },
  );
}
