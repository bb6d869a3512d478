import { Database } from '@errand/database';
import { startDispatcher } from '../support/dispatcher';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

interface Payload {
  metadata: { text: string };
  attributes: Record<string, string>;
}

const megabytes = 2;

describe('activities of megabytes, stored before there was a limit', () => {
  let scenario: Scenario;
  let actor: Actor;

  beforeEach(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
    await actor.yom();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await scenario.close();
  });

  /** So many, half of which carry it as metadata, half as an attribute. */
  const createLarge = async (count: number) => {
    const activities = Array.from({ length: count }, () =>
      actor.message({ attributes: [{ key: 'text', value: 'x' }] }),
    );
    await actor.request('POST', '/api/activities/bulk', { body: { activities } });
    const text = `repeat('x', ${megabytes * 1_000_000})`;
    await execute(
      scenario.api,
      `UPDATE activities SET metadata = jsonb_build_object('text', ${text}) WHERE id IN (
        SELECT id FROM activities WHERE tenant_id = $1 ORDER BY id LIMIT ${count / 2})`,
      [actor.tenant.id],
    );
    await execute(
      scenario.api,
      `UPDATE activity_attributes SET value = to_jsonb(${text}) WHERE tenant_id = $1 AND activity_id NOT IN (
        SELECT id FROM activities WHERE tenant_id = $1 ORDER BY id LIMIT ${count / 2})`,
      [actor.tenant.id],
    );
  };

  it('are all sent whole, a few in hand at a time', async () => {
    const count = 24;
    await createLarge(count);
    await actor.create({ metadata: { text: 'small' } });
    let [called, mostCalled] = [0, 0];
    scenario.sink.answerWith(async ({ json }) => {
      const { metadata, attributes } = json as Payload;
      const isLarge = (metadata.text ?? attributes.text ?? '').length > 1_000_000;
      if (!isLarge) return { body: { id: 'p' } };
      mostCalled = Math.max(mostCalled, (called += 1));
      await new Promise((resolve) => setImmediate(resolve));
      called -= 1;
      return { body: { id: 'p' } };
    });
    const answered: number[] = [];
    const query = Database.prototype.query;
    jest.spyOn(Database.prototype, 'query').mockImplementation(async function (this: Database, ...asked) {
      const rows: unknown[] = await query.apply(this, asked);
      answered.push(JSON.stringify(rows).length);
      return rows;
    });
    const dispatcher = await startDispatcher({ databaseUrl: scenario.api.settings.databaseUrl });
    try {
      await scenario.sink.waitForRequests(count + 1, 30_000);
      const lengths = scenario.sink.requests.map(({ json }) => {
        const { metadata, attributes } = json as Payload;
        return (metadata.text ?? '').length + (attributes.text ?? '').length;
      });
      expect(lengths.sort((a, b) => a - b)).toEqual([
        5,
        ...Array.from({ length: count / 2 }, () => megabytes * 1_000_000),
        ...Array.from({ length: count / 2 }, () => megabytes * 1_000_000 + 1),
      ]);
      expect(mostCalled).toBeLessThanOrEqual(4);
      expect(Math.max(...answered)).toBeLessThan((megabytes + 1) * 1_000_000);
    } finally {
      await dispatcher.close();
    }
  });
});
