import { now } from './rpc.mjs';

/**
 * From just before an activity is created to its arrival at the provider.
 * @param {import('./errand.mjs').Tenant} tenant
 * @returns ms
 */
export async function createToReceived(tenant) {
  const start = now();
  const { id } = await tenant.create();
  return (await tenant.errand.sink.arrivalOf(id)) - start;
}
