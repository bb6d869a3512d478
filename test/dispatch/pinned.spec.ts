import { randomUUID } from 'node:crypto';
import { Engine } from '../model/engine';

describe('activities that must be sent by one dispatch config', () => {
  let engine: Engine;
  const config = randomUUID();
  const lane = (pinnedConfigId: string | null) =>
    ({ tenantId: engine.tenantId, channel: 'WHATSAPP', pinnedConfigId }) as const;

  beforeAll(async () => {
    engine = await Engine.start();
    await engine.useNewTenant();
    const due = engine.clock.now();
    const later = new Date(due.getTime() + 1000);
    await engine.create([
      engine.newActivity('any', due, 0, false),
      { ...engine.newActivity('pinned', due, 9, false), pinnedConfigId: config },
      { ...engine.newActivity('other', due, 0, false), pinnedConfigId: randomUUID() },
      { ...engine.newActivity('later', later, 0, false), pinnedConfigId: config, commerceId: null, origin: 'ACTION' },
    ]);
  });
  afterAll(() => engine.stop());

  async function claimed(pinnedConfigId: string | null): Promise<string[]> {
    const { activities } = await engine.lifecycle.claim(lane(pinnedConfigId), 10, 60_000);
    return activities.map(({ idempotency_key }) => idempotency_key);
  }

  it('are found, woken and claimed apart from the rest of their channel', async () => {
    const lanes = await engine.queues.allQueuedLanes();
    expect(await engine.queues.queuedLanes(engine.tenantId)).toEqual(lanes);
    expect(lanes).toHaveLength(3);
    expect(lanes).toEqual(expect.arrayContaining([lane(null), lane(config)]));
    expect(await claimed(null)).toEqual(['any']);
    expect(await claimed(config)).toEqual(['pinned']);
    engine.clock.pass(1000);
    expect(await engine.queues.wakeDue(engine.tenantId, 10)).toEqual([lane(config)]);
    expect(await claimed(config)).toEqual(['later']);
  });
});
