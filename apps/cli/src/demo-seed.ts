import { PERMISSIONS } from '@errand/tenants';
import { readSecret, writeSecret } from './data-dir';

const keyFile = 'demo-api-key';

/** Behind every other: the first real provider of a channel takes over from the demo’s. */
const lastPriority = 2_147_483_647;

/** `email` and `backup` are those that the documentation speaks of. */
const configs = [
  { name: 'email', channel: 'EMAIL', priority: lastPriority - 1 },
  { name: 'backup', channel: 'EMAIL' },
  { name: 'mock-whatsapp', channel: 'WHATSAPP' },
  { name: 'mock-sms', channel: 'SMS' },
  { name: 'mock-salesman', channel: 'SALESMAN' },
].map((config) => ({ priority: lastPriority, ...config, providerCode: 'MOCK', credentials: {}, settings: {} }));

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
 * @returns the text of its API key: shown once by the API, so it is kept in DATA_DIR
 */
export async function seedDemo(apiUrl: string, adminApiKey: string, dataDir: string): Promise<string> {
  const platform = new ApiClient(apiUrl, { 'x-api-key': adminApiKey });
  await platform.post('/api/tenants', { code: 'demo', name: 'Demo' });
  const demo = new ApiClient(apiUrl, { 'x-api-key': adminApiKey, 'x-tenant-id': 'demo' });
  for (const config of configs) await demo.post('/api/dispatch-configs', config);
  await demo.post('/api/commerces', commerce);
  const operatorId = await demo.ensure('/api/operators', operator);
  const routeId = await demo.ensure('/api/routes', route);
  await demo.post(`/api/routes/${routeId}/operators`, { operatorId, role: 'LEAD' });
  return demoKey(apiUrl, demo, dataDir);
}

async function demoKey(apiUrl: string, demo: ApiClient, dataDir: string): Promise<string> {
  const kept = readSecret(dataDir, keyFile);
  if (kept !== undefined && (await new ApiClient(apiUrl, { 'x-api-key': kept }).isAccepted())) return kept;
  const created = await demo.post('/api/api-keys', {
    name: `demo ${new Date().toISOString()}`,
    permissions: PERMISSIONS,
  });
  if (typeof created?.plaintextKey !== 'string') throw new Error('the API made no demo key');
  writeSecret(dataDir, keyFile, created.plaintextKey);
  return created.plaintextKey;
}

class ApiClient {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
  ) {}

  /** @returns what was made, or undefined when it was there already */
  async post(path: string, body: unknown): Promise<Record<string, unknown> | undefined> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status === 409) return undefined;
    if (!response.ok) throw new Error(`demo: POST ${path} answered ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }

  /** @returns the id of the row with this externalId, made or found */
  async ensure(path: string, body: { externalId: string }): Promise<string> {
    const created = await this.post(path, body);
    if (created) return String(created.id);
    const query = `externalId=${encodeURIComponent(body.externalId)}`;
    const response = await fetch(`${this.url}${path}?${query}`, { headers: this.headers });
    const { data } = (await response.json()) as { data: { id: string }[] };
    if (!data[0]) throw new Error(`demo: ${path} neither takes nor has ${body.externalId}`);
    return data[0].id;
  }

  async isAccepted(): Promise<boolean> {
    return (await fetch(`${this.url}/api/tenants/me`, { headers: this.headers })).ok;
  }
}
