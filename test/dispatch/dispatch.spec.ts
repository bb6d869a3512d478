import fs from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';

describe('dispatching', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await Scenario.start();
  });
  afterAll(() => scenario.close());
  beforeEach(() => scenario.sink.requests.splice(0));

  it('takes a message from creation to its result', async () => {
    const actor = await scenario.tenant();
    const configId = await actor.yom();
    const { id } = await actor.create({ attributes: [{ key: 'discount', value: '15%' }], metadata: { campaign: 'x' } });
    const dispatched = await actor.untilStatus(id, 'DISPATCHED');
    expect(dispatched).toMatchObject({ dispatchAttemptCount: 1, dispatchConfigId: configId, lastError: null });
    expect(dispatched.providerActivityId).toEqual(expect.any(String));

    expect((await actor.result({ providerActivityId: dispatched.providerActivityId })).status).toBe(201);
    expect(await actor.get(id)).toMatchObject({ status: 'COMPLETED', finishedAt: expect.any(String) as string });
    expect(await actor.transitions(id)).toEqual(['– → READY', 'READY → DISPATCHED', 'DISPATCHED → COMPLETED']);
  });

  it('calls YOM with its key, the activity id as Idempotency-Key, and payload v1', async () => {
    const actor = await scenario.tenant();
    await actor.yom({ channel: 'SALESMAN' });
    const { id } = await actor.create({
      type: 'TASK',
      channel: 'SALESMAN',
      assignedRouteId: actor.routeId,
      assignedOperatorId: actor.operatorId,
      attributeKeys: ['commerce_info.externalId'],
      idempotencyKey: 'my-key',
    });
    const [request] = await scenario.sink.waitForRequests(1);
    expect(request).toMatchObject({ method: 'POST', path: '/activities' });
    expect(request?.headers).toMatchObject({ 'x-api-key': 'yom-secret-key', 'idempotency-key': id });
    expect(request?.json).toMatchObject({
      id,
      idempotencyKey: 'my-key',
      attempt: 1,
      commerce: {
        externalId: 'STORE-1',
        targetUsers: [{ firstName: 'Ana', contacts: [{ type: 'WHATSAPP' }, { type: 'EMAIL' }] }],
      },
      operator: { externalId: 'OP-1' },
      route: { externalId: 'R-1' },
      attributes: { 'commerce_info.externalId': 'STORE-1' },
    });
    const schema = JSON.parse(
      fs.readFileSync(path.join(__dirname, '../../docs/payload-v1.schema.json'), 'utf8'),
    ) as object;
    const ajv = addFormats(new Ajv2020({ strict: false }));
    expect(ajv.validate(schema, request?.json) ? null : ajv.errors).toBeNull();
    await actor.untilStatus(id, 'DISPATCHED');
  });

  it('fails after three attempts, each on record', async () => {
    const actor = await scenario.tenant();
    await actor.yom();
    scenario.sink.answerNext({ status: 500, body: 'oops' }, { status: 500 }, { status: 500 });
    const { id } = await actor.create();
    const failed = await actor.untilStatus(id, 'FAILED');
    expect(failed).toMatchObject({ dispatchAttemptCount: 3, lastError: { code: 'PROVIDER_REJECTED' } });
    const attempts = await actor.attempts(id);
    expect(attempts.map(({ number, outcome, httpStatus }) => [number, outcome, httpStatus])).toEqual([
      [1, 'FAILURE', 500],
      [2, 'FAILURE', 500],
      [3, 'FAILURE', 500],
    ]);
    expect(attempts[0]?.responseBody).toBe('oops');
    expect(await actor.transitions(id)).toEqual(['– → READY', 'READY → FAILED']);
    const keys = scenario.sink.requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([id, id, id]);
  });

  it('is dispatched by the second attempt when the first failed', async () => {
    const actor = await scenario.tenant();
    await actor.yom();
    scenario.sink.answerNext({ status: 503 }, { status: 201, body: { data: { id: 'P-7' } } });
    const { id } = await actor.create();
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({
      dispatchAttemptCount: 2,
      providerActivityId: 'P-7',
      lastError: null,
    });
  });

  it('obeys Retry-After and says that it waits for a retry', async () => {
    const actor = await scenario.tenant();
    await actor.yom();
    scenario.sink.answerNext({ status: 429, headers: { 'retry-after': '1' } });
    const { id } = await actor.create();
    const waiting = await actor.until(
      id,
      ({ dispatchAttemptCount, nextAttemptAt }) => dispatchAttemptCount === 1 && nextAttemptAt !== null,
    );
    expect(waiting.waitingFor).toEqual({ reason: 'RETRY', until: waiting.nextAttemptAt, config: null });
    await actor.untilStatus(id, 'DISPATCHED');
    expect(scenario.sink.requests).toHaveLength(2);
  });

  it('counts a provider that hangs as a timeout, after which a result still proves that it arrived', async () => {
    const actor = await scenario.tenant();
    await actor.yom({ timeoutMs: 100, retry: { maxAttempts: 3, baseDelayMs: 60_000, maxDelayMs: 60_000 } });
    scenario.sink.answerNext('hang');
    const { id } = await actor.create();
    const waiting = await actor.until(id, ({ lastError }) => lastError !== null);
    expect(waiting).toMatchObject({ status: 'READY', lastError: { code: 'TIMEOUT' } });
    expect((await actor.result({ activityId: id, providerActivityId: 'late-1' })).status).toBe(201);
    expect(await actor.transitions(id)).toEqual(['– → READY', 'READY → DISPATCHED', 'DISPATCHED → COMPLETED']);
    expect(await actor.get(id)).toMatchObject({ providerActivityId: 'late-1', lastError: null });
  });

  it('fails with its own code where there is no config', async () => {
    const actor = await scenario.tenant();
    const { id } = await actor.create({ channel: 'SALESMAN' });
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({
      dispatchAttemptCount: 3,
      lastError: { code: 'NO_DISPATCH_CONFIG' },
    });
  });

  it('fails with its own code, and without a call, where credentials do not decrypt', async () => {
    const actor = await scenario.tenant();
    const configId = await actor.yom();
    const other = await scenario.tenant();
    // Another tenant's envelope is intact, and bound to what it was sealed for.
    await execute(
      scenario.api,
      'UPDATE dispatch_configs SET credentials = (SELECT credentials FROM dispatch_configs WHERE id = $2) WHERE id = $1',
      [configId, await other.yom()],
    );
    const { id } = await actor.create();
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({ lastError: { code: 'CREDENTIALS_UNREADABLE' } });
    expect(scenario.sink.requests).toHaveLength(0);
  });

  it('waits for its schedule, and says so', async () => {
    const actor = await scenario.tenant();
    await actor.yom();
    const scheduledAt = new Date(Date.now() + 700).toISOString();
    const { id } = await actor.create({ scheduledAt });
    expect((await actor.get(id)).waitingFor).toEqual({ reason: 'SCHEDULE', until: scheduledAt, config: null });
    const [request] = await scenario.sink.waitForRequests(1);
    expect(request?.headers['idempotency-key']).toBe(id);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(scheduledAt));
    await actor.untilStatus(id, 'DISPATCHED');
  });

  it('sends the higher score first among due activities', async () => {
    const actor = await scenario.tenant();
    // One call at a time, so that they arrive in the order in which they start.
    const configId = await actor.yom({ isActive: false, limits: { maxConcurrent: 1 } });
    for (const score of [1, 5, 3]) await actor.create({ score });
    await actor.request('PATCH', `/api/dispatch-configs/${configId}`, { body: { isActive: true } });
    const requests = await scenario.sink.waitForRequests(3);
    expect(requests.map(({ json }) => (json as { score: number }).score)).toEqual([5, 3, 1]);
  });

  it('holds work of a paused config without using attempts, and sends it on resume', async () => {
    const actor = await scenario.tenant();
    const configId = await actor.yom({ isActive: false });
    const { id } = await actor.create();
    expect((await actor.get(id)).waitingFor).toMatchObject({
      reason: 'PROVIDER_PAUSED',
      until: null,
      config: { id: configId },
    });
    const { status } = await actor.request('POST', `/api/activities/${id}/dispatch`);
    expect(status).toBe(409);
    expect(await actor.get(id)).toMatchObject({ status: 'READY', dispatchAttemptCount: 0 });
    await actor.request('PATCH', `/api/dispatch-configs/${configId}`, { body: { isActive: true } });
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({ dispatchAttemptCount: 1 });
  });

  it('says of what does not wait at all that it is over, and not that its config is paused', async () => {
    const actor = await scenario.tenant();
    await actor.yom({ isActive: false });
    const { id } = await actor.create();
    await actor.request('PATCH', `/api/activities/${id}/cancel`);
    const { status, body } = await actor.request('POST', `/api/activities/${id}/dispatch`);
    expect([status, body]).toMatchObject([409, { code: 'INVALID_TRANSITION' }]);
  });

  it('holds work of a paused tenant, and sends it on resume', async () => {
    const actor = await scenario.tenant();
    await actor.yom();
    await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body: { status: 'PAUSED' } });
    const { id } = await actor.create();
    expect((await actor.get(id)).waitingFor).toEqual({ reason: 'TENANT_PAUSED', until: null, config: null });
    await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body: { status: 'ACTIVE' } });
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({ dispatchAttemptCount: 1 });
  });
});
