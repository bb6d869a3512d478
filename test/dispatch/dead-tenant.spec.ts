import { Gateway } from '../gateway/gateway';
import { hourly, Recurring } from '../gateway/recurring';
import { urlWithDeadTenant } from '../support/dead-tenant';
import { startDispatcher } from '../support/dispatcher';
import { eventually } from '../support/eventually';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { WebhookEndpoint } from '../webhooks/endpoint';

/** With no poll but the first, so that what is found is found by it. */
const settings = { dispatchIntervalMs: 3_600_000, scheduledCheckIntervalSeconds: 3600 };

describe('while the node of one tenant is down, a dispatcher that starts', () => {
  let scenario: Scenario;
  let dead: Gateway;
  let live: Gateway;
  beforeEach(async () => {
    scenario = await Scenario.start(0);
    dead = await Gateway.open(scenario);
    live = await Gateway.open(scenario);
  });
  afterEach(() => scenario.close());

  /** Starts a dispatcher for whom the dead tenant's rows are out of reach, and ends it after `work`. */
  async function dispatching(tables: string[], work: () => Promise<void>, overrides: object = {}): Promise<void> {
    const url = scenario.api.settings.databaseUrl ?? '';
    const databaseUrl = await urlWithDeadTenant(url, dead.actor.tenant.id, tables);
    const dispatcher = await startDispatcher({ ...settings, ...overrides, databaseUrl });
    try {
      await work();
    } finally {
      await dispatcher.close();
    }
  }

  it('sends what the others have queued and what comes due for them', async () => {
    for (const { actor } of [dead, live]) {
      await actor.create();
      await actor.create({ scheduledAt: new Date(Date.now() + 2_000).toISOString() });
    }
    await dispatching(['activities'], async () => {
      await eventually(
        () => live.actor.count('status=DISPATCHED'),
        (sent) => sent === 2,
      );
    });
    expect(await dead.actor.count('status=READY')).toBe(2);
  });

  it('applies the results that are held for the others', async () => {
    const ids: string[] = [];
    for (const { actor } of [dead, live]) {
      const { id } = await actor.create();
      await execute(
        scenario.api,
        `INSERT INTO activity_results (tenant_id, id, kind, state, activity_id, status, occurred_at, created_at, updated_at)
         VALUES ($1, gen_random_uuid(), 'LINKED', 'HELD', $2, 'COMPLETED', now(), now(), now())`,
        [actor.tenant.id, id],
      );
      // Its outcome was stored, and then the process died.
      await execute(
        scenario.api,
        `UPDATE activities SET status = 'DISPATCHED', dispatched_at = now() WHERE tenant_id = $1 AND id = $2`,
        [actor.tenant.id, id],
      );
      ids.push(id);
    }
    await dispatching(['activity_results'], async () => {
      await live.actor.untilStatus(ids[1] ?? '', 'COMPLETED');
    });
    expect(await dead.actor.get(ids[0] ?? '')).toMatchObject({ status: 'DISPATCHED' });
  });

  it('delivers what webhooks of the others are to be told', async () => {
    const endpoints = [];
    for (const { actor } of [dead, live]) {
      endpoints.push(await WebhookEndpoint.make(actor, 'activity.created'));
      await actor.create();
    }
    const [of, other] = endpoints;
    try {
      await dispatching(['webhook_deliveries'], async () => {
        await other?.received(1);
      });
      expect(of?.sink.requests).toEqual([]);
    } finally {
      for (const endpoint of endpoints) await endpoint.sink.close();
    }
  });

  it('fires the recurring actions of the others', async () => {
    const made = [];
    for (const { actor } of [dead, live]) {
      const recurring = new Recurring(scenario, actor);
      const { id } = await recurring.create({ cron_expression: hourly });
      await recurring.miss(id, 1);
      made.push({ recurring, id });
    }
    const [of, other] = made;
    await dispatching(['recurring_actions'], async () => {
      await eventually(
        async () => other?.recurring.get(other.id),
        (action) => action?.execution_count === 1,
      );
    });
    expect(await of?.recurring.get(of.id)).toMatchObject({ execution_count: 0 });
  });

  it('removes what is old of the others, and of the tenant itself what can be reached', async () => {
    for (const { actor } of [dead, live]) {
      const { id } = await actor.create();
      await actor.request('PATCH', `/api/activities/${id}/cancel`);
    }
    const age = `UPDATE activities SET finished_at = now() - interval '31 days'`;
    await execute(scenario.api, age);
    await dispatching(
      ['rule_windows', 'webhook_deliveries', 'recurring_occurrences'],
      async () => {
        for (const { actor } of [dead, live]) {
          await eventually(
            () => actor.count('status=CANCELED'),
            (left) => left === 0,
          );
        }
      },
      { retentionDays: 30 },
    );
  });
});
