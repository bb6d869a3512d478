import { Database } from '@errand/database';
import { startApi, type TestApi } from '../support/api';
import { createTenant, type TestTenant } from '../support/tenants';

interface Route {
  id: string;
  externalId: string;
  name: string;
  operators: { operatorId: string; role: string; operator: { name: string } }[];
}

interface Report {
  created: number;
  updated: number;
  errors: { index: number; code: string }[];
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

const north = { externalId: 'r-1', name: 'North' };
const createRoute = async (body: object = north) => (await tenant.request<Route>('POST', '/api/routes', { body })).body;
const createOperator = async (of: TestTenant, externalId: string) => {
  const body = { type: 'SALESMAN', name: `Operator ${externalId}`, externalId };
  return (await of.request<{ id: string }>('POST', '/api/operators', { body })).body.id;
};

describe('routes', () => {
  it('are created, read, changed and deleted', async () => {
    const created = await tenant.request<Route>('POST', '/api/routes', { body: north });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ ...north, isActive: true, operators: [] });
    const path = `/api/routes/${created.body.id}`;
    expect((await tenant.request('GET', path)).body).toEqual(created.body);
    expect((await tenant.request<Route>('PATCH', path, { body: { name: 'South' } })).body.name).toBe('South');
    expect((await tenant.request('DELETE', path)).status).toBe(204);
    expect((await tenant.request('GET', path)).status).toBe(404);
  });

  it('have an externalId that is unique in the tenant', async () => {
    await createRoute();
    const again = await tenant.request('POST', '/api/routes', { body: north });
    expect(again).toMatchObject({ status: 409, body: { code: 'CONFLICT', details: [{ field: 'externalId' }] } });
  });

  it('are listed with their operators', async () => {
    const { id } = await createRoute();
    await createRoute({ externalId: 'r-2', name: 'South', is_active: false });
    const operatorId = await createOperator(tenant, 'op-1');
    await tenant.request('POST', `/api/routes/${id}/operators`, { body: { operatorId, role: 'LEAD' } });
    const list = async (query: string) =>
      (await tenant.request<{ data: Route[] }>('GET', `/api/routes?${query}`)).body.data;
    expect((await list('')).map(({ externalId, operators }) => [externalId, operators.length])).toEqual([
      ['r-2', 0],
      ['r-1', 1],
    ]);
    expect((await list('search=nor'))[0]?.operators[0]).toMatchObject({
      operatorId,
      operator: { name: 'Operator op-1' },
    });
    expect((await list('is_active=false')).map(({ name }) => name)).toEqual(['South']);
  });

  it('cannot be deleted while an activity refers to them', async () => {
    const route = await createRoute();
    const operatorId = await createOperator(tenant, 'op-1');
    const commerce = { externalId: 'c-1', name: 'Store' };
    const commerceId = (await tenant.request<{ id: string }>('POST', '/api/commerces', { body: commerce })).body.id;
    await insertTask(tenant.id, commerceId, route.id, operatorId);
    for (const path of [`/api/routes/${route.id}`, `/api/operators/${operatorId}`, `/api/commerces/${commerceId}`]) {
      expect(await tenant.request('DELETE', path)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    }
  });

  it('are written with MANAGE_ROUTES only', async () => {
    const [viewer, manager] = [await tenant.key('VIEW_ACTIVITIES'), await tenant.key('MANAGE_ROUTES')];
    expect((await tenant.request('POST', '/api/routes', { key: viewer, body: north })).status).toBe(403);
    const { status, body } = await tenant.request<Route>('POST', '/api/routes', { key: manager, body: north });
    expect(status).toBe(201);
    expect((await tenant.request('GET', `/api/routes/${body.id}`, { key: viewer })).status).toBe(200);
    const operatorId = await createOperator(tenant, 'op-1');
    const assignment = { key: viewer, body: { operatorId, role: 'LEAD' } };
    expect((await tenant.request('POST', `/api/routes/${body.id}/operators`, assignment)).status).toBe(403);
  });
});

describe('operators of a route', () => {
  it('are put on it, get another role by the same call, and are taken off', async () => {
    const { id } = await createRoute();
    const operatorId = await createOperator(tenant, 'op-1');
    const assign = async (role: string) =>
      tenant.request('POST', `/api/routes/${id}/operators`, { body: { operator_id: operatorId, role } });
    expect(await assign('LEAD')).toMatchObject({ status: 201, body: { operatorId, role: 'LEAD' } });
    expect((await assign('MEMBER')).status).toBe(201);
    expect((await assign('CAPTAIN')).status).toBe(400);
    const { body } = await tenant.request<Route>('GET', `/api/routes/${id}`);
    expect(body.operators).toMatchObject([{ operatorId, role: 'MEMBER', operator: { id: operatorId, email: null } }]);

    const assigned = `/api/routes/${id}/operators/${operatorId}`;
    expect((await tenant.request('DELETE', assigned)).status).toBe(204);
    expect((await tenant.request('DELETE', assigned)).status).toBe(404);
  });

  it('must be of the same tenant as the route', async () => {
    const { id } = await createRoute();
    const operatorId = await createOperator(tenant, 'op-1');
    const stranger = await createTenant(api);
    const foreignOperator = await createOperator(stranger, 'op-1');
    const assign = async (as: TestTenant, operator: string) =>
      (await as.request('POST', `/api/routes/${id}/operators`, { body: { operatorId: operator, role: 'LEAD' } }))
        .status;
    expect(await assign(tenant, foreignOperator)).toBe(404);
    expect(await assign(stranger, foreignOperator)).toBe(404);
    expect(await assign(tenant, operatorId)).toBe(201);
    expect((await stranger.request('DELETE', `/api/routes/${id}/operators/${operatorId}`)).status).toBe(404);
    expect((await stranger.request('GET', `/api/routes/${id}`)).status).toBe(404);
  });
});

describe('syncing routes', () => {
  it('makes and updates by externalId, keeping the operators and what an item leaves out', async () => {
    const { id } = await createRoute({ ...north, isActive: false });
    const operatorId = await createOperator(tenant, 'op-1');
    await tenant.request('POST', `/api/routes/${id}/operators`, { body: { operatorId, role: 'LEAD' } });
    const items = [
      { ...north, name: 'Far north' },
      { externalId: 'r-2', name: 'South' },
      { externalId: 'r-2', name: '' },
    ];
    const { status, body } = await tenant.request<Report>('POST', '/api/routes/sync', { body: { items } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ created: 1, updated: 1, total: 3, errors: [{ index: 2, code: 'VALIDATION_FAILED' }] });
    const route = await tenant.request<Route>('GET', `/api/routes/${id}`);
    expect(route.body).toMatchObject({ name: 'Far north', isActive: false, operators: [{ operatorId }] });
  });
});

/** As small a row as the table takes; how activities are made is not the matter here. */
async function insertTask(tenantId: string, commerceId: string, routeId: string, operatorId: string): Promise<void> {
  await api.app.get(Database).query(
    {
      name: 'test_insert_task',
      text: `INSERT INTO activities (tenant_id, id, type, channel, reason, status, idempotency_key, content_hash,
          commerce_id, route_id, operator_id, scheduled_at, created_at, updated_at)
        VALUES ($1, gen_random_uuid(), 'TASK', 'SALESMAN', 'visit', 'READY', 'key-1', '', $2, $3, $4, now(), now(), now())`,
    },
    [tenantId, commerceId, routeId, operatorId],
  );
}
