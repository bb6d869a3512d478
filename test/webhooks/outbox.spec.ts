import { Creation } from '@errand/activities';
import { Database } from '@errand/database';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { WebhookEndpoint } from './endpoint';

const later = { scheduledAt: '2099-01-01T00:00:00.000Z' };

describe('the outbox of status events', () => {
  let scenario: Scenario;
  let actor: Actor;
  let endpoint: WebhookEndpoint;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  beforeEach(async () => {
    actor = await scenario.tenant();
    endpoint = await WebhookEndpoint.make(actor, 'activity.created');
  });
  afterEach(() => endpoint.close());
  afterAll(() => scenario.close());

  const kept = async () =>
    execute<{ status: string }>(scenario.api, 'SELECT status FROM webhook_deliveries WHERE tenant_id = $1', [
      actor.tenant.id,
    ]);

  it('keeps nothing of a change that was rolled back', async () => {
    const creation = scenario.api.app.get(Creation, { strict: false });
    const activity = { ...actor.message(), scheduledAt: new Date() } as unknown as Parameters<Creation['create']>[1][0];
    const prepared = await creation.prepare(actor.tenant.id, [activity], 'test', false);
    const failing = scenario.api.app.get(Database).transaction(async (tx) => {
      await creation.insert(tx, prepared);
      throw new Error('the transaction fails');
    });
    await expect(failing).rejects.toThrow('the transaction fails');
    expect(await kept()).toEqual([]);
    await actor.create(activity as unknown as Record<string, unknown>);
    expect(await kept()).toEqual([{ status: 'PENDING' }]);
  });

  it('keeps nothing for webhooks that are inactive', async () => {
    const path = `/api/webhooks/${endpoint.id}`;
    await actor.request('PATCH', path, { body: { isActive: false } });
    await actor.create(later);
    expect(await kept()).toEqual([]);
    await actor.request('PATCH', path, { body: { isActive: true } });
    await actor.create(later);
    expect(await kept()).toHaveLength(1);
  });

  it('neither shows nor sends what a webhook left behind that was removed, and loses it however much it is', async () => {
    const other = await WebhookEndpoint.make(actor, 'activity.created');
    await actor.create(later);
    const [delivery] = await endpoint.deliveries();
    const columns = 'tenant_id, webhook_id, subject_id, event_type, data, occurred_at, status, next_attempt_at';
    const more = `INSERT INTO webhook_deliveries (${columns}, delivered_at)
      SELECT tenant_id, webhook_id, subject_id, event_type, data, occurred_at, 'DELIVERED', NULL, now()
      FROM webhook_deliveries, generate_series(1, 1000) WHERE id = $1`;
    await execute(scenario.api, more, [delivery?.id]);
    const path = `/api/webhooks/${endpoint.id}`;
    expect((await actor.request('DELETE', path)).status).toBe(204);
    expect((await actor.request('GET', `${path}/deliveries`)).status).toBe(404);
    expect(await endpoint.resend(delivery?.id ?? '')).toMatchObject({ status: 404 });
    await actor.create(later);
    expect(await kept()).toHaveLength(1003);
    const dispatcher = await scenario.addDispatcher();
    await eventually(kept, (rows) => rows.length === 2);
    expect(await other.untilAll('DELIVERED')).toHaveLength(2);
    expect(endpoint.sink.requests).toEqual([]);
    await dispatcher.close();
    await other.close();
  });

  it('tells a thousand bulk creates with the statements of one that nobody asks about', async () => {
    const unheard = await scenario.tenant();
    const statements = jest.spyOn(scenario.api.app.get(Database), 'query');
    const createMany = async (creator: Actor) => {
      statements.mockClear();
      const activities = Array.from({ length: 1000 }, () => creator.message(later));
      await creator.request('POST', '/api/activities/bulk', { body: { activities } });
      return statements.mock.calls.map(([{ name }]) => name).filter((name) => name !== 'notify');
    };
    const told = await createMany(actor);
    expect(await createMany(unheard)).toEqual(told);
    expect(await kept()).toHaveLength(1000);
    statements.mockRestore();
  });

  it('loses what was delivered and is old', async () => {
    await actor.create(later);
    await actor.create(later);
    const [delivery] = await endpoint.deliveries();
    const change = `UPDATE webhook_deliveries SET occurred_at = now() - interval '31 days'`;
    const delivered = `status = 'DELIVERED', delivered_at = now(), next_attempt_at = NULL`;
    await execute(scenario.api, `${change}, ${delivered} WHERE id = $1`, [delivery?.id]);
    const dispatcher = await scenario.addDispatcher({ retentionDays: 30 });
    await eventually(kept, (rows) => rows.length === 1);
    await dispatcher.close();
  });
});
