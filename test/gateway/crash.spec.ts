import { Actions } from '@errand/actions';
import { Database } from '@errand/database';
import { RuleBudget } from '@errand/rules';
import { Tenants } from '@errand/tenants';
import { requester } from '../support/api';
import { eventually } from '../support/eventually';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { Scenario } from '../support/scenario';
import { Gateway } from './gateway';

const leaseMs = 1000;
let scenario: Scenario;
let gateway: Gateway;

beforeEach(async () => {
  scenario = await Scenario.start(0, { dispatchLeaseMs: leaseMs });
});
afterEach(async () => {
  await killRemainingProcesses();
  await scenario.close();
});

/** Dispatches through an api that is killed at the signal; the caller gets no answer. @param prepare right before */
async function dispatchAndKill(
  fields: Record<string, unknown>,
  signal: () => Promise<unknown>,
  prepare: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const api = await startProcess('api', scenario.api.settings.databaseUrl ?? '', {
    DISPATCH_LEASE_MS: String(leaseMs),
  });
  await prepare();
  const body = gateway.action(fields);
  const answer = requester(api.url)('POST', '/v1/dispatch', { body, tenant: gateway.actor.tenant.id });
  const failure = answer.then(
    ({ status }) => status,
    () => 'no answer',
  );
  await signal();
  await api.kill('SIGKILL');
  expect(await failure).toBe('no answer');
}

const theOne = async (id: string) => {
  const path = `/api/activities?search=${id}`;
  return (await gateway.actor.request<{ data: { id: string }[] }>('GET', path)).body.data[0]?.id ?? '';
};

describe('an action whose api dies', () => {
  it('while the provider is called is sent again by the dispatcher, under the same key', async () => {
    gateway = await Gateway.open(scenario);
    scenario.sink.answerNext('hang');
    await dispatchAndKill({ id: 'mid-call' }, () => scenario.sink.waitForRequests(1));
    await scenario.addDispatcher({ dispatchLeaseMs: leaseMs, scheduledCheckIntervalSeconds: 1 });
    const requests = await scenario.sink.waitForRequests(2);
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    await gateway.actor.untilStatus(await theOne('mid-call'), 'DISPATCHED');
    expect(await gateway.dispatch({ id: 'mid-call' })).toHaveProperty('Executed');
    expect(scenario.sink.requests).toHaveLength(2);
  });

  it('before it was claimed is sent by the dispatcher, once', async () => {
    // When the second one may start cannot be read while the test has the table, so that it waits for that until its
    // process dies.
    gateway = await Gateway.open(scenario, { limits: { maxPerSecond: 1 } });
    const client = await scenario.api.app.get(Database).pool.connect();
    const hideStarts = async () => {
      await gateway.dispatch({ id: 'first' });
      await client.query('BEGIN');
      await client.query('LOCK TABLE dispatch_config_rates IN ACCESS EXCLUSIVE MODE');
    };
    const isStored = () =>
      eventually(
        () => gateway.actor.count('status=READY'),
        (count) => count > 0,
      );
    try {
      await dispatchAndKill({ id: 'second' }, isStored, hideStarts);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
    const id = await theOne('second');
    expect(await gateway.actor.get(id)).toMatchObject({ status: 'READY', dispatchAttemptCount: 0 });
    await scenario.addDispatcher({ dispatchLeaseMs: leaseMs, scheduledCheckIntervalSeconds: 1 });
    await gateway.actor.untilStatus(id, 'DISPATCHED');
    expect(scenario.sink.requests).toHaveLength(2);
  });
});

describe('an action that takes longer than its caller waits', () => {
  it('is answered as TIMEOUT, goes on, and answers its outcome when asked again', async () => {
    gateway = await Gateway.open(scenario);
    let answer = () => {};
    scenario.sink.answerWith(() => new Promise((resolve) => (answer = () => resolve({ body: { id: 'late' } }))));
    const tenant = await scenario.api.app.get(Tenants, { strict: false }).get(gateway.actor.tenant.id);
    const actions = scenario.api.app.get(Actions, { strict: false });
    const action = {
      ...{
        id: 'slow',
        dedupKey: null,
        namespace: 'n',
        provider: 'email',
        actionType: 'act',
        payload: null,
        metadata: {},
      },
      ...{ commerceId: null, commerceExternalId: null, delaySeconds: null, scheduledAt: null },
    };
    const how = { budget: new RuleBudget(), refusalOf: () => undefined };
    const ask = (ms: number) => actions.dispatch(tenant, action, 'test', performance.now() + ms, how);
    expect(await ask(300)).toMatchObject({ type: 'FAILED', code: 'TIMEOUT', retryable: true, attempts: 1 });
    const again = ask(10_000);
    answer();
    expect(await again).toMatchObject({ type: 'EXECUTED', body: { id: 'late' } });
    expect(scenario.sink.requests).toHaveLength(1);
  });
});
