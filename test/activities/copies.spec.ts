import { Database } from '@errand/database';
import { Retention } from '@errand/activities';
import { Copies } from '../../libs/activities/src/copies.service';
import { redrive } from '../../libs/activities/src/sql/copy.sql';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

const rounds = 15;
const each = 60;

describe('copies of activities', () => {
  let scenario: Scenario;
  let actor: Actor;
  let database: Database;
  let copies: Copies;

  beforeAll(async () => {
    scenario = await Scenario.start(0);
    database = scenario.api.app.get(Database);
    copies = scenario.api.app.get(Copies, { strict: false });
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
  });

  /** @returns the ids of new activities, made FAILED past the api, oldest first */
  async function failed(count: number): Promise<string[]> {
    const bodies = Array.from({ length: count }, (_, n) => actor.message({ attributes: [{ key: 'n', value: n }] }));
    const made = await actor.request<{ results: { activity: { id: string } }[] }>('POST', '/api/activities/bulk', {
      body: { activities: bodies },
    });
    const ids = made.body.results.map(({ activity }) => activity.id);
    await execute(
      scenario.api,
      `UPDATE activities SET status = 'FAILED', finished_at = now() - interval '2 days', next_attempt_at = NULL
       WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
      [actor.tenant.id, ids],
    );
    return ids;
  }

  const redriven = async (ids: string[]) => {
    const originals = ids.map((id) => ({ id, dueAt: new Date('2999-01-01T00:00:00.000Z') }));
    return database.transaction((tx) => copies.make(tx, redrive, actor.tenant.id, originals, 'test'));
  };

  it('are made once each by two who make them at once in opposite orders, and neither fails', async () => {
    const ids = await failed(rounds * each);
    for (let round = 0; round < rounds; round += 1) {
      const some = ids.slice(round * each, (round + 1) * each);
      const made = await Promise.all([redriven(some), redriven([...some].reverse())]);
      expect(new Set(made.flat()).size).toBe(each);
    }
    const [counted] = await execute<{ copies: number; values: number; events: number }>(
      scenario.api,
      `SELECT count(*)::int AS copies, count(DISTINCT x.value)::int AS values, count(e.id)::int AS events
       FROM activities a
       JOIN activity_attributes x ON x.tenant_id = $1 AND x.activity_id = a.id
       JOIN activity_events e ON e.tenant_id = $1 AND e.activity_id = a.id
       WHERE a.tenant_id = $1 AND a.retry_of = ANY($2::uuid[])`,
      [actor.tenant.id, ids],
    );
    expect(counted).toEqual({ copies: ids.length, values: ids.length, events: ids.length });
  });

  it('keep retention from their originals until they are committed', async () => {
    const [original = ''] = await failed(1);
    const retention = scenario.api.app.get(Retention, { strict: false });
    const purge = async () => retention.purge(actor.tenant.id, 1, new AbortController().signal);
    await database.transaction(async (tx) => {
      const originals = [{ id: original, dueAt: new Date('2999-01-01T00:00:00.000Z') }];
      expect(await copies.make(tx, redrive, actor.tenant.id, originals, 'test')).toHaveLength(1);
      expect(await purge()).toBe(0);
    });
    expect(await purge()).toBe(1);
  });
});
