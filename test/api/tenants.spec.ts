import { randomUUID } from 'node:crypto';
import { Notifications } from '@errand/database';
import { startApi, type TestApi } from '../support/api';
import { createTenant } from '../support/tenants';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const create = (body: object) => api.request<{ id: string; code: string }>('POST', '/api/tenants', { body });

describe('tenants', () => {
  it('start ACTIVE with the default settings', async () => {
    const code = `new-${randomUUID()}`;
    const { status, body } = await create({ code, name: 'Ñandú 🦤', settings: { timezone: 'America/Santiago' } });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string,
      code,
      name: 'Ñandú 🦤',
      status: 'ACTIVE',
      settings: { timezone: 'America/Santiago', weight: 1, retentionDays: null, country: null },
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      updatedAt: expect.any(String) as string,
    });
    expect((await api.request('GET', `/api/tenants/${body.id}`)).body).toEqual(body);
  });

  it.each([
    [{ code: 'Upper', name: 'x' }, 'code'],
    [{ code: '-dash', name: 'x' }, 'code'],
    [{ code: 'a'.repeat(64), name: 'x' }, 'code'],
    [{ code: 'blank', name: '   ' }, 'name'],
    [{ code: 'null', name: null }, 'name'],
    [{ code: 'zone', name: 'x', settings: { timezone: 'Mars/Base' } }, 'settings.timezone'],
    [{ code: 'weight', name: 'x', settings: { weight: 0 } }, 'settings.weight'],
    [{ code: 'list', name: 'x', settings: [] }, 'settings'],
  ])('refuse %j', async (body, field) => {
    expect(await create(body)).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });

  it('have a code that no other has, also when two are made at once', async () => {
    const code = `race-${randomUUID()}`;
    const answers = await Promise.all([1, 2, 3, 4].map((n) => create({ code, name: `Racer ${n}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'CONFLICT' });
  });

  it('change field by field, and say so to the dispatchers', async () => {
    const { id } = await createTenant(api);
    const changed = new Promise<string>((resolve) => {
      void api.app.get(Notifications).listen('errand_tenants', (payload) => payload === id && resolve(payload));
    });
    await api.app.get(Notifications).listen('errand_tenants', () => undefined);
    await api.request('PATCH', `/api/tenants/${id}`, { body: { settings: { weight: 7 } } });
    const { status, body } = await api.request('PATCH', `/api/tenants/${id}`, {
      body: { status: 'PAUSED', settings: { timezone: 'Europe/Paris' } },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'PAUSED', settings: { timezone: 'Europe/Paris', weight: 7 } });
    expect(await changed).toBe(id);
    expect(await api.request('GET', '/api/tenants/me', { tenant: id })).toMatchObject({ body: { status: 'PAUSED' } });
  });

  it('refuse null where there is always a value, and answer 404 when unknown', async () => {
    const { id } = await createTenant(api);
    expect(await api.request('PATCH', `/api/tenants/${id}`, { body: { name: null } })).toMatchObject({
      status: 400,
      body: { details: [{ field: 'name', message: 'must not be null' }] },
    });
    const unknown = '/api/tenants/01900000-0000-7000-8000-00000000dead';
    expect((await api.request('PATCH', unknown, { body: { name: 'x' } })).status).toBe(404);
  });

  it('are listed newest first, by page with totals and by cursor without', async () => {
    const fresh = await startApi();
    try {
      const ids: string[] = [];
      for (let n = 0; n < 5; n++) ids.unshift((await createTenant(fresh)).id);
      interface Page {
        data: { id: string }[];
        meta: object;
        nextCursor: string | null;
      }
      const list = async (query: string) => (await fresh.request<Page>('GET', `/api/tenants?${query}`)).body;
      const second = await list('page=2&perPage=2');
      expect(second.data.map(({ id }) => id)).toEqual(ids.slice(2, 4));
      expect(second.meta).toEqual({ page: 2, limit: 2, total: 5, totalPages: 3 });
      const seen: string[] = [];
      for (let page = await list('per_page=2'); ; page = await list(`perPage=2&cursor=${page.nextCursor}`)) {
        seen.push(...page.data.map(({ id }) => id));
        if (page.nextCursor === null) {
          expect(page.meta).toEqual({ page: null, limit: 2, total: null, totalPages: null });
          break;
        }
      }
      expect(seen).toEqual(ids);
      expect((await list('page=9')).data).toEqual([]);
    } finally {
      await fresh.close();
    }
  });
});
