import { Lifecycle } from '@errand/activities';
import { type Actor, Scenario } from '../support/scenario';
import { startDispatcher } from '../support/dispatcher';
import type { InProcess } from '../support/in-process';

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

  it('is taken over when its lease ends, although nobody told of it and no poll is near', async () => {
    const { id } = await actor.create();
    // It finds the work, which it may not send since the config is paused.
    dispatcher = await startDispatcher({
      databaseUrl: scenario.api.settings.databaseUrl,
      dispatchIntervalMs: 3_600_000,
      dispatchLeaseMs: leaseMs,
    });
    const lane = { tenantId: actor.tenant.id, channel: 'WHATSAPP', pinnedConfigId: null } as const;
    const { activities } = await dispatcher.app.get(Lifecycle, { strict: false }).claim(lane, 1, leaseMs);
    expect(activities).toHaveLength(1);
    await actor.until(id, ({ lastError }) => lastError?.code === 'LEASE_EXPIRED');
  });
});
