import { PERMISSIONS, PLATFORM_PERMISSION } from '@errand/tenants';
import { readSecret, writeSecret } from './data-dir';
import { ApiClient } from './demo-api';
import { makeHistory } from './demo-history';

interface DemoConfig {
  name: string;
  channel: string;
  priority: number;
  settings: object;
}

interface StoredConfig {
  id: string;
  name: string;
  priority: number;
  /** 1 until it is changed. */
  version: number;
}

const keyFile = 'demo-api-key';

/** Behind every other: the first real provider of a channel takes over from the demo’s. */
const lastPriority = 2_147_483_647;

/** Of an activity with `metadata: {"providerActivityId": …}`, so that results and the documentation can name it. */
const settings = { payloadIdPath: '/metadata/providerActivityId' };

/** `email` and `backup` are those that the documentation speaks of. */
const configs: DemoConfig[] = [
  { name: 'email', channel: 'EMAIL', priority: lastPriority - 1 },
  { name: 'backup', channel: 'EMAIL' },
  { name: 'mock-whatsapp', channel: 'WHATSAPP' },
  { name: 'mock-sms', channel: 'SMS' },
  { name: 'mock-salesman', channel: 'SALESMAN' },
].map((config) => ({ priority: lastPriority, ...config, providerCode: 'MOCK', credentials: {}, settings }));

/** What 0.1 made and is not made any more: it comes after `email`, as the others do. */
const formerConfig: DemoConfig = { name: 'mock-email', channel: 'EMAIL', priority: lastPriority, settings };

const commerce = {
  externalId: 'STORE-1',
  name: 'Corner Store',
  users: [
    {
      externalId: 'USER-1',
      firstName: 'Olivia',
      lastName: 'Owner',
      roles: ['OWNER'],
      contacts: [
        { type: 'WHATSAPP', value: '+15550100001', isPrimary: true },
        { type: 'PHONE', value: '+15550100001' },
        { type: 'EMAIL', value: 'olivia@store-1.example' },
      ],
    },
  ],
};
const operator = { externalId: 'OP-1', type: 'SALESMAN', name: 'Sam Salesman', email: 'sam@example.com' };
const route = { externalId: 'ROUTE-1', name: 'North' };

/**
 * Makes what is missing of the tenant `demo`, through the running API.
 * @param providerUrl where the simulated provider is
 * @returns the text of its API key: shown once by the API, so it is kept in DATA_DIR
 */
export async function seedDemo(
  apiUrl: string,
  adminApiKey: string,
  dataDir: string,
  providerUrl: string,
): Promise<string> {
  await seedTenant(apiUrl, adminApiKey, 'demo');
  const demo = new ApiClient(apiUrl, { 'x-api-key': adminApiKey, 'x-tenant-id': 'demo' });
  await makeHistory(demo, providerUrl);
  return demoKey(apiUrl, demo, dataDir);
}

/** The same for a tenant of any code, without a key. */
export async function seedTenant(apiUrl: string, adminApiKey: string, code: string): Promise<void> {
  const platform = new ApiClient(apiUrl, { 'x-api-key': adminApiKey });
  await platform.post('/api/tenants', { code, name: 'Demo' });
  const tenant = new ApiClient(apiUrl, { 'x-api-key': adminApiKey, 'x-tenant-id': code });
  for (const config of configs) {
    const created = await tenant.post('/api/dispatch-configs', config);
    if (!created) await mend(tenant, config);
  }
  await mend(tenant, formerConfig);
  await tenant.post('/api/commerces', commerce);
  const operatorId = await tenant.ensure('/api/operators', operator);
  const routeId = await tenant.ensure('/api/routes', route);
  await tenant.post(`/api/routes/${routeId}/operators`, { operatorId, role: 'LEAD' });
}

/** Version 0.1 gave its configs the first priority. One that nobody has changed becomes what it would be made as now. */
async function mend(tenant: ApiClient, { name, channel, priority, settings }: DemoConfig): Promise<void> {
  const stored = await tenant.find<StoredConfig>(`/api/dispatch-configs?providerCode=MOCK&channel=${channel}`, {
    name,
  });
  if (stored?.version !== 1 || stored.priority === priority) return;
  await tenant.patch(`/api/dispatch-configs/${stored.id}`, { priority, settings });
}

async function demoKey(apiUrl: string, demo: ApiClient, dataDir: string): Promise<string> {
  const kept = readSecret(dataDir, keyFile);
  if (kept !== undefined && (await new ApiClient(apiUrl, { 'x-api-key': kept }).isAccepted())) return kept;
  const created = await demo.post('/api/api-keys', {
    name: `demo ${new Date().toISOString()}`,
    permissions: PERMISSIONS.filter((permission) => permission !== PLATFORM_PERMISSION),
  });
  if (typeof created?.plaintextKey !== 'string') throw new Error('the API made no demo key');
  writeSecret(dataDir, keyFile, created.plaintextKey);
  return created.plaintextKey;
}
