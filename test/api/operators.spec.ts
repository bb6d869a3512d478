import { startApi, type TestApi } from '../support/api';
import { createTenant, type TestTenant } from '../support/tenants';

interface Operator {
  id: string;
  externalId: string;
  name: string;
  email: string | null;
  isActive: boolean;
}

interface List {
  data: Operator[];
  meta: { total: number };
  nextCursor: string | null;
}

interface Report {
  created: number;
  updated: number;
  total: number;
  errors: { index: number; code: string; message: string }[];
}

interface Problem {
  code: string;
  details: { field: string; message: string }[];
}

const ana = { type: 'SALESMAN', name: 'Ana', externalId: 'op-1' };
const unknownId = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
let tenant: TestTenant;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  tenant = await createTenant(api);
});

const create = async (body: object) => (await tenant.request<Operator>('POST', '/api/operators', { body })).body;

describe('operators', () => {
  it('are created with null for what was not given, read, changed and deleted', async () => {
    const created = await tenant.request<Operator>('POST', '/api/operators', { body: ana });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      ...ana,
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string,
      email: null,
      phone: null,
      isActive: true,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      updatedAt: expect.any(String) as string,
    });
    const path = `/api/operators/${created.body.id}`;
    expect((await tenant.request('GET', path)).body).toEqual(created.body);

    const changed = await tenant.request<Operator>('PATCH', path, {
      body: { email: 'ana@example.com', is_active: false },
    });
    expect(changed.body).toMatchObject({ ...ana, email: 'ana@example.com', isActive: false });
    expect((await tenant.request<Operator>('PATCH', path, { body: { email: null } })).body.email).toBeNull();
    expect((await tenant.request('PATCH', path, { body: { name: null } })).status).toBe(400);

    expect((await tenant.request('DELETE', path)).status).toBe(204);
    expect((await tenant.request('GET', path)).status).toBe(404);
    expect((await tenant.request('DELETE', path)).status).toBe(404);
  });

  it('are refused with each bad field named', async () => {
    const body = { type: 'PILOT', name: ' ', external_id: 'x'.repeat(201), email: 'nobody', phone: '12-34', nick: 1 };
    const refused = await tenant.request<Problem>('POST', '/api/operators', { body });
    expect(refused.status).toBe(400);
    expect(new Set(refused.body.details.map(({ field }) => field))).toEqual(
      new Set(['type', 'name', 'externalId', 'email', 'phone', 'nick']),
    );
  });

  it('have an externalId that is unique in the tenant', async () => {
    await create(ana);
    const other = await create({ ...ana, externalId: 'op-2' });
    const conflict = { status: 409, body: { code: 'CONFLICT', details: [{ field: 'externalId' }] } };
    expect(await tenant.request('POST', '/api/operators', { body: ana })).toMatchObject(conflict);
    const body = { externalId: 'op-1' };
    expect(await tenant.request('PATCH', `/api/operators/${other.id}`, { body })).toMatchObject(conflict);
    const neighbour = await createTenant(api);
    expect((await neighbour.request('POST', '/api/operators', { body: ana })).status).toBe(201);
  });

  it('are listed newest first, filtered, by page and by cursor', async () => {
    await create(ana);
    await create({ ...ana, externalId: 'op_2', type: 'CALLCENTER' });
    await create({ type: 'SALESMAN', name: 'Zoë 100%', externalId: 'op-3', isActive: false });
    const found = async (query: string) => {
      const { body } = await tenant.request<List>('GET', `/api/operators?${query}`);
      return body.data.map(({ externalId }) => externalId);
    };
    expect(await found('')).toEqual(['op-3', 'op_2', 'op-1']);
    expect(await found('type=SALESMAN&isActive=true')).toEqual(['op-1']);
    expect(await found('search=ANA')).toEqual(['op_2', 'op-1']);
    expect(await found('search=p_2')).toEqual(['op_2']);
    expect(await found('search=0%25')).toEqual(['op-3']);
    expect(await found('external_id=op-3')).toEqual(['op-3']);
    expect(await found('page=2&perPage=2')).toEqual(['op-1']);
    const first = await tenant.request<List>('GET', '/api/operators?perPage=2');
    expect(first.body.meta).toEqual({ page: 1, limit: 2, total: 3, totalPages: 2 });
    expect(await found(`perPage=2&cursor=${first.body.nextCursor}`)).toEqual(['op-1']);
  });

  it('of another tenant do not exist', async () => {
    const { id } = await create(ana);
    const stranger = await createTenant(api);
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? { name: 'Mallory' } : undefined;
      expect((await stranger.request(method, `/api/operators/${id}`, { body })).status).toBe(404);
      expect((await stranger.request(method, `/api/operators/${unknownId}`, { body })).status).toBe(404);
    }
    expect((await stranger.request<List>('GET', '/api/operators')).body.data).toEqual([]);
    expect((await tenant.request('GET', `/api/operators/${id}`)).status).toBe(200);
  });

  it('are read with VIEW_ACTIVITIES or MANAGE_OPERATORS and written with MANAGE_OPERATORS only', async () => {
    const [viewer, manager, other] = [
      await tenant.key('VIEW_ACTIVITIES'),
      await tenant.key('MANAGE_OPERATORS'),
      await tenant.key('MANAGE_ROUTES'),
    ];
    const status = async (method: string, key: string, body?: object) =>
      (await tenant.request(method, '/api/operators', { key, body })).status;
    expect([await status('GET', viewer), await status('GET', manager), await status('GET', other)]).toEqual([
      200, 200, 403,
    ]);
    expect([await status('POST', viewer, ana), await status('POST', manager, ana)]).toEqual([403, 201]);
    const sync = await tenant.request('POST', '/api/operators/sync', { key: viewer, body: { items: [ana] } });
    expect(sync.status).toBe(403);
  });
});

describe('syncing operators', () => {
  const sync = async (items: unknown[]) => tenant.request<Report>('POST', '/api/operators/sync', { body: { items } });

  it('makes and updates 1,000 by externalId, and reports each bad item without rejecting the others', async () => {
    await create({ ...ana, externalId: 'op-7' });
    const items: unknown[] = Array.from({ length: 1000 }, (_, index) => {
      return { type: 'ACTIVATOR', name: `Operator ${index}`, external_id: `op-${index}` };
    });
    items[3] = { type: 'ACTIVATOR', externalId: 'op-3' };
    items[5] = 'nonsense';
    items[9] = { type: 'ACTIVATOR', name: 'twice', externalId: 'op-8' };
    const { status, body } = await sync(items);
    expect(status).toBe(200);
    expect(body).toMatchObject({ created: 996, updated: 1, total: 1000 });
    expect(body.errors.map(({ index, code }) => [index, code])).toEqual([
      [3, 'VALIDATION_FAILED'],
      [5, 'VALIDATION_FAILED'],
      [9, 'CONFLICT'],
    ]);
    expect(body.errors[0]?.message).toContain('name');
    const { body: list } = await tenant.request<List>('GET', '/api/operators?search=Operator');
    expect(list.meta.total).toBe(997);
  });

  it('keeps what an item leaves out and clears what it says is null', async () => {
    await create({ ...ana, email: 'ana@example.com', phone: '+56 9 1234 5678', isActive: false });
    expect((await sync([{ ...ana, name: 'Ana María', phone: null }])).body).toMatchObject({ created: 0, updated: 1 });
    const { body } = await tenant.request<List>('GET', '/api/operators');
    expect(body.data[0]).toMatchObject({ name: 'Ana María', email: 'ana@example.com', phone: null, isActive: false });
  });

  it('takes 1 to 1,000 items', async () => {
    expect((await sync([])).status).toBe(400);
    expect((await sync(Array(1001).fill(ana))).status).toBe(400);
  });

  it('answers the report when every item is bad', async () => {
    expect((await sync([{}])).body).toMatchObject({ created: 0, updated: 0, total: 1, errors: [{ index: 0 }] });
  });

  it('touches no other tenant with the same externalIds, and two at once make each operator once', async () => {
    const neighbour = await createTenant(api);
    await neighbour.request('POST', '/api/operators', { body: ana });
    const items = Array.from({ length: 300 }, (_, index) => ({ ...ana, name: 'Synced', externalId: `op-${index}` }));
    const reports = await Promise.all([sync(items), sync([...items].reverse())]);
    expect(reports.map(({ body }) => body.created).reduce((sum, count) => sum + count)).toBe(300);
    expect(reports.map(({ body }) => body.updated).reduce((sum, count) => sum + count)).toBe(300);
    expect((await neighbour.request<List>('GET', '/api/operators')).body.data[0]?.name).toBe('Ana');
  });
});
