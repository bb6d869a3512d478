import { createTenant, tenantPermissions, type TestTenant } from '../support/tenants';
import { startApi, type TestApi } from '../support/api';
import { execute } from '../support/sql';

let api: TestApi;
let tenant: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  api = await startApi();
  tenant = await createTenant(api);
  other = await createTenant(api);
});

afterAll(() => api.close());

const me = (key: string | null, headers: Record<string, string> = {}) =>
  api.request<{ id?: string; code?: string }>('GET', '/api/tenants/me', { key, headers });

describe('who is let in', () => {
  it('takes a key as a bearer token and as x-api-key', async () => {
    const key = await tenant.key('VIEW_ACTIVITIES');
    expect(await me(null, { authorization: `Bearer ${key}` })).toMatchObject({ status: 200, body: { id: tenant.id } });
    expect(await me(key)).toMatchObject({ status: 200, body: { id: tenant.id } });
  });

  it.each([
    ['no key', {}],
    ['an empty key', { 'x-api-key': '' }],
    ['a key of another form', { 'x-api-key': 'secret' }],
    ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
    [
      'a key of the right form that was never given out',
      { 'x-api-key': `erk_${'a'.repeat(43)}_01900000000070008000000000000000` },
    ],
  ])('answers 401 to %s', async (_, headers) => {
    const answer = await me(null, headers);
    expect(answer).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('refuses a key whose tenant part was exchanged for another tenant', async () => {
    const key = await tenant.key('VIEW_ACTIVITIES');
    const forged = key.replace(tenant.id.replaceAll('-', ''), other.id.replaceAll('-', ''));
    expect(forged).not.toBe(key);
    expect((await me(forged)).status).toBe(401);
  });

  it('refuses a revoked key at once, and lets it be revoked twice', async () => {
    const { body } = await tenant.request<{ id: string; plaintextKey: string }>('POST', '/api/api-keys', {
      body: { name: 'short-lived', permissions: ['VIEW_ACTIVITIES'] },
    });
    expect((await me(body.plaintextKey)).status).toBe(200);
    const first = await tenant.request<{ revokedAt: string }>('POST', `/api/api-keys/${body.id}/revoke`);
    expect(first).toMatchObject({ status: 200, body: { id: body.id, revokedAt: expect.any(String) as string } });
    expect((await me(body.plaintextKey)).status).toBe(401);
    const second = await tenant.request('POST', `/api/api-keys/${body.id}/revoke`);
    expect(second).toMatchObject({ status: 200, body: { revokedAt: first.body.revokedAt } });
  });

  it('refuses a key from the moment it expires', async () => {
    const key = await tenant.key('VIEW_ACTIVITIES');
    await execute(api, `UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE prefix = $1`, [
      key.slice(0, 'erk_'.length + 6),
    ]);
    expect((await me(key)).status).toBe(401);
  });
});

describe('which tenant a request acts in', () => {
  it('takes the id or the code of a tenant from the platform key', async () => {
    const { body } = await me(api.adminKey, { 'x-tenant-id': tenant.id });
    expect(body.id).toBe(tenant.id);
    expect(await me(api.adminKey, { 'x-tenant-id': body.code ?? '' })).toMatchObject({ body: { id: tenant.id } });
  });

  it('asks the platform key for x-tenant-id where a tenant is needed', async () => {
    expect(await me(api.adminKey)).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', details: [{ field: 'x-tenant-id' }] },
    });
  });

  it.each(['nobody', '01900000-0000-7000-8000-000000000000', "'; DROP TABLE tenants; --"])(
    'answers 404 to the platform key for the tenant %s',
    async (name) => {
      expect(await me(api.adminKey, { 'x-tenant-id': name })).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND' },
      });
    },
  );

  it('lets a tenant key name its own tenant and no other', async () => {
    const key = await tenant.key('VIEW_ACTIVITIES');
    expect((await me(key, { 'x-tenant-id': tenant.id })).status).toBe(200);
    expect((await me(key, { 'x-tenant-id': tenant.id.toUpperCase() })).status).toBe(200);
    expect(await me(key, { 'x-tenant-id': other.id })).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  });
});

describe('what a key may do', () => {
  const configs = '/api/dispatch-configs';
  const id = '01900000-0000-7000-8000-000000000000';

  it.each([
    ['GET', '/api/tenants', 'MANAGE_TENANTS'],
    ['POST', '/api/tenants', 'MANAGE_TENANTS'],
    ['GET', `/api/tenants/${id}`, 'MANAGE_TENANTS'],
    ['PATCH', `/api/tenants/${id}`, 'MANAGE_TENANTS'],
    ['GET', '/api/api-keys', 'MANAGE_API_KEYS'],
    ['POST', '/api/api-keys', 'MANAGE_API_KEYS'],
    ['GET', `/api/api-keys/${id}`, 'MANAGE_API_KEYS'],
    ['POST', `/api/api-keys/${id}/revoke`, 'MANAGE_API_KEYS'],
    ['POST', `/api/api-keys/${id}/rotate`, 'MANAGE_API_KEYS'],
    ['GET', configs, 'VIEW_ACTIVITIES or MANAGE_ACTIVITY_CONFIG'],
    ['GET', `${configs}/${id}`, 'VIEW_ACTIVITIES or MANAGE_ACTIVITY_CONFIG'],
    ['POST', configs, 'MANAGE_ACTIVITY_CONFIG'],
    ['PATCH', `${configs}/${id}`, 'MANAGE_ACTIVITY_CONFIG'],
    ['DELETE', `${configs}/${id}`, 'MANAGE_ACTIVITY_CONFIG'],
    ['POST', `${configs}/${id}/test`, 'MANAGE_ACTIVITY_CONFIG'],
    ['POST', `${configs}/test`, 'MANAGE_ACTIVITY_CONFIG'],
    ['POST', `${configs}/preview`, 'MANAGE_ACTIVITY_CONFIG'],
    ['GET', '/api/dispatch-providers', 'VIEW_ACTIVITIES or MANAGE_ACTIVITY_CONFIG'],
    ['GET', '/api/webhooks', 'VIEW_ACTIVITIES or MANAGE_ACTIVITY_CONFIG'],
    ['POST', '/api/webhooks', 'MANAGE_ACTIVITY_CONFIG'],
    ['GET', `/api/webhooks/${id}/deliveries`, 'VIEW_ACTIVITIES or MANAGE_ACTIVITY_CONFIG'],
    ['POST', '/v1/dispatch', 'CREATE_ACTIVITY'],
    ['POST', '/v1/dispatch/batch', 'CREATE_ACTIVITY'],
    ['GET', '/v1/scheduled', 'VIEW_ACTIVITIES'],
    ['GET', `/v1/scheduled/${id}`, 'VIEW_ACTIVITIES'],
    ['PATCH', `/v1/scheduled/${id}`, 'CREATE_ACTIVITY'],
    ['DELETE', `/v1/scheduled/${id}`, 'CANCEL_ACTIVITY'],
    ['POST', `/v1/scheduled/${id}/fire`, 'DISPATCH_ACTIVITY'],
    ['GET', '/v1/recurring', 'VIEW_ACTIVITIES'],
    ['POST', '/v1/recurring', 'CREATE_ACTIVITY'],
    ['POST', '/v1/recurring/preview', 'VIEW_ACTIVITIES or CREATE_ACTIVITY'],
    ['GET', `/v1/recurring/${id}/next`, 'VIEW_ACTIVITIES'],
    ['GET', `/v1/recurring/${id}/occurrences`, 'VIEW_ACTIVITIES'],
    ['POST', `/v1/recurring/${id}/backfill`, 'CREATE_ACTIVITY'],
    ['GET', '/api/dispatch-providers/MOCK/channel-definitions', 'VIEW_ACTIVITIES or MANAGE_ACTIVITY_CONFIG'],
  ])('%s %s needs %s', async (method, path, permission) => {
    const key = await tenant.key('SUBMIT_ACTIVITY_RESULT');
    expect(await api.request(method, path, { key })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN', message: `The API key lacks the permission ${permission}` },
    });
    expect((await api.request(method, path, { key: null })).status).toBe(401);
  });

  it.each(['/health', '/health/live', '/health/ready', '/metrics', '/api/openapi.json', '/api/docs'])(
    '%s needs no key',
    async (path) => {
      expect((await api.request('GET', path, { key: null })).status).toBe(200);
    },
  );
});

describe('API keys', () => {
  const create = (key: string, body: object) => api.request('POST', '/api/api-keys', { key, body });

  it('shows the text of a key once', async () => {
    const { status, body } = await tenant.request<Record<string, unknown>>('POST', '/api/api-keys', {
      body: {
        name: 'once',
        permissions: ['VIEW_ACTIVITIES', 'VIEW_ACTIVITIES'],
        expires_at: '2999-01-01T00:00:00+02:00',
      },
    });
    const { plaintextKey, ...shown } = body;
    expect(status).toBe(201);
    expect(plaintextKey).toMatch(new RegExp(`^erk_[A-Za-z0-9_-]{43}_${tenant.id.replaceAll('-', '')}$`));
    expect((plaintextKey as string).startsWith(shown.prefix as string)).toBe(true);
    expect(shown).toMatchObject({
      permissions: ['VIEW_ACTIVITIES'],
      expiresAt: '2998-12-31T22:00:00.000Z',
      lastUsedAt: null,
    });
    expect(await tenant.request('GET', `/api/api-keys/${shown.id as string}`)).toMatchObject({ body: shown });
    const { body: list } = await tenant.request('GET', '/api/api-keys');
    expect(JSON.stringify(list)).not.toContain((plaintextKey as string).slice(12, 42));
  });

  it('with every permission still do not reach beyond their tenant', async () => {
    const key = await tenant.key(...tenantPermissions);
    const { id: otherId } = await createTenant(api);
    expect(await api.request('GET', `/api/tenants/${otherId}`, { key })).toMatchObject({ status: 403 });
    expect(await api.request('POST', '/api/tenants', { key, body: { code: 'x', name: 'x' } })).toMatchObject({
      status: 403,
    });
  });

  it('cannot give permissions that the asking key lacks', async () => {
    const key = await tenant.key('MANAGE_API_KEYS', 'VIEW_ACTIVITIES');
    const granted = await create(key, { name: 'a', permissions: ['VIEW_ACTIVITIES'] });
    const wider = await create(key, { name: 'b', permissions: ['VIEW_ACTIVITIES', 'MANAGE_RULES'] });
    expect(granted.status).toBe(201);
    expect(wider).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  });

  it('cannot be made to expire in the past', async () => {
    const key = await tenant.key('MANAGE_API_KEYS');
    const body = { name: 'late', permissions: ['MANAGE_API_KEYS'], expiresAt: '2020-01-01T00:00:00Z' };
    expect(await create(key, body)).toMatchObject({ status: 400, body: { details: [{ field: 'expiresAt' }] } });
  });

  it('of another tenant is not found', async () => {
    const { body } = await other.request<{ id: string }>('POST', '/api/api-keys', {
      body: { name: 'theirs', permissions: ['VIEW_ACTIVITIES'] },
    });
    expect((await tenant.request('GET', `/api/api-keys/${body.id}`)).status).toBe(404);
    expect((await tenant.request('POST', `/api/api-keys/${body.id}/revoke`)).status).toBe(404);
    expect(await other.request('GET', `/api/api-keys/${body.id}`)).toMatchObject({ body: { revokedAt: null } });
  });
});
