import type { ErrandClient, NewRecurringAction } from '../../clients/typescript/src/index.js';
import { Gateway } from '../gateway/gateway';
import { Scenario } from '../support/scenario';
import { tenantPermissions } from '../support/tenants';
import { installClient, installMs, type InstalledClient } from './installed-client';

let installed: InstalledClient;
let scenario: Scenario;
let gateway: Gateway;
let errand: ErrandClient;

beforeAll(async () => {
  installed = await installClient();
  scenario = await Scenario.start(0);
}, installMs);
afterAll(async () => {
  await scenario.close();
  installed.remove();
});
beforeEach(async () => {
  gateway = await Gateway.open(scenario);
  const apiKey = await gateway.actor.tenant.key(...tenantPermissions);
  errand = new installed.module.ErrandClient({ baseUrl: scenario.api.url, apiKey, namespace: 'notifications' });
});

const yearly: NewRecurringAction = { provider: 'email', actionType: 'greet', cronExpression: '0 0 1 1 *' };
const nextYear = new Date().getUTCFullYear() + 1;
const newYear = new Date(Date.UTC(nextYear, 0, 1));
const anyDate = expect.any(Date) as Date;

describe('recurring actions by the TypeScript client', () => {
  it('have what they were made with, and a time of their own', async () => {
    const endsAt = new Date(Date.UTC(nextYear + 1, 0, 1));
    const said: NewRecurringAction = {
      ...{ ...yearly, name: 'n', description: 'd', labels: { a_b: 1 }, timezone: 'UTC', endsAt, maxExecutions: 3 },
      ...{ overlapPolicy: 'skip', missedPolicy: 'fire_all', enabled: true, dedupKey: 'k-{{execution_time}}' },
      ...{ payload: { to_whom: 'ana' }, metadata: { b_c: 2 }, commerceExternalId: 'STORE-1' },
    };
    const created = await errand.recurring.create(said);
    expect(created).toEqual({
      ...said,
      ...{ id: expect.any(String) as string, namespace: 'notifications', tenant: created.tenant, commerceId: null },
      ...{ status: 'active', nextExecutionAt: newYear, lastExecutedAt: null, executionCount: 0 },
      ...{ createdAt: anyDate, updatedAt: anyDate, dispatching: true, warning: null },
    });
    expect(await errand.recurring.get(created.id)).toEqual(created);
  });

  it('are listed, newest first', async () => {
    const [first, second] = [await errand.recurring.create(yearly), await errand.recurring.create(yearly)];
    expect(await errand.recurring.list()).toEqual({ data: [second, first], count: 2 });
    expect(await errand.recurring.list({ limit: 1, offset: 1 })).toEqual({ data: [first], count: 2 });
    expect(await errand.recurring.list({ status: 'paused' })).toEqual({ data: [], count: 0 });
    expect(await errand.recurring.list({ namespace: 'other' })).toEqual({ data: [], count: 0 });
  });

  it('are changed, paused, resumed and deleted', async () => {
    const { id } = await errand.recurring.create({ ...yearly, name: 'n' });
    expect(await errand.recurring.update(id, { name: null, cronExpression: '0 0 2 1 *' })).toMatchObject({
      ...{ name: null, cronExpression: '0 0 2 1 *', actionType: 'greet' },
    });
    expect(await errand.recurring.pause(id)).toMatchObject({ status: 'paused', enabled: false, nextExecutionAt: null });
    await expect(errand.recurring.pause(id)).rejects.toMatchObject({ status: 409, code: 'INVALID_STATE' });
    expect(await errand.recurring.resume(id)).toMatchObject({ status: 'active', nextExecutionAt: anyDate });
    await errand.recurring.delete(id);
    await expect(errand.recurring.get(id)).rejects.toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('are done for times of the past, each once, and tell what became of each', async () => {
    const { id } = await errand.recurring.create(yearly);
    const [from, to] = [new Date('2020-01-01T00:00:00Z'), new Date('2022-01-01T00:00:00Z')];
    const between = new Date('2021-01-01T00:00:00Z');
    const fired = { kind: 'backfill', status: 'fired', reason: null, createdAt: anyDate };
    const activityId = expect.any(String) as string;
    expect(await errand.recurring.backfill(id, { from, to, limit: 2 })).toEqual({
      ...{ created: 2, existing: 0, nextFrom: to },
      occurrences: [from, between].map((scheduledFor) => ({ ...fired, scheduledFor, activityId })),
    });
    expect(await errand.recurring.backfill(id, { from: from.toISOString(), to })).toMatchObject({
      ...{ created: 1, existing: 2, nextFrom: null, occurrences: [{ scheduledFor: to }] },
    });
    const { data, count } = await errand.recurring.occurrences(id, { limit: 2, offset: 1 });
    expect(count).toBe(3);
    expect(data).toEqual(
      [between, from].map((scheduledFor) => ({ ...fired, scheduledFor, activityId, activityStatus: 'READY' })),
    );
  });
});
