import { setTimeout as delay } from 'node:timers/promises';
import { PERMISSIONS, PLATFORM_PERMISSION } from '@errand/tenants';
import { readSecret, writeSecret } from './data-dir';

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
 * @returns the text of its API key: shown once by the API, so it is kept in DATA_DIR
 */
export async function seedDemo(apiUrl: string, adminApiKey: string, dataDir: string): Promise<string> {
  await seedTenant(apiUrl, adminApiKey, 'demo');
  const demo = new ApiClient(apiUrl, { 'x-api-key': adminApiKey, 'x-tenant-id': 'demo' });
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

class ApiClient {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
  ) {}

  /** @returns what was made, or undefined when it was there already */
  async post(path: string, body: unknown): Promise<Record<string, unknown> | undefined> {
    return this.write('POST', path, body);
  }

  /** Undefined when somebody else changed it at the same time. */
  async patch(path: string, body: unknown): Promise<Record<string, unknown> | undefined> {
    return this.write('PATCH', path, body);
  }

  /** @returns the id of the row with this externalId, made or found */
  async ensure(path: string, body: { externalId: string }): Promise<string> {
    const created = await this.post(path, body);
    if (created) return String(created.id);
    const { externalId } = body;
    const found = await this.find<{ id: string; externalId: string }>(
      `${path}?externalId=${encodeURIComponent(externalId)}`,
      { externalId },
    );
    if (!found) throw new Error(`demo: ${path} neither takes nor has ${externalId}`);
    return found.id;
  }

  /** The first row of a list that is so. */
  async find<Row extends object>(path: string, so: Partial<Row>): Promise<Row | undefined> {
    const response = await this.send('GET', path);
    if (!response.ok) throw await unexpected('GET', path, response);
    const { data } = (await response.json()) as { data: Row[] };
    return data.find((row) => Object.entries(so).every(([field, value]) => Reflect.get(row, field) === value));
  }

  async isAccepted(): Promise<boolean> {
    return (await this.send('GET', '/api/tenants/me')).ok;
  }

  private async write(method: string, path: string, body: unknown): Promise<Record<string, unknown> | undefined> {
    const response = await this.send(method, path, body);
    if (response.status === 409) return undefined;
    if (!response.ok) throw await unexpected(method, path, response);
    return (await response.json()) as Record<string, unknown>;
  }

  /** Where requests are limited, no faster than they may come. */
  private async send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = body === undefined ? this.headers : { ...this.headers, 'content-type': 'application/json' };
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    for (;;) {
      const response = await fetch(this.url + path, init);
      if (response.status !== 429) return response;
      await response.body?.cancel();
      await delay(Number(response.headers.get('retry-after')) * 1000);
    }
  }
}

async function unexpected(method: string, path: string, response: Response): Promise<Error> {
  return new Error(`demo: ${method} ${path} answered ${response.status} ${await response.text()}`);
}
