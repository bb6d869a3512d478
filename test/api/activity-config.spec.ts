import { startApi, type TestApi } from '../support/api';
import { createTenant, type TestTenant } from '../support/tenants';

const root = '/api/activity-config';

interface List {
  data: { key: string }[];
  nextCursor: string | null;
}

let api: TestApi;
let tenant: TestTenant;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  tenant = await createTenant(api);
});

describe('activity configuration', () => {
  it('is written with MANAGE_ACTIVITY_CONFIG, and read with VIEW_ACTIVITIES as well', async () => {
    const [key, viewer] = [await tenant.key('MANAGE_ACTIVITY_CONFIG'), await tenant.key('VIEW_ACTIVITIES')];
    for (const list of ['attribute-keys', 'attribute-policies', 'target-resolution']) {
      expect((await tenant.request('GET', `${root}/${list}`, { key })).status).toBe(200);
      expect((await tenant.request('GET', `${root}/${list}`, { key: viewer })).status).toBe(200);
      expect((await tenant.request('POST', `${root}/${list}`, { key: viewer, body: {} })).status).toBe(403);
    }
  });
});

describe('attribute keys', () => {
  const path = `${root}/attribute-keys`;
  const create = async (key: string) => tenant.request('POST', path, { body: { key, label: `Label of ${key}` } });

  it('are named, relabelled and deleted', async () => {
    expect(await create('favorite')).toMatchObject({
      status: 201,
      body: { key: 'favorite', label: 'Label of favorite', description: null },
    });
    expect(await create('favorite')).toMatchObject({ status: 409, body: { details: [{ field: 'key' }] } });
    const body = { label: 'Favourite', description: 'What they like' };
    expect((await tenant.request('PATCH', `${path}/favorite`, { body })).body).toMatchObject({
      key: 'favorite',
      ...body,
    });
    expect((await tenant.request('PATCH', `${path}/other`, { body })).status).toBe(404);
    const stranger = await createTenant(api);
    expect((await stranger.request('DELETE', `${path}/favorite`)).status).toBe(404);
    expect((await tenant.request('DELETE', `${path}/favorite`)).status).toBe(204);
    expect((await tenant.request('DELETE', `${path}/favorite`)).status).toBe(404);
  });

  it('are listed in alphabetical order, by cursor as well', async () => {
    for (const key of ['b.two', 'a', 'c:3']) await create(key);
    const first = await tenant.request<List>('GET', `${path}?perPage=2`);
    expect(first.body.data.map(({ key }) => key)).toEqual(['a', 'b.two']);
    const next = await tenant.request<List>('GET', `${path}?perPage=2&cursor=${first.body.nextCursor}`);
    expect(next.body).toMatchObject({ data: [{ key: 'c:3' }], nextCursor: null });
    const foreign = await tenant.request('GET', `${root}/attribute-policies?cursor=${first.body.nextCursor}`);
    expect(foreign).toMatchObject({ status: 400, body: { code: 'INVALID_CURSOR' } });
  });

  it('are refused with characters that a path cannot name', async () => {
    expect((await create('a/b')).status).toBe(400);
    expect((await create('')).status).toBe(400);
  });
});

describe('attribute policies', () => {
  const path = `${root}/attribute-policies`;
  const save = async (body: object) => tenant.request(`POST`, path, { body });
  const hooked = { key: 'credit', strategy: 'ON_DISPATCH', resolver: 'CLIENT_HOOK' };

  it('are saved per key, the later one in place of the earlier', async () => {
    const hook = { url: 'http://127.0.0.1:9999/credit', timeout_ms: 500 };
    const saved = await save({ ...hooked, hook: { ...hook, url: `${hook.url} \u200b` }, fallback: 'none' });
    expect(saved).toMatchObject({
      status: 200,
      body: { ...hooked, hook: { url: hook.url, timeoutMs: 500 }, fallback: 'none' },
    });
    const again = await save({
      key: 'credit',
      strategy: 'UPFRONT',
      resolver: 'INTERNAL_SERVICE',
      fallback: { amount: 0 },
    });
    const expected = { strategy: 'UPFRONT', resolver: 'INTERNAL_SERVICE', hook: null, fallback: { amount: 0 } };
    expect(again).toMatchObject({ status: 200, body: expected });
    expect((again.body as { createdAt: string }).createdAt).toBe((saved.body as { createdAt: string }).createdAt);
    expect((await tenant.request('GET', `${path}/credit`)).body).toEqual(again.body);
    expect((await tenant.request<List>('GET', path)).body.data).toEqual([again.body]);
  });

  it('keep a fallback of any JSON type as it was sent', async () => {
    for (const fallback of [0, false, 'text', '5', [1, 'a'], { deep: { er: null } }, null]) {
      const { body } = await save({ key: 'k', strategy: 'UPFRONT', resolver: 'INTERNAL_SERVICE', fallback });
      expect((body as { fallback: unknown }).fallback).toEqual(fallback);
    }
  });

  it.each([
    ['hook', hooked, 'VALIDATION_FAILED'],
    ['hook', { ...hooked, resolver: 'INTERNAL_SERVICE', hook: { url: 'https://example.com' } }, 'VALIDATION_FAILED'],
    ['hook.url', { ...hooked, hook: { url: 'ftp://example.com' } }, 'VALIDATION_FAILED'],
    ['hook.url', { ...hooked, hook: { url: 'https://example.com/a\u2060b' } }, 'VALIDATION_FAILED'],
    ['hook.url', { ...hooked, hook: { url: 'http://169.254.169.254/latest' } }, 'BLOCKED_ADDRESS'],
    ['hook.timeoutMs', { ...hooked, hook: { url: 'https://example.com', timeoutMs: 1 } }, 'VALIDATION_FAILED'],
    ['strategy', { ...hooked, strategy: 'LATER', hook: { url: 'https://example.com' } }, 'VALIDATION_FAILED'],
  ])('are refused with %s named', async (field, body, code) => {
    expect(await save(body)).toMatchObject({ status: 400, body: { code, details: [{ field }] } });
  });

  it('are deleted by their own tenant only', async () => {
    await save({ key: 'k', strategy: 'CALLER_PROVIDED', resolver: 'CALLER_PROVIDED' });
    const stranger = await createTenant(api);
    expect((await stranger.request('GET', `${path}/k`)).status).toBe(404);
    expect((await stranger.request('DELETE', `${path}/k`)).status).toBe(404);
    expect((await tenant.request('DELETE', `${path}/k`)).status).toBe(204);
    expect((await tenant.request('GET', `${path}/k`)).status).toBe(404);
  });
});

describe('target resolution configs', () => {
  const path = `${root}/target-resolution`;
  const create = async (body: object) => tenant.request<{ id: string }>('POST', path, { body });

  it('have both fallbacks, priority 0 and every channel unless told', async () => {
    const created = await create({ strategy: 'ON_CREATION' });
    expect(created).toMatchObject({
      status: 201,
      body: {
        ...{ strategy: 'ON_CREATION', channels: null, criteria: [], priority: 0, isActive: true },
        ...{ fallbackToCommerceRep: true, fallbackToOwner: true },
      },
    });
    expect((await tenant.request('GET', `${path}/${created.body.id}`)).body).toEqual(created.body);
  });

  it('keep their criteria, and a change replaces them', async () => {
    const criteria = [
      { type: 'LAST_CONTACTED_SAME_CHANNEL' },
      { type: 'ROLE_MATCH', config: { role: 'FINANCE' }, priority: 7 },
    ];
    const body = { strategy: 'ON_DISPATCH', channels: ['SMS'], criteria, fallback_to_owner: false };
    const created = await create(body);
    expect(created.body).toMatchObject({
      fallbackToOwner: false,
      criteria: [
        { type: 'LAST_CONTACTED_SAME_CHANNEL', config: {}, priority: 0 },
        { type: 'ROLE_MATCH', config: { role: 'FINANCE' }, priority: 7 },
      ],
    });
    const change = { channels: null, criteria: [{ type: 'ROLE_MATCH', config: { role: 'OWNER' } }] };
    const changed = await tenant.request('PATCH', `${path}/${created.body.id}`, { body: change });
    expect(changed.body).toMatchObject({ strategy: 'ON_DISPATCH', fallbackToOwner: false, ...change });
  });

  it('have a priority that is unique among the active ones', async () => {
    await create({ strategy: 'MANUAL' });
    const conflict = { status: 409, body: { code: 'CONFLICT', details: [{ field: 'priority' }] } };
    expect(await create({ strategy: 'MANUAL' })).toMatchObject(conflict);
    const idle = await create({ strategy: 'MANUAL', isActive: false });
    expect(idle.status).toBe(201);
    const activate = async (body: object) => tenant.request('PATCH', `${path}/${idle.body.id}`, { body });
    expect(await activate({ isActive: true })).toMatchObject(conflict);
    expect((await activate({ isActive: true, priority: 1 })).status).toBe(200);
  });

  it.each([
    ['criteria[0].config', { criteria: [{ type: 'ROLE_MATCH' }] }],
    ['criteria[0].config', { criteria: [{ type: 'LAST_CONTACTED_ALL_CHANNELS', config: { role: 'OWNER' } }] }],
    ['criteria[0].config.role', { criteria: [{ type: 'ROLE_MATCH', config: { role: 'BOSS' } }] }],
    ['channels', { channels: ['FAX'] }],
    ['priority', { priority: 1.5 }],
  ])('are refused with %s named', async (field, change) => {
    expect(await create({ strategy: 'ON_CREATION', ...change })).toMatchObject({
      status: 400,
      body: { details: [{ field }] },
    });
  });

  it('of another tenant do not exist', async () => {
    const { id } = (await create({ strategy: 'MANUAL' })).body;
    const stranger = await createTenant(api);
    expect((await stranger.request('GET', `${path}/${id}`)).status).toBe(404);
    expect((await stranger.request('PATCH', `${path}/${id}`, { body: { priority: 4 } })).status).toBe(404);
    expect((await stranger.request('DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await tenant.request('DELETE', `${path}/${id}`)).status).toBe(204);
  });
});
