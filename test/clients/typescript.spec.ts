import { randomUUID } from 'node:crypto';
import type { ActionOutcome, ErrandClient, ErrandError } from '../../clients/typescript/src/index.js';
import { Gateway } from '../gateway/gateway';
import { Scenario } from '../support/scenario';
import { tenantPermissions } from '../support/tenants';
import { installClient, type InstalledClient, installMs } from './installed-client';

let installed: InstalledClient;
let scenario: Scenario;
let gateway: Gateway;
let apiKey: string;
let errand: ErrandClient;

beforeAll(async () => {
  installed = await installClient();
  scenario = await Scenario.start(1);
}, installMs);
afterAll(async () => {
  await scenario.close();
  installed.remove();
});
beforeEach(async () => {
  await scenario.freshSink();
  scenario.sink.answerWith(() => ({ body: { id: 'p-1' } }));
  gateway = await Gateway.open(scenario);
  apiKey = await gateway.actor.tenant.key(...tenantPermissions);
  errand = new installed.module.ErrandClient({ baseUrl: `${scenario.api.url}/`, apiKey, namespace: 'notifications' });
});

const action = (actionType: string, fields: object = {}) => ({ provider: 'email', actionType, ...fields });
const reminder = (fields: object = {}) => action('reminder', { delaySeconds: 3600, ...fields });
const executed = { type: 'executed', status: 'success', body: { id: 'p-1' }, headers: {} };

async function schedule(fields: object = {}): Promise<Extract<ActionOutcome, { type: 'scheduled' }>> {
  const outcome = await errand.dispatch(reminder(fields));
  if (outcome.type !== 'scheduled') throw new Error(outcome.type);
  return outcome;
}

describe('an action dispatched by the TypeScript client', () => {
  it('has an outcome of its own type', async () => {
    await gateway.actor.yom({ name: 'backup', channel: 'EMAIL' });
    await gateway.rules(`rules:
  - { name: late, condition: { field: action.action_type, eq: late }, action: { type: schedule, delay_seconds: 60 } }
  - { name: spam, condition: { field: action.action_type, eq: spam }, action: { type: suppress } }
  - { name: few, condition: { field: action.action_type, eq: few }, action: { type: throttle, max_count: 1, window_seconds: 60 } }
  - { name: one, condition: { field: action.action_type, eq: one }, action: { type: deduplicate, ttl_seconds: 60 } }
  - { name: other, condition: { field: action.metadata.urgent, eq: true }, action: { type: reroute, target_provider: backup } }
`);
    expect(await errand.dispatch(action('plain'))).toEqual(executed);
    const late = await errand.dispatch(action('late'));
    expect(late).toEqual({
      type: 'scheduled',
      actionId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      scheduledFor: expect.any(Date) as Date,
      warning: null,
    });
    expect(late.type === 'scheduled' && late.scheduledFor.getTime()).toBeGreaterThan(Date.now() + 50_000);
    expect(await errand.dispatch(action('spam'))).toEqual({ type: 'suppressed', rule: 'spam' });
    expect(await errand.dispatch(action('few'))).toEqual(executed);
    const throttled = await errand.dispatch(action('few'));
    expect(throttled).toEqual({ type: 'throttled', retryAfterSeconds: expect.any(Number) as number });
    expect(throttled.type === 'throttled' && throttled.retryAfterSeconds).toBeGreaterThan(30);
    expect(await errand.dispatch(action('one', { dedupKey: 'd' }))).toEqual(executed);
    expect(await errand.dispatch(action('one', { dedupKey: 'd' }))).toEqual({ type: 'deduplicated' });
    expect(await errand.dispatch(action('plain', { metadata: { urgent: true } }))).toEqual({
      ...executed,
      type: 'rerouted',
      originalProvider: 'email',
      newProvider: 'backup',
    });
    expect(await errand.dispatch({ ...action('plain'), provider: 'pigeon' })).toEqual({
      type: 'failed',
      code: 'PROVIDER_NOT_FOUND',
      message: expect.stringContaining('pigeon') as string,
      retryable: false,
      attempts: 0,
    });
    expect(await errand.dispatch(action('late'), { dryRun: true })).toEqual({
      type: 'dry_run',
      verdict: 'schedule',
      matchedRule: 'late',
      wouldBeProvider: 'email',
      scheduledFor: expect.any(Date) as Date,
    });
  });

  it('carries every field, and an id even if it was given none', async () => {
    const scheduledFor = new Date(Date.now() + 60_000);
    const fields = { payload: [1], metadata: { a: 'b' }, scheduledAt: scheduledFor, delaySeconds: undefined };
    const { actionId } = await schedule({
      ...fields,
      namespace: 'own',
      dedupKey: 'd',
      tenant: gateway.actor.tenant.id,
    });
    const stored = { payload: [1], metadata: { a: 'b' }, scheduledFor, namespace: 'own', dedupKey: 'd' };
    expect(await errand.scheduled.get(actionId)).toMatchObject({ ...stored, id: expect.any(String) as string });
    const other = await schedule({ id: 'mine', commerceExternalId: 'STORE-1' });
    expect(await errand.scheduled.get(other.actionId)).toMatchObject({ id: 'mine', namespace: 'notifications' });
    expect(await gateway.actor.get(other.actionId)).toMatchObject({
      commerceAssignment: { commerceId: gateway.actor.commerceId },
    });
  });

  it('is one of a batch, whose order is kept and whose bad ones are errors', async () => {
    const actions = [action('plain'), reminder(), { ...action(''), provider: '' }, action('plain')];
    const items = await errand.dispatchBatch(actions);
    expect(items.map(({ type }) => type)).toEqual(['executed', 'scheduled', 'error', 'executed']);
    expect(items[2]).toMatchObject({ error: { code: 'VALIDATION_FAILED', retryable: false } });
    expect(items[2]?.type === 'error' && items[2].error).toBeInstanceOf(installed.module.ErrandError);
    const dry = await errand.dispatchBatch(actions.slice(0, 1), { dryRun: true });
    expect(dry).toMatchObject([{ type: 'dry_run', scheduledFor: null }]);
  });
});

describe('scheduled actions by the TypeScript client', () => {
  it('are listed, read, put off and fired', async () => {
    const { actionId, scheduledFor } = await schedule({ id: 'mine' });
    await schedule();
    expect(await errand.scheduled.get(actionId)).toEqual({
      actionId,
      id: 'mine',
      namespace: 'notifications',
      provider: 'email',
      actionType: 'reminder',
      payload: null,
      metadata: {},
      dedupKey: null,
      status: 'scheduled',
      scheduledFor,
      matchedRule: null,
      verdict: expect.any(String) as string,
      createdAt: expect.any(Date) as Date,
      dispatchedAt: null,
      attempts: 0,
      lastError: null,
    });
    const later = new Date(Date.now() + 7_200_000);
    expect(await errand.scheduled.reschedule(actionId, later)).toMatchObject({ actionId, scheduledFor: later });
    const after = { status: ['scheduled' as const, 'retrying' as const], scheduledFrom: new Date(later.getTime() - 1) };
    expect((await errand.scheduled.list({ ...after, actionType: 'reminder' })).data).toMatchObject([{ actionId }]);
    const first = await errand.scheduled.list({ perPage: 1 });
    const second = await errand.scheduled.list({ perPage: 1, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ data: [{ actionId }], nextCursor: null });
    expect(await errand.scheduled.fire(actionId)).toEqual(executed);
    expect(await errand.scheduled.get(actionId)).toMatchObject({ status: 'executed', attempts: 1 });
  });

  it('are canceled, any number of times, unless they were sent', async () => {
    const { actionId } = await schedule();
    expect(await errand.scheduled.cancel(actionId)).toMatchObject({ actionId, status: 'canceled' });
    expect(await errand.scheduled.cancel(actionId)).toMatchObject({ actionId, status: 'canceled' });
    const sent = await schedule();
    await errand.scheduled.fire(sent.actionId);
    await expect(errand.scheduled.cancel(sent.actionId)).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
  });
});

describe('an error of the TypeScript client', () => {
  const errorOf = async (call: Promise<unknown>) => call.then(fail, (error: ErrandError) => error);
  const fail = () => Promise.reject(new Error('it was answered'));

  it('says what Errand says', async () => {
    const error = await errorOf(errand.dispatch({ ...action('x'), delaySeconds: 0 }));
    expect(error).toBeInstanceOf(installed.module.ErrandError);
    expect(error).toMatchObject({
      status: 400,
      code: 'VALIDATION_FAILED',
      message: expect.stringContaining('delay_seconds') as string,
      retryable: false,
      details: [{ field: 'delay_seconds', message: expect.any(String) as string }],
      requestId: expect.stringMatching(/./) as string,
      retryAfterSeconds: null,
    });
    expect(await errorOf(errand.scheduled.get(randomUUID()))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    const stranger = new installed.module.ErrandClient({ baseUrl: scenario.api.url, apiKey: 'erk_unknown' });
    expect(await errorOf(stranger.scheduled.list())).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('says of a limit when to come back', async () => {
    const config = { name: 'one-at-a-time', limits: { maxConcurrent: 1 } };
    await gateway.actor.yom(config);
    const [first, second] = [await schedule({ provider: config.name }), await schedule({ provider: config.name })];
    let answer = () => {};
    scenario.sink.answerWith(() => new Promise((resolve) => (answer = () => resolve({ body: { id: 'p-1' } }))));
    const firing = errand.scheduled.fire(first.actionId);
    await scenario.sink.waitForRequests(1);
    const retry = { attempts: 1 };
    const hasty = new installed.module.ErrandClient({ baseUrl: scenario.api.url, apiKey, retry });
    const refused = await errorOf(hasty.scheduled.fire(second.actionId));
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 1 });
    answer();
    expect(await firing).toEqual(executed);
  });
});

describe('the REST API by the TypeScript client', () => {
  it('takes an activity and its result', async () => {
    const { commerceId } = gateway.actor;
    const scheduledAt = '2026-01-01T00:00:00.000Z';
    const idempotencyKey = randomUUID();
    const made = await errand.rest.POST('/api/activities', {
      body: { type: 'MESSAGE', channel: 'WHATSAPP', reason: 'visit', commerceId, idempotencyKey, scheduledAt },
    });
    const id = made.data?.id ?? '';
    await gateway.actor.untilStatus(id, 'DISPATCHED');
    const result = await errand.rest.POST('/api/activity-results', {
      body: { activityId: id, status: 'COMPLETED', occurredAt: '2026-01-02T00:00:00.000Z' },
    });
    expect(result.response.status).toBe(201);
    const { data } = await errand.rest.GET('/api/activities/{id}', { params: { path: { id } } });
    expect(data).toMatchObject({ id, status: 'COMPLETED', idempotencyKey });
    const query = { status: ['COMPLETED' as const, 'FAILED' as const], perPage: 1 };
    const list = await errand.rest.GET('/api/activities', { params: { query } });
    expect(list.data?.data.map((activity) => activity.id)).toEqual([id]);
    const unknown = await errand.rest.GET('/api/activities/{id}', { params: { path: { id: randomUUID() } } });
    expect(unknown.error?.code).toBe('NOT_FOUND');
  });

  it('is any tenant’s with the platform key', async () => {
    const { id: tenant } = gateway.actor.tenant;
    const { url: baseUrl, adminKey } = scenario.api;
    const platform = new installed.module.ErrandClient({ baseUrl, apiKey: adminKey, tenant });
    expect((await platform.rest.GET('/api/tenants/me')).data).toMatchObject({ id: tenant });
    expect(await platform.dispatch(action('plain'))).toEqual(executed);
  });
});
