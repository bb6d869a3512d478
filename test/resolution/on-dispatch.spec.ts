import type { Settings } from '@errand/config';
import { Database } from '@errand/database';
import type { InProcess } from '../support/in-process';
import { startDispatcher } from '../support/dispatcher';
import { eventually } from '../support/eventually';
import { type Actor, type ActivityBody, Scenario } from '../support/scenario';
import { killRemainingProcesses, startProcess } from '../support/processes';
import type { SinkRequest } from '../support/sink';
import { execute } from '../support/sql';

interface Payload {
  id: string;
  attributes: Record<string, unknown>;
  commerce: { targetUsers: { firstName: string }[] };
}

const config = '/api/activity-config';

const payloads = (requests: SinkRequest[]) =>
  requests.filter(({ path }) => path === '/activities').map(({ json }) => json as Payload);

describe('what is found when an activity is sent', () => {
  let scenario: Scenario;
  let actor: Actor;
  let configId: string;
  let dispatcher: InProcess | undefined;

  beforeEach(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
    configId = await actor.yom();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await killRemainingProcesses();
    await dispatcher?.close();
    dispatcher = undefined;
    await scenario.close();
  });

  const dispatch = async (overrides: Partial<Settings> = {}) => {
    dispatcher = await startDispatcher({ ...overrides, databaseUrl: scenario.api.settings.databaseUrl });
    return dispatcher;
  };
  const policy = async (key: string, fields: object = {}) => {
    const body = { key, strategy: 'ON_DISPATCH', resolver: 'INTERNAL_SERVICE', ...fields };
    expect((await actor.request('POST', `${config}/attribute-policies`, { body })).status).toBe(200);
  };
  const targetsOnDispatch = async (criteria: object[] = []) => {
    const body = { strategy: 'ON_DISPATCH', criteria };
    expect((await actor.request('POST', `${config}/target-resolution`, { body })).status).toBe(201);
  };
  const targetsOf = async (id: string) =>
    (await actor.request<{ data: object[] }>('GET', `/api/activities/${id}/target-users`)).body.data;

  it('is PENDING until then, and is what it is then', async () => {
    await policy('commerce_info.name');
    await targetsOnDispatch();
    const made = await actor.create({ attributeKeys: ['commerce_info.name'] });
    expect(made).toMatchObject({
      status: 'READY',
      attributes: [{ key: 'commerce_info.name', value: null, resolutionStatus: 'PENDING' }],
    });
    expect(await targetsOf(made.id)).toMatchObject([{ commerceUserId: null, resolutionStatus: 'PENDING' }]);

    await actor.request('PATCH', `/api/commerces/${actor.commerceId}`, { body: { name: 'Renamed' } });
    await dispatch();
    const sent = await actor.untilStatus(made.id, 'DISPATCHED');
    expect(sent).toMatchObject({ dispatchAttemptCount: 1, attributes: [{ resolutionStatus: 'RESOLVED' }] });
    expect(payloads(scenario.sink.requests)).toMatchObject([
      { attributes: { 'commerce_info.name': 'Renamed' }, commerce: { targetUsers: [{ firstName: 'Ana' }] } },
    ]);
    expect(await targetsOf(made.id)).toMatchObject([{ resolutionStatus: 'RESOLVED', lockReason: 'FALLBACK_OWNER' }]);
  });

  it('makes the activity UNRESOLVED when it is not to be had, and a retry sends it', async () => {
    await policy('operator_info');
    const { id } = await actor.create({ attributeKeys: ['operator_info'] });
    await dispatch();
    const failed = await actor.untilStatus(id, 'UNRESOLVED');
    expect(failed).toMatchObject({
      ...{ dispatchAttemptCount: 0, nextAttemptAt: null },
      lastError: {
        code: 'ATTRIBUTE_UNRESOLVED',
        message: 'operator_info: internal service operator_info has no value',
      },
    });
    expect(await actor.transitions(id)).toEqual(['– → READY', 'READY → UNRESOLVED']);
    expect((await actor.events(id)).map(({ trigger }) => trigger)).toEqual(['CREATED', 'RESOLUTION_FAILED']);
    expect(await actor.attempts(id)).toEqual([]);

    const again = await actor.request<ActivityBody>('PATCH', `/api/activities/${id}/retry-resolution`);
    expect(again).toMatchObject({ status: 200, body: { status: 'UNRESOLVED' } });
    await policy('operator_info', { fallback: 'nobody' });
    await actor.request('PATCH', `/api/activities/${id}/retry-resolution`);
    await actor.untilStatus(id, 'DISPATCHED');
    expect(payloads(scenario.sink.requests)).toMatchObject([{ id, attributes: { operator_info: 'nobody' } }]);
  });

  it('fails for a target whom nobody fits, and takes one assigned by hand', async () => {
    await targetsOnDispatch();
    const { body: store } = await actor.request<{ id: string; users: { id: string }[] }>('POST', '/api/commerces', {
      body: {
        ...{ externalId: 'EMPTY', name: 'Empty' },
        users: [{ firstName: 'Otto', roles: ['OTHER'], contacts: [{ type: 'PHONE', value: '+56922223333' }] }],
      },
    });
    const { id } = await actor.create({ commerceId: store.id });
    await dispatch();
    const failed = await actor.untilStatus(id, 'UNRESOLVED');
    expect(failed.lastError).toMatchObject({ code: 'TARGET_UNRESOLVED' });
    const [target] = failed.targetUsers as { id: string }[];
    await actor.request('PATCH', `/api/activities/${id}/target-users/${target?.id}/resolve`, {
      body: { commerceUserId: store.users[0]?.id },
    });
    await actor.request('PATCH', `/api/activities/${id}/retry-resolution`);
    await actor.untilStatus(id, 'DISPATCHED');
    expect(payloads(scenario.sink.requests)).toMatchObject([{ commerce: { targetUsers: [{ firstName: 'Otto' }] } }]);
  });

  it('stays to be found when something else is tried again', async () => {
    await policy('commerce_info');
    await targetsOnDispatch();
    const { id, status } = await actor.create({ attributeKeys: ['commerce_info', 'weather'] });
    expect(status).toBe('UNRESOLVED');
    await policy('weather', { resolver: 'CALLER_PROVIDED', strategy: 'CALLER_PROVIDED', fallback: 'fine' });
    const retried = await actor.request<ActivityBody>('PATCH', `/api/activities/${id}/retry-resolution`);
    expect(retried.body).toMatchObject({
      status: 'READY',
      attributes: [
        { key: 'commerce_info', resolutionStatus: 'PENDING' },
        { key: 'weather', resolutionStatus: 'FALLBACK' },
      ],
    });
    await dispatch();
    await actor.untilStatus(id, 'DISPATCHED');
  });

  it('is what it is when it is sent after a retry as well, but for what the retry itself had to find', async () => {
    await policy('commerce_info.name');
    await policy('last_result.comment', { fallback: 'none' });
    await policy('operator_info');
    const { id } = await actor.create({
      attributeKeys: ['commerce_info.name', 'last_result.comment', 'operator_info'],
    });
    expect((await actor.request('POST', `/api/activities/${id}/dispatch`)).status).toBe(409);
    await policy('operator_info', { fallback: 'nobody' });
    const retried = await actor.request<ActivityBody>('PATCH', `/api/activities/${id}/retry-resolution`);
    expect(retried.body).toMatchObject({
      status: 'READY',
      attributes: [
        { key: 'commerce_info.name', value: null, resolutionStatus: 'PENDING' },
        { key: 'last_result.comment', value: null, resolutionStatus: 'PENDING' },
        { key: 'operator_info', value: 'nobody', resolutionStatus: 'FALLBACK' },
      ],
    });
    await actor.request('PATCH', `/api/commerces/${actor.commerceId}`, { body: { name: 'Renamed' } });
    expect((await actor.request('POST', `/api/activities/${id}/dispatch`)).status).toBe(200);
    expect(payloads(scenario.sink.requests)).toMatchObject([
      { attributes: { 'commerce_info.name': 'Renamed', 'last_result.comment': 'none', operator_info: 'nobody' } },
    ]);
  });

  it('is found before “send now” answers, which says so when it is not', async () => {
    await policy('commerce_info.name');
    await policy('operator_info');
    const good = await actor.create({ attributeKeys: ['commerce_info.name'] });
    const sent = await actor.request('POST', `/api/activities/${good.id}/dispatch`);
    expect(sent).toMatchObject({ status: 200, body: { number: 1, outcome: 'SUCCESS' } });
    expect(payloads(scenario.sink.requests)).toMatchObject([{ attributes: { 'commerce_info.name': 'Corner Store' } }]);

    const bad = await actor.create({ attributeKeys: ['operator_info'] });
    const refused = await actor.request('POST', `/api/activities/${bad.id}/dispatch`);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'RESOLUTION_FAILED', details: { lastError: { code: 'ATTRIBUTE_UNRESOLVED' } } },
    });
    expect(await actor.get(bad.id)).toMatchObject({ status: 'UNRESOLVED', dispatchAttemptCount: 0 });
  });

  it('keeps nothing else of the same claim waiting', async () => {
    const hook = { url: `${scenario.sink.url}/hook`, timeoutMs: 20_000 };
    await policy('credit', { resolver: 'CLIENT_HOOK', hook });
    let answer: (() => void) | undefined;
    scenario.sink.answerWith(({ path, json }) => {
      if (path !== '/hook') return { body: { id: 'p' } };
      const { items } = json as { items: { activityId: string; key: string }[] };
      return new Promise((resolve) => {
        answer = () => resolve({ body: { items: items.map((item) => ({ ...item, value: 7 })) } });
      });
    });
    const slow = await actor.create({ attributeKeys: ['credit'] });
    const quick = await actor.create();
    await dispatch();
    await actor.untilStatus(quick.id, 'DISPATCHED');
    expect(await actor.get(slow.id)).toMatchObject({ status: 'READY', waitingFor: { reason: 'IN_FLIGHT' } });
    answer?.();
    await actor.untilStatus(slow.id, 'DISPATCHED');
    expect(payloads(scenario.sink.requests).map(({ id }) => id)).toEqual([quick.id, slow.id]);
  });

  it('is found for what is claimed ahead of its time as well, which is sent at that time', async () => {
    await policy('commerce_info.name');
    await dispatch();
    const at = Date.now() + 700;
    await actor.create({ scheduledAt: new Date(at).toISOString(), attributeKeys: ['commerce_info.name'] });
    await scenario.sink.waitForRequests(1);
    expect(Date.now()).toBeGreaterThanOrEqual(at);
    expect(payloads(scenario.sink.requests)).toMatchObject([{ attributes: { 'commerce_info.name': 'Corner Store' } }]);
  });

  it('is found for the probe of a provider that is down, too', async () => {
    await policy('commerce_info.name');
    let isDown = true;
    scenario.sink.answerWith(() => (isDown ? { status: 503 } : { body: { id: 'p' } }));
    await actor.request('PATCH', `/api/dispatch-configs/${configId}`, {
      body: { retry: { maxAttempts: 2, baseDelayMs: 1, maxDelayMs: 5 } },
    });
    await dispatch({ breakerFailureThreshold: 2, breakerProbeBaseMs: 50, breakerProbeMaxMs: 100 });
    await actor.create();
    // Before that is known, its two attempts could both be made as those of any other.
    await eventually(
      () => execute(scenario.api, 'SELECT 1 FROM dispatch_config_outages WHERE dispatch_config_id = $1', [configId]),
      (open) => open.length > 0,
    );
    const { id } = await actor.create({ attributeKeys: ['commerce_info.name'] });
    await scenario.sink.waitForRequests(6);
    isDown = false;
    await actor.untilStatus(id, 'DISPATCHED');
    expect(payloads(scenario.sink.requests).at(-1)?.attributes).toEqual({ 'commerce_info.name': 'Corner Store' });
  });

  it('uses none of the provider’s concurrency while a hook is asked', async () => {
    await actor.request('PATCH', `/api/dispatch-configs/${configId}`, { body: { limits: { maxConcurrent: 1 } } });
    await policy('credit', { resolver: 'CLIENT_HOOK', hook: { url: `${scenario.sink.url}/hook`, timeoutMs: 60_000 } });
    scenario.sink.answerNext('hang');
    const slow = await actor.create({ attributeKeys: ['credit'] });
    await dispatch();
    await scenario.sink.waitForRequests(1);
    await actor.untilStatus((await actor.create()).id, 'DISPATCHED');
    expect(await actor.get(slow.id)).toMatchObject({ status: 'READY', dispatchAttemptCount: 1 });
  });

  it('is neither stored nor sent by a process that lost the activity meanwhile', async () => {
    await policy('credit', { resolver: 'CLIENT_HOOK', hook: { url: `${scenario.sink.url}/hook`, timeoutMs: 20_000 } });
    await policy('tier', { resolver: 'CLIENT_HOOK', hook: { url: `${scenario.sink.url}/hook`, timeoutMs: 20_000 } });
    const found = await actor.create({ attributeKeys: ['credit'] });
    const failed = await actor.create({ attributeKeys: ['tier'] });
    let answer: (() => void) | undefined;
    scenario.sink.answerWith(({ path }) => {
      if (path !== '/hook') return { body: { id: 'p' } };
      const items = [{ activityId: found.id, key: 'credit', value: 7 }];
      return new Promise((resolve) => (answer = () => resolve({ body: { items } })));
    });
    const running = await dispatch();
    await scenario.sink.waitForRequests(1);
    await execute(
      scenario.api,
      `UPDATE activities SET lease_token = gen_random_uuid(), next_attempt_at = now() + interval '1 hour'`,
    );
    const query = jest.spyOn(running.app.get(Database), 'query');
    answer?.();
    await eventually(
      async () => query.mock.calls.map(([{ name }]) => name),
      (names) => names.includes('settle-resolution'),
    );
    await Promise.all(query.mock.results.map(({ value }) => value as Promise<unknown>));
    for (const { id } of [found, failed]) {
      expect(await actor.get(id)).toMatchObject({
        ...{ status: 'READY', dispatchAttemptCount: 1, lastError: null, waitingFor: { reason: 'IN_FLIGHT' } },
        attributes: [{ value: null, resolutionStatus: 'PENDING' }],
      });
    }
    expect(payloads(scenario.sink.requests)).toEqual([]);
  });

  it('is found anew after a crash, which leaves nothing half-done', async () => {
    await policy('credit', { resolver: 'CLIENT_HOOK', hook: { url: `${scenario.sink.url}/hook`, timeoutMs: 60_000 } });
    await targetsOnDispatch();
    scenario.sink.answerNext('hang');
    const { id } = await actor.create({ attributeKeys: ['credit'] });
    const { databaseUrl = '' } = scenario.api.settings;
    const crashing = await startProcess('dispatcher', databaseUrl, { DISPATCH_LEASE_MS: '1000' });
    await scenario.sink.waitForRequests(1);
    await crashing.kill('SIGKILL');
    expect(await actor.get(id)).toMatchObject({
      attributes: [{ value: null, resolutionStatus: 'PENDING' }],
      targetUsers: [{ commerceUserId: null, resolutionStatus: 'PENDING' }],
    });

    scenario.sink.answerWith(({ path }) =>
      path === '/hook' ? { body: { items: [{ activityId: id, key: 'credit', value: 7 }] } } : { body: { id: 'p' } },
    );
    await dispatch();
    await actor.untilStatus(id, 'DISPATCHED');
    expect((await actor.attempts(id)).map(({ errorCode }) => errorCode)).toEqual(['LEASE_EXPIRED', null]);
    expect(payloads(scenario.sink.requests)).toMatchObject([{ attributes: { credit: 7 } }]);
    expect(await targetsOf(id)).toHaveLength(1);
  });

  it('goes back uncounted when the process stops while a hook is asked', async () => {
    await policy('credit', { resolver: 'CLIENT_HOOK', hook: { url: `${scenario.sink.url}/hook`, timeoutMs: 60_000 } });
    scenario.sink.answerNext('hang');
    const { id } = await actor.create({ attributeKeys: ['credit'] });
    const first = await dispatch();
    await scenario.sink.waitForRequests(1);
    await first.close();
    dispatcher = undefined;
    expect(await actor.get(id)).toMatchObject({
      ...{ status: 'READY', dispatchAttemptCount: 0, waitingFor: { reason: 'QUEUE' } },
      attributes: [{ resolutionStatus: 'PENDING' }],
    });
  });

  it('costs as many statements for fifty as for one, and none where nothing is PENDING', async () => {
    const own = ['find-attribute-policies', 'find-last-contacts', 'settle-resolution'];
    const { app } = await dispatch();
    const query = jest.spyOn(app.get(Database), 'query');
    const setStatus = async (status: string) =>
      scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body: { status } });
    const statementsOf = async (count: number, fields: object) => {
      await setStatus('PAUSED');
      const activities = Array.from({ length: count }, () => actor.message({ ...fields }));
      await actor.request('POST', '/api/activities/bulk', { body: { activities } });
      query.mockClear();
      await setStatus('ACTIVE');
      await scenario.sink.waitForRequests(count);
      scenario.sink.requests.splice(0);
      const names = query.mock.calls.map(([{ name }]) => name ?? '');
      return names.filter((name) => own.includes(name)).sort();
    };
    expect(await statementsOf(10, { attributeKeys: ['commerce_info.name'] })).toEqual([]);
    await policy('commerce_info.name');
    await targetsOnDispatch([{ type: 'LAST_CONTACTED_ALL_CHANNELS' }]);
    expect(await statementsOf(1, { attributeKeys: ['commerce_info.name'] })).toEqual(own);
    expect(await statementsOf(50, { attributeKeys: ['commerce_info.name'] })).toEqual(own);
  });
});
