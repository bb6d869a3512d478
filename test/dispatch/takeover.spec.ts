import { Lifecycle } from '@errand/activities';
import { type Actor, Scenario } from '../support/scenario';
import { startDispatcher } from '../support/dispatcher';
import type { InProcess } from '../support/in-process';
import { execute } from '../support/sql';

const leaseMs = 500;

describe('work that another process claimed and died with', () => {
  let scenario: Scenario;
  let actor: Actor;
  let dispatcher: InProcess;
  beforeEach(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
    await actor.yom({ isActive: false });
  });
  afterEach(async () => {
    await dispatcher.close();
    await scenario.close();
  });

  /** An activity that was sent, whose result the first look of a dispatcher applies. */
  async function heldResult(): Promise<string> {
    const { id } = await actor.create();
    const values = [actor.tenant.id, id];
    const sent = `UPDATE activities SET status = 'DISPATCHED', dispatched_at = now() WHERE tenant_id = $1 AND id = $2`;
    await execute(scenario.api, sent, values);
    await execute(
      scenario.api,
      `INSERT INTO activity_results (tenant_id, id, kind, state, activity_id, status, occurred_at, created_at, updated_at)
       VALUES ($1, gen_random_uuid(), 'LINKED', 'HELD', $2, 'COMPLETED', now(), now(), now())`,
      values,
    );
    return id;
  }

  it('is taken over when its lease ends, although nobody told of it and no poll is near', async () => {
    const { id } = await actor.create();
    const last = await heldResult();
    // It finds the work, which it may not send since the config is paused.
    dispatcher = await startDispatcher({
      databaseUrl: scenario.api.settings.databaseUrl,
      dispatchIntervalMs: 3_600_000,
      dispatchLeaseMs: leaseMs,
    });
    // The last thing of its first look, whose only sight of the claim could be by chance else.
    await actor.untilStatus(last, 'COMPLETED');
    const lane = { tenantId: actor.tenant.id, channel: 'WHATSAPP', pinnedConfigId: null } as const;
    const { activities } = await dispatcher.app.get(Lifecycle, { strict: false }).claim(lane, 1, leaseMs);
    expect(activities).toHaveLength(1);
    await actor.until(id, ({ lastError }) => lastError?.code === 'LEASE_EXPIRED');
  });
});
