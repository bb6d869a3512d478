import fs from 'node:fs';
import path from 'node:path';
import { type Actor, Scenario } from '../support/scenario';
import { tenantPermissions } from '../support/tenants';

const document = fs.readFileSync(path.join(__dirname, '../../docs/results.md'), 'utf8');

/** Each request with the answer that follows it. */
const examples = [...document.matchAll(/```http\n(\w+) (\S+)\n([^]*?)```\n\n```json\n(\d+)\n([^]*?)```/g)].map(
  ([, method = '', url = '', body = '', status = '', answer = '']) => ({
    method,
    url,
    body: body === '' ? undefined : (JSON.parse(body) as unknown),
    status: Number(status),
    answer: JSON.parse(answer) as object,
  }),
);

const statuses = [...document.matchAll(/^\| `(\w+)` +\| `(\w+)` +\| (yes|no)/gm)].map(([, ...cells]) => cells);

describe('docs/results.md', () => {
  let scenario: Scenario;
  let actor: Actor;
  let key: string;
  beforeAll(async () => {
    scenario = await Scenario.start();
    actor = await scenario.tenant();
    key = await actor.tenant.key(...tenantPermissions);
    await actor.yom();
    const visits = new Set(document.match(/visit-\d+/g));
    for (const visit of [...visits, 'twin-1', 'twin-1']) {
      scenario.sink.answerNext({ body: { id: visit } });
      const { id } = await actor.create();
      await actor.untilStatus(id, 'DISPATCHED');
    }
  });
  afterAll(() => scenario.close());

  // In their order: what one leaves behind another one builds on.
  it.each(examples)('$method $url $body', async ({ method, url, body, status, answer }) => {
    expect(await actor.request(method, url, { key, body })).toMatchObject({ status, body: answer });
  });

  it('has an example of every endpoint it names', () => {
    const shown = new Set(examples.map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`));
    expect([...shown]).toEqual([
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
