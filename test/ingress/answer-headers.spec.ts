import { startApi, type TestApi } from '../support/api';
import { createTenant } from '../support/tenants';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const everywhere = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

async function headersOf(path: string): Promise<Record<string, string>> {
  const answer = await fetch(api.url + path, { redirect: 'manual' });
  await answer.arrayBuffer();
  return Object.fromEntries(answer.headers);
}

describe('every answer', () => {
  it.each(['/', '/health/live', '/metrics', '/api/tenants', '/v1/rules', '/nowhere', '/api/tenants/%ff%'])(
    'at %s shows nothing in a browser and is kept nowhere',
    async (path) => {
      const headers = await headersOf(path);
      expect(headers).toMatchObject({ ...everywhere, 'cache-control': 'no-store' });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    },
  );

  it('with a secret is kept nowhere', async () => {
    const tenant = await createTenant(api);
    const key = { name: 'k', permissions: ['VIEW_ACTIVITIES'] };
    const made = await tenant.request('POST', '/api/api-keys', { body: key });
    const url = 'https://hooks.example.com/errand';
    const hook = await tenant.request('POST', '/api/webhooks', { body: { url, events: ['activity.created'] } });
    for (const { headers } of [made, hook]) expect(headers.get('cache-control')).toBe('no-store');
  });

  it('of the documentation is a page that runs its own scripts only', async () => {
    for (const path of ['/api/docs', '/api/docs/swagger-ui-bundle.js']) {
      const headers = await headersOf(path);
      expect(headers).toMatchObject(everywhere);
      expect(headers['content-security-policy']).toContain("script-src 'self';");
      expect(headers['cache-control']).not.toBe('no-store');
    }
    expect(await headersOf('/api/docsx')).toMatchObject({ 'cache-control': 'no-store' });
  });
});
