import { randomUUID } from 'node:crypto';
import { createTenant } from '../support/tenants';
import { startDispatcher } from '../support/dispatcher';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { Gateway, type OutcomeBody, type ScheduledBody } from './gateway';

let scenario: Scenario;
let gateway: Gateway;

beforeAll(async () => {
  scenario = await Scenario.start(1);
});
afterAll(() => scenario.close());
beforeEach(async () => {
  await scenario.freshSink();
  gateway = await Gateway.open(scenario);
});

const later = { delay_seconds: 3600 };
const idOf = async (fields: object) => (await gateway.dispatch({ ...later, ...fields })).action_id ?? '';
const of = (id: string, rest = '') => `/v1/scheduled/${id}${rest}`;

interface Page {
  data: ScheduledBody[];
  meta: { total: number | null };
  nextCursor: string | null;
}
const list = async (query = '') => (await gateway.actor.request<Page>('GET', `/v1/scheduled?${query}`)).body;

describe('scheduled actions', () => {
  it('are listed, newest first, by what is asked for', async () => {
    const ids = [];
    for (const action_type of ['a', 'b', 'c']) ids.unshift(await idOf({ action_type, namespace: `n-${action_type}` }));
    await gateway.dispatch({ action_type: 'at once' });
    await gateway.actor.request('DELETE', of(ids[1] ?? ''));
    const found = async (query: string) => (await list(query)).data.map(({ action_id }) => action_id);
    expect(await found('')).toEqual(ids);
    expect(await found('status=scheduled')).toEqual([ids[0], ids[2]]);
    expect(await found('status=canceled,executed')).toEqual([ids[1]]);
    expect(await found('namespace=n-a')).toEqual([ids[2]]);
    expect(await found('action_type=c&provider=email')).toEqual([ids[0]]);
    expect(await found('provider=other')).toEqual([]);
    expect(await found(`scheduled_from=${new Date(Date.now() + 7_200_000).toISOString()}`)).toEqual([]);
    const first = await list('perPage=2');
    expect(first).toMatchObject({ meta: { total: 3 }, data: [{ action_id: ids[0] }, { action_id: ids[1] }] });
    expect(await found(`perPage=2&cursor=${first.nextCursor}`)).toEqual([ids[2]]);
  });

  it('say what was asked for, and which rule decided', async () => {
    await gateway.rule('{ type: schedule, delay_seconds: 60 }');
    const { action_id = '', scheduled_for } = await gateway.dispatch({
      id: 'mine',
      dedup_key: 'key',
      payload: ['x'],
      metadata: { labels: { a: 'b' } },
    });
    expect(await gateway.scheduled(action_id)).toEqual({
      action_id,
      id: 'mine',
      namespace: 'notifications',
      provider: 'email',
      action_type: 'act',
      payload: ['x'],
      metadata: { a: 'b' },
      dedup_key: 'key',
      status: 'scheduled',
      scheduled_for,
      matched_rule: 'r',
      verdict: 'schedule',
      created_at: expect.any(String) as string,
      dispatched_at: null,
      attempts: 0,
      last_error: null,
    });
  });

  it('can be put off or brought forward', async () => {
    const id = await idOf({});
    const at = new Date(Date.now() + 7_200_000).toISOString();
    const moved = await gateway.actor.request('PATCH', of(id), { body: { scheduled_for: at } });
    expect(moved).toMatchObject({ status: 200, body: { scheduled_for: at, status: 'scheduled' } });
    const tooFar = { scheduled_for: new Date(Date.now() + 700_000_000).toISOString() };
    expect(await gateway.actor.request('PATCH', of(id), { body: tooFar })).toMatchObject({ status: 400 });
    await gateway.actor.request('PATCH', of(id), { body: { scheduled_for: new Date().toISOString() } });
    await scenario.sink.waitForRequests(1);
    await gateway.actor.untilStatus(id, 'DISPATCHED');
    expect(await gateway.actor.request('PATCH', of(id), { body: { scheduled_for: at } })).toMatchObject({
      status: 409,
      body: { code: 'INVALID_TRANSITION', error: expect.any(String) as string, retryable: false },
    });
  });

  it('can be sent before their time, once, and the rules are not asked again', async () => {
    const fields = { id: randomUUID(), ...later };
    const id = await idOf(fields);
    await gateway.rule('{ type: deny }');
    scenario.sink.answerNext({ status: 500 }, { body: { id: 'p-1' } });
    const fired = await gateway.actor.request<OutcomeBody>('POST', of(id, '/fire'));
    expect(fired).toMatchObject({ status: 200, body: { Executed: { body: { id: 'p-1' } } } });
    expect(await gateway.actor.request('POST', of(id, '/fire'))).toMatchObject({ status: 409 });
    expect(await gateway.dispatch(fields)).toEqual(fired.body);
    expect(scenario.sink.requests).toHaveLength(2);
  });

  it('cannot be canceled, moved or sent again while they are sent', async () => {
    const id = await idOf({});
    let answer = () => {};
    scenario.sink.answerWith(() => new Promise((resolve) => (answer = () => resolve({ body: { id: 'p-2' } }))));
    const fired = gateway.actor.request<OutcomeBody>('POST', of(id, '/fire'));
    await scenario.sink.waitForRequests(1);
    expect(await gateway.scheduled(id)).toMatchObject({ attempts: 1 });
    const body = { scheduled_for: new Date().toISOString() };
    for (const [method, path, options] of [
      ['DELETE', of(id), {}],
      ['PATCH', of(id), { body }],
      ['POST', of(id, '/fire'), {}],
    ] as const) {
      expect(await gateway.actor.request(method, path, options)).toMatchObject({
        status: 409,
        body: { code: 'IN_FLIGHT', retryable: true },
      });
    }
    answer();
    expect((await fired).body).toHaveProperty('Executed');
    scenario.sink.answerWith(() => ({ body: { id: randomUUID() } }));
  });

  it('are either canceled or sent, whoever comes first', async () => {
    for (let n = 0; n < 10; n += 1) {
      scenario.sink.requests.length = 0;
      const id = await idOf({});
      const [cancel, fire] = await Promise.all([
        gateway.actor.request('DELETE', of(id)),
        gateway.actor.request<OutcomeBody>('POST', of(id, '/fire')),
      ]);
      expect([cancel.status, fire.status].sort()).toEqual([200, 409]);
      expect(scenario.sink.requests).toHaveLength(fire.status === 200 ? 1 : 0);
      const { status } = await gateway.scheduled(id);
      expect(status).toBe(cancel.status === 200 ? 'canceled' : 'executed');
    }
  });

  it('are another tenant’s secret, and no other activities', async () => {
    const id = await idOf({});
    const other = await createTenant(scenario.api);
    const { id: plain } = await gateway.actor.create({ scheduledAt: new Date(Date.now() + 60_000).toISOString() });
    const body = { scheduled_for: new Date().toISOString() };
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/fire'],
    ] as const) {
      const options = method === 'PATCH' ? { body } : {};
      expect(await other.request(method, of(id, path), options)).toMatchObject({ status: 404 });
      expect(await gateway.actor.request(method, of(plain, path), options)).toMatchObject({ status: 404 });
    }
    expect((await other.request<Page>('GET', '/v1/scheduled')).body.data).toEqual([]);
    expect(await gateway.scheduled(id)).toMatchObject({ status: 'scheduled' });
  });

  it('are found by the backstop when nobody was told of them', async () => {
    const id = await idOf({});
    const { databaseUrl } = scenario.api.settings;
    const other = await Scenario.start(0, { databaseUrl });
    await other.addDispatcher({ scheduledCheckIntervalSeconds: 1 });
    await execute(scenario.api, `UPDATE activities SET scheduled_at = now(), next_attempt_at = now() WHERE id = $1`, [
      id,
    ]);
    await gateway.actor.untilStatus(id, 'DISPATCHED');
    await other.close();
  });
});

describe('while scheduled actions are switched off', () => {
  const off = { enableScheduledActions: false };

  it('they are stored and not sent, which every place says; switched on again they are', async () => {
    const { sink } = scenario;
    const dark = await Scenario.start(0, off);
    const dispatcher = await startDispatcher({ ...off, databaseUrl: dark.api.settings.databaseUrl });
    const closed = await Gateway.open(dark);
    const target = { body: { baseUrl: sink.url, credentials: { apiKey: 'yom-secret-key' } } };
    await closed.actor.request('PATCH', `/api/dispatch-configs/${closed.configId}`, target);

    const answer = await closed.dispatch({ delay_seconds: 1 });
    expect(answer).toMatchObject({
      Scheduled: { action_id: answer.action_id },
      dispatching: false,
      warning: 'Stored, but not sent while ENABLE_SCHEDULED_ACTIONS is false',
    });
    const id = answer.action_id ?? '';
    expect((await closed.actor.get(id)).waitingFor).toEqual({ reason: 'SCHEDULE', until: null, config: null });
    for (const { url } of [dark.api, dispatcher]) {
      const ready = await fetch(`${url}/health/ready`);
      expect(ready.status).toBe(200);
      expect(await ready.json()).toMatchObject({
        status: 'ok',
        notes: ['scheduled actions are stored but not sent: ENABLE_SCHEDULED_ACTIONS is false'],
      });
    }
    const soon = { body: { scheduled_for: new Date(Date.now() + 100).toISOString() } };
    expect(await closed.actor.request('PATCH', of(id), soon)).toMatchObject({ status: 200 });
    // What is no action goes on, and so does what is to be done at once: the action has been due meanwhile.
    const plain = await closed.actor.create({ scheduledAt: answer.scheduled_for });
    await closed.actor.untilStatus(plain.id, 'DISPATCHED');
    expect(await closed.dispatch()).toHaveProperty('Executed');
    expect(sink.requests).toHaveLength(2);
    expect(await closed.scheduled(id)).toMatchObject({ status: 'scheduled', attempts: 0 });

    await dispatcher.close();
    await dark.addDispatcher();
    await sink.waitForRequests(3);
    await closed.actor.untilStatus(id, 'DISPATCHED');
    await dark.close();
  });

  it('those stored before wait as well', async () => {
    const dark = await Scenario.start(0);
    const closed = await Gateway.open(dark);
    const { action_id = '' } = await closed.dispatch({ delay_seconds: 1 });
    const plain = await closed.actor.create({ scheduledAt: new Date(Date.now() + 1000).toISOString() });
    await dark.addDispatcher(off);
    await closed.actor.untilStatus(plain.id, 'DISPATCHED');
    expect(await closed.scheduled(action_id)).toMatchObject({ status: 'scheduled', attempts: 0 });
    await dark.close();
  });
});
