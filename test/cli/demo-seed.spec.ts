import { randomUUID } from 'node:crypto';
import { Clock } from '@errand/database';
import { seedTenant } from '../../apps/cli/src/demo-seed';
import { eventually } from '../support/eventually';
import { startApi, type TestApi } from '../support/api';

interface Config {
  id: string;
  name: string;
  priority: number;
}

let api: TestApi;
beforeAll(async () => (api = await startApi()));
afterAll(() => api.close());

describe('the demo tenant that version 0.1 made', () => {
  it('gets the last priorities at the next start, where nobody has changed its configs', async () => {
    const code = `t-${randomUUID()}`;
    await api.request('POST', '/api/tenants', { body: { code, name: code } });
    const request = <Body>(method: string, path: string, body?: object) =>
      api.request<Body>(method, path, { tenant: code, body });
    for (const [name, channel] of [
      ['mock-whatsapp', 'WHATSAPP'],
      ['mock-sms', 'SMS'],
      ['mock-email', 'EMAIL'],
    ]) {
      await request('POST', '/api/dispatch-configs', { name, channel, providerCode: 'MOCK' });
    }
    const configs = async () => (await request<{ data: Config[] }>('GET', '/api/dispatch-configs')).body.data;
    const changed = (await configs()).find(({ name }) => name === 'mock-sms');
    await request('PATCH', `/api/dispatch-configs/${changed?.id}`, { timeoutMs: 5_000 });

    await seedTenant(api.url, api.adminKey, code);
    const first = (await configs()).filter(({ priority }) => priority < 2_000_000_000);
    expect(first.map(({ name }) => name)).toEqual(['mock-sms']);

    const seeded = await configs();
    await seedTenant(api.url, api.adminKey, code);
    expect(await configs()).toEqual(seeded);
  });
});

describe('the demo tenant of an installation that limits requests', () => {
  it('is made no faster than its limit takes, and whole', async () => {
    const code = `t-${randomUUID()}`;
    const slow = await startApi({ databaseUrl: api.settings.databaseUrl, apiRatePerKey: 4 });
    try {
      const clock = slow.app.get(Clock);
      const now = clock.now();
      Object.assign(clock, { now: () => now }); // until one is refused
      const seeded = seedTenant(slow.url, slow.adminKey, code);
      const refused = /^errand_api_requests_limited_total\{limit="key".*\} [1-9]/m;
      const read = async () => (await slow.request<string>('GET', '/metrics')).body;
      await eventually(read, (metrics) => refused.test(metrics));
      Object.assign(clock, { now: () => new Date() });
      await seeded;
      const configs = await api.request('GET', '/api/dispatch-configs', { tenant: code });
      expect(configs).toMatchObject({ body: { meta: { total: 5 } } });
      const routes = await api.request('GET', '/api/routes', { tenant: code });
      expect(routes).toMatchObject({ body: { meta: { total: 1 } } });
    } finally {
      await slow.close();
    }
  });
});
