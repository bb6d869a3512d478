import fs from 'node:fs';
import path from 'node:path';
import { type Actor, Scenario } from '../support/scenario';

const document = fs.readFileSync(path.join(__dirname, '../../docs/results.md'), 'utf8');

/** The requests that are shown; a test of all pages runs them. */
const shown = [...document.matchAll(/```http\n(\w+ [^\s?]+)/g)].map(([, request]) => request);

const statuses = [...document.matchAll(/^\| `(\w+)` +\| `(\w+)` +\| (yes|no)/gm)].map(([, ...cells]) => cells);

describe('docs/results.md', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start();
    actor = await scenario.tenant();
    await actor.yom();
  });
  afterAll(() => scenario.close());

  it('has an example of every endpoint it names', () => {
    expect([...new Set(shown)]).toEqual([
      'POST /api/activities/bulk',
      'GET /api/activities',
      'POST /api/activity-results',
      'POST /api/activity-config/result-types',
      'POST /api/activity-results/bulk',
      'GET /api/integration/activities/tasks',
      'POST /api/integration/activity-results/tasks',
      'GET /api/integration/task-result-type-configs',
    ]);
  });

  it.each(statuses)(
    'a result %s makes a dispatched activity %s; terminal: %s',
    async (status = '', becomes, terminal) => {
      const { id } = await actor.create();
      await actor.untilStatus(id, 'DISPATCHED');
      await actor.result({ activityId: id, status });
      expect((await actor.get(id)).status).toBe(becomes);
      const second = await actor.result({ activityId: id, status: 'CANCELED' });
      expect(second.status).toBe(terminal === 'yes' ? 409 : 201);
    },
  );
});
