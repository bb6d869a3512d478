import { laneEnds, laneEndsOf } from '../../libs/activities/src/sql/queue.sql';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';

interface LaneEnd {
  reason: string | null;
  due_since: Date | null;
  total: number;
}

describe('the ends of the queues', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  afterAll(() => scenario.close());

  it('are due since the later of time and creation, and what is held on purpose is told apart', async () => {
    const actor = await scenario.tenant();
    const configId = await actor.yom();
    const { createdAt } = await actor.create({ scheduledAt: '2026-01-01T00:00:00Z' });
    await actor.create({ scheduledAt: '2025-01-01T00:00:00Z' });
    const both = async () => {
      const all = await execute<LaneEnd>(scenario.api, laneEnds.text, [10]);
      expect(await execute<LaneEnd>(scenario.api, laneEndsOf.text, [actor.tenant.id, 10])).toEqual(all);
      return all;
    };
    const free = [{ reason: null, due_since: new Date(createdAt as string), total: 0 }];
    expect(await both()).toEqual(free);

    const paused = (reason: string) => [{ reason, due_since: null, total: 2 }];
    await actor.request('PATCH', `/api/dispatch-configs/${configId}`, { body: { isActive: false } });
    expect(await both()).toEqual(paused('PROVIDER_PAUSED'));
    await actor.yom();
    expect(await both()).toEqual(free);
    await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body: { status: 'PAUSED' } });
    expect(await both()).toEqual(paused('TENANT_PAUSED'));
  });
});
