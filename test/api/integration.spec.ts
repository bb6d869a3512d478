import { Database } from '@errand/database';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import { executeAsOwner } from '../support/sql';

const tasks = '/api/integration/activities/tasks';

interface Feed {
  data: ActivityBody[];
  nextCursor: string | null;
  meta: { total: number | null };
}

describe('the integration api', () => {
  let scenario: Scenario;
  let actor: Actor;
  let key: string;
  let otherOperator: string;
  beforeAll(async () => {
    scenario = await Scenario.start();
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
    key = await actor.tenant.key('VIEW_ACTIVITIES', 'SUBMIT_ACTIVITY_RESULT', 'MANAGE_ACTIVITY_CONFIG');
    const operator = { type: 'SALESMAN', name: 'Omar', externalId: 'OP-9' };
    otherOperator = (await actor.request<{ id: string }>('POST', '/api/operators', { body: operator })).body.id;
  });

  const task = async (fields: Record<string, unknown> = {}) => {
    const ids = { assignedRouteId: actor.routeId, assignedOperatorId: actor.operatorId };
    const scheduledAt = '2099-01-01T00:00:00.000Z';
    return (await actor.create({ type: 'TASK', channel: 'SALESMAN', scheduledAt, ...ids, ...fields })).id;
  };
  const poll = async (query = '') => (await actor.request<Feed>('GET', `${tasks}?${query}`, { key })).body;
  const found = async (query: string) => (await poll(query)).data.map(({ id }) => id);

  it('gives the tasks of a tenant in the order of their changes, with what a field system shows', async () => {
    await actor.create({ scheduledAt: '2099-01-01T00:00:00.000Z' });
    const [a, b, c] = [await task(), await task(), await task()];
    await actor.request('PATCH', `/api/activities/${a}`, { body: { score: 5 } });
    expect(await found('')).toEqual([b, c, a]);
    const { data, meta } = await poll();
    expect(data[0]).toMatchObject({
      commerceAssignment: { commerce: { externalId: 'STORE-1' } },
      taskDetails: { operator: { externalId: 'OP-1' }, route: { externalId: 'R-1' } },
      followUpOf: null,
    });
    expect(meta).toEqual({ page: null, limit: 25, total: null, totalPages: null });
    const stranger = await scenario.tenant();
    const strange = await stranger.tenant.key('VIEW_ACTIVITIES');
    expect((await stranger.request<Feed>('GET', tasks, { key: strange })).body.data).toEqual([]);
  });

  it('is read on by cursor, and a task that changes meanwhile comes again at the end', async () => {
    const [a, b, c] = [await task(), await task(), await task()];
    const first = await poll('limit=2');
    expect(first.data.map(({ id }) => id)).toEqual([a, b]);
    await actor.request('PATCH', `/api/activities/${a}`, { body: { score: 1 } });
    const next = await poll(`limit=2&cursor=${first.nextCursor}`);
    expect(next.data.map(({ id }) => id)).toEqual([c, a]);
    expect(next.nextCursor).toBeNull();
    const foreign = await actor.request('GET', `/api/activities?cursor=${first.nextCursor}`);
    expect(foreign).toMatchObject({ status: 400, body: { code: 'INVALID_CURSOR' } });
  });

  it('is filtered by operator, store, channel, status, schedule and change', async () => {
    const a = await task();
    const b = await task({ assignedOperatorId: otherOperator, channel: 'CALLCENTER' });
    await actor.request('PATCH', `/api/activities/${b}/cancel`);
    const c = await task({ scheduledAt: '2098-01-01T00:00:00.000Z' });
    expect(await found(`operatorId=${otherOperator}`)).toEqual([b]);
    expect(await found('operatorExternalId=OP-1')).toEqual([a, c]);
    expect(await found('operator_external_id=NOBODY')).toEqual([]);
    expect(await found(`commerceId=${actor.commerceId}&channel=CALLCENTER`)).toEqual([b]);
    expect(await found('commerceExternalId=STORE-1&status=READY')).toEqual([a, c]);
    expect(await found('status=CANCELED,READY&scheduledTo=2098-06-01T00:00:00Z')).toEqual([c]);
    expect(await found('scheduledFrom=2098-06-01T00:00:00Z')).toEqual([a, b]);
    const { updatedAt } = await actor.get(c);
    expect(await found(`updatedSince=${String(updatedAt)}`)).toEqual(expect.arrayContaining([c]));
    expect(await found('updatedSince=2098-01-01T00:00:00Z')).toEqual([]);
  });

  it('takes the words of field systems in its filters, and not both', async () => {
    await actor.request('POST', '/api/commerces', { body: { externalId: 'STORE-2', name: 'Second' } });
    const a = await task();
    const b = await task({ assignedOperatorId: otherOperator });
    const c = await task({ commerceId: undefined, commerceExternalId: 'STORE-2' });
    expect(await found('external_operator_id=OP-9')).toEqual([b]);
    expect(await found('externalCommerceId=STORE-2')).toEqual([c]);
    expect(await found('external_commerce_id=STORE-1&external_operator_id=OP-1')).toEqual([a]);
    expect(await found('external_commerce_id=NOWHERE')).toEqual([]);
    const both = await actor.request('GET', `${tasks}?external_commerce_id=A&commerceExternalId=A`, { key });
    expect(both).toMatchObject({ status: 400, body: { details: [{ field: 'commerceExternalId' }] } });
  });

  it('is filtered by what came of the tasks', async () => {
    await actor.yom({ channel: 'SALESMAN' });
    const ids: Record<string, string> = {};
    for (const status of ['EFFECTIVE', 'NOT_EFFECTIVE', 'PENDING', 'none']) {
      const id = await task({ scheduledAt: undefined });
      await actor.untilStatus(id, 'DISPATCHED');
      ids[status] = id;
      if (status === 'none') continue;
      const body = { activityId: id, status };
      await actor.request('POST', '/api/integration/activity-results/tasks', { key, body });
    }
    const canceled = await task();
    await actor.request('PATCH', `/api/activities/${canceled}/cancel`);
    expect(await found('result_status=EFFECTIVE')).toEqual([ids.EFFECTIVE]);
    expect(await found('result_status=COMPLETED')).toEqual([ids.EFFECTIVE]);
    expect(await found('resultStatus=NOT_EFFECTIVE')).toEqual([ids.NOT_EFFECTIVE]);
    expect((await found('result_status=PENDING')).sort()).toEqual([ids.PENDING, ids.none].sort());
    expect((await found('result_status=PENDING,NOT_EXECUTED')).length).toBe(3);
    const unknown = await actor.request('GET', `${tasks}?result_status=DONE`, { key });
    expect(unknown).toMatchObject({ status: 400, body: { details: [{ field: 'resultStatus' }] } });
  });

  it('refuses a result type that the tenant does not have, once it has some', async () => {
    const post = (fields: Record<string, unknown>, path = '/api/integration/activity-results/tasks') => {
      const status = path.includes('integration') ? 'EFFECTIVE' : 'COMPLETED';
      return actor.request('POST', path, { key, body: { commerceExternalId: 'STORE-1', status, ...fields } });
    };
    expect((await post({ resultTypeCode: 'ANYTHING' })).status).toBe(201);
    for (const [code, isActive] of [
      ['SALE', true],
      ['OLD', false],
    ] as const) {
      const body = { code, label: code, isActive };
      await actor.request('POST', '/api/activity-config/result-types', { key, body });
    }
    expect((await post({ taskResult: { result: 'SALE' } })).status).toBe(201);
    expect((await post({ comment: 'no type' })).status).toBe(201);
    for (const code of ['ANYTHING', 'OLD', 'sale']) {
      expect(await post({ resultTypeCode: code })).toMatchObject({
        status: 400,
        body: { code: 'VALIDATION_FAILED', details: [{ field: 'resultTypeCode' }] },
      });
      const nested = await post({ taskResult: { result: code } });
      expect(nested).toMatchObject({ status: 400, body: { details: [{ field: 'taskResult.result' }] } });
    }
    expect((await post({ resultTypeCode: 'ANYTHING' }, '/api/activity-results')).status).toBe(201);
  });

  it('is read from an index, for all operators and for one', async () => {
    const ids = { assignedRouteId: actor.routeId, assignedOperatorId: otherOperator };
    const activities = Array.from({ length: 500 }, () => actor.message({ type: 'TASK', channel: 'SALESMAN', ...ids }));
    await actor.request('POST', '/api/activities/bulk', { body: { activities } });
    await executeAsOwner(scenario.api, 'ANALYZE activities');
    const plan = (condition: string) =>
      scenario.api.app.get(Database).transaction(async (tx) => {
        // On so small a table reading and sorting all of it would be cheaper.
        for (const way of ['seqscan', 'sort']) await tx.query({ name: '', text: `SET LOCAL enable_${way} = off` });
        const text = `EXPLAIN SELECT id FROM activities
          WHERE tenant_id = $1 AND type = 'TASK' ${condition} ORDER BY updated_at, id LIMIT 26`;
        return JSON.stringify(await tx.query({ name: '', text }, [actor.tenant.id]));
      });
    expect(await plan('')).toContain('activities_tasks_changed');
    expect(await plan(`AND operator_id = '${actor.operatorId}'`)).toContain('activities_of_operator_changed');
  });

  it.each([
    ['EFFECTIVE', 'COMPLETED', 'COMPLETED'],
    ['NOT_EFFECTIVE', 'NOT_EXECUTED', 'FAILED'],
    ['PENDING', 'PENDING', 'DISPATCHED'],
  ])('takes a result %s as %s, which leaves the task %s', async (status, kept, becomes) => {
    await actor.yom({ channel: 'SALESMAN' });
    const id = await task({ scheduledAt: '2026-01-01T00:00:00.000Z' });
    await actor.untilStatus(id, 'DISPATCHED');
    const body = { activity_id: id, status, task_result: { result: 'SALE', comment: 'two boxes' } };
    const answer = await actor.request('POST', '/api/integration/activity-results/tasks', { key, body });
    expect(answer).toMatchObject({
      status: 201,
      body: { status: kept, taskResult: { result: 'SALE', comment: 'two boxes' } },
    });
    expect(await actor.get(id)).toMatchObject({ status: becomes });
  });

  it('refuses the status words of the other endpoint', async () => {
    const body = { commerceExternalId: 'STORE-1', status: 'COMPLETED' };
    const answer = await actor.request('POST', '/api/integration/activity-results/tasks', { key, body });
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'status' }] } });
  });

  it('lists the active result types', async () => {
    for (const [code, isActive] of [
      ['B', true],
      ['OFF', false],
      ['A', true],
    ] as const) {
      const body = { code, label: code, isActive };
      await actor.request('POST', '/api/activity-config/result-types', { key, body });
    }
    const { body } = await actor.request('GET', '/api/integration/task-result-type-configs', { key });
    expect(body).toMatchObject({ data: [{ code: 'A' }, { code: 'B' }], meta: { total: 2 } });
  });

  it('is for keys of a tenant: the platform key gets a 403 that says so, a key without the permission one as well', async () => {
    for (const path of [tasks, '/api/integration/task-result-type-configs']) {
      const refused = await actor.request('GET', path);
      expect(refused).toMatchObject({
        status: 403,
        body: { code: 'FORBIDDEN', message: expect.stringContaining('not the platform key') as string },
      });
      const weak = await actor.tenant.key('MANAGE_ROUTES');
      expect((await actor.request('GET', path, { key: weak })).status).toBe(403);
    }
  });
});
