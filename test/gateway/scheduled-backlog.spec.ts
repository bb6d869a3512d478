import { urlWithDeadTenant } from '../support/dead-tenant';
import { startDispatcher } from '../support/dispatcher';
import { eventually } from '../support/eventually';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { Gateway, type OutcomeBody } from './gateway';

/** More than two batches, and as many due at one instant. */
const count = 2_500;
const off = { enableScheduledActions: false };

describe('a backlog of scheduled actions', () => {
  let scenario: Scenario;
  let gateway: Gateway;
  beforeEach(async () => {
    scenario = await Scenario.start(0);
    gateway = await Gateway.open(scenario);
  });
  afterEach(() => scenario.close());

  async function schedule(by: Gateway, amount: number): Promise<void> {
    for (let stored = 0; stored < amount; stored += 500) {
      const actions = Array.from({ length: Math.min(500, amount - stored) }, () => by.action({ delay_seconds: 3_600 }));
      const { status } = await by.actor.request<OutcomeBody[]>('POST', '/v1/dispatch/batch', { body: actions });
      expect(status).toBe(200);
    }
  }

  const makeDue = (by: Gateway, queued: string) =>
    execute(
      scenario.api,
      `UPDATE activities SET scheduled_at = now() - interval '1 h',
         next_attempt_at = CASE WHEN ${queued} THEN NULL ELSE now() - interval '1 h' END
       WHERE tenant_id = $1 AND origin = 'ACTION'`,
      [by.actor.tenant.id],
    );

  const held = async (by: Gateway) => {
    const text = `SELECT id FROM activities WHERE tenant_id = $1 AND next_attempt_at > '9000-01-01' AND lease_token IS NULL`;
    return (await execute(scenario.api, text, [by.actor.tenant.id])).length;
  };

  it('is held by the time that the first of its tenant’s other work is sent, queued or waiting', async () => {
    await schedule(gateway, count);
    await makeDue(gateway, `id::text < '8'`);
    const { id } = await gateway.actor.create();
    const dispatcher = await startDispatcher({ ...off, databaseUrl: scenario.api.settings.databaseUrl });
    await gateway.actor.untilStatus(id, 'DISPATCHED');
    expect(await held(gateway)).toBe(count);
    expect(scenario.sink.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([id]);
    await dispatcher.close();

    const on = await startDispatcher({ databaseUrl: scenario.api.settings.databaseUrl });
    await scenario.sink.waitForRequests(count + 1, 60_000);
    await eventually(
      () => held(gateway),
      (left) => left === 0,
    );
    await on.close();
  }, 120_000);

  it('that cannot be held keeps its tenant’s work, and nobody else’s, from being sent', async () => {
    const other = await Gateway.open(scenario);
    for (const by of [gateway, other]) {
      await schedule(by, 1);
      await makeDue(by, 'true');
      await by.actor.create();
    }
    const url = scenario.api.settings.databaseUrl ?? '';
    const databaseUrl = await urlWithDeadTenant(url, gateway.actor.tenant.id, ['actions']);
    const dispatcher = await startDispatcher({ ...off, databaseUrl });
    await scenario.sink.waitForRequests(1);
    await eventually(
      () => other.actor.count('status=DISPATCHED'),
      (sent) => sent === 1,
    );
    expect(await held(other)).toBe(1);
    expect(await gateway.actor.count('status=READY')).toBe(2);
    expect(scenario.sink.requests).toHaveLength(1);
    await dispatcher.close();
  });
});
