import { startDispatcher } from '../support/dispatcher';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

interface Results {
  results: { status: string; activity: ActivityBody | null; error: { code: string } | null }[];
}

/** What no check of ours foresees: PostgreSQL refuses a text that is fine in every other way. */
const refused = (column: string) => `CHECK (${column}::text NOT LIKE '%poison%') NOT VALID`;

describe('one item that PostgreSQL refuses', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
    for (const [table, column] of [
      ['activities', 'reason'],
      ['activity_attributes', 'value'],
      ...['commerces', 'operators', 'routes'].map((name) => [name, 'name']),
    ]) {
      await execute(scenario.api, `ALTER TABLE ${table} ADD CONSTRAINT no_poison ${refused(column ?? '')}`);
    }
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
  });

  const bulk = async (activities: unknown[]) =>
    actor.request<Results>('POST', '/api/activities/bulk', { body: { activities } });

  it('refuses no other of a bulk create', async () => {
    const bad = new Set([0, 3, 6]);
    const activities = Array.from({ length: 9 }, (_, n) => actor.message(bad.has(n) ? { reason: 'poison' } : {}));
    const { status, body } = await bulk(activities);
    expect(status).toBe(200);
    expect(body.results.map(({ status: end, error }) => [end, error?.code ?? null])).toEqual(
      activities.map((_, n) => (bad.has(n) ? ['invalid', 'VALIDATION_FAILED'] : ['created', null])),
    );
    expect((await bulk(activities)).body.results.filter(({ status: end }) => end === 'duplicate')).toHaveLength(6);
    const alone = await actor.request('POST', '/api/activities', { body: actor.message({ reason: 'poison' }) });
    expect(alone).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('of a bulk create beside a used key calls nothing repeated that was just made', async () => {
    const used = actor.message();
    await bulk([used]);
    const { body } = await bulk([actor.message(), actor.message(), actor.message({ reason: 'poison' }), used]);
    expect(body.results.map(({ status }) => status)).toEqual(['created', 'created', 'invalid', 'duplicate']);
  });

  it.each([
    ['commerces', {}],
    ['operators', { type: 'SALESMAN' }],
    ['routes', {}],
  ])('refuses no other of a sync of %s', async (path, fields) => {
    const names = ['poison', 'B', 'C', 'poison', 'E'];
    const items = [
      ...names.map((name, n) => ({ externalId: `new-${n}`, name, ...fields })),
      { externalId: 'nameless' },
    ];
    const { status, body } = await actor.request('POST', `/api/${path}/sync`, { body: { items } });
    expect([status, body]).toMatchObject([
      200,
      {
        ...{ created: 3, updated: 0, total: 6 },
        errors: [
          { index: 0, code: 'VALIDATION_FAILED' },
          { index: 3, code: 'VALIDATION_FAILED' },
          { index: 5, code: 'VALIDATION_FAILED' },
        ],
      },
    ]);
  });

  /** As JSON text, in which a value may nest deeper than `JSON.stringify` can go. */
  const answerItems = (valueOf: (activityId: string, index: number) => string) => {
    scenario.sink.answerWith(({ path, json }) => {
      if (path !== '/hook') return { body: { id: 'p-1' } };
      const { items } = json as { items: { activityId: string; key: string }[] };
      const answered = items.map(({ activityId, key }, index) => {
        return `{"activityId":"${activityId}","key":"${key}","value":${valueOf(activityId, index)}}`;
      });
      return { body: `{"items":[${answered.join()}]}` };
    });
  };
  it.each([
    ['PostgreSQL refuses', '"poison"', /cannot be kept/],
    ['nests too deep', '['.repeat(5000) + ']'.repeat(5000), /nested deeper than 100 levels/],
  ])(
    'that a hook gave (%s) makes its activity UNRESOLVED, and the others of the claim are sent',
    async (_, value, why) => {
      await actor.yom();
      const hook = { url: `${scenario.sink.url}/hook`, timeoutMs: 10_000 };
      const policy = { key: 'credit', strategy: 'ON_DISPATCH', resolver: 'CLIENT_HOOK', hook };
      await actor.request('POST', '/api/activity-config/attribute-policies', { body: policy });
      const { body } = await bulk(Array.from({ length: 5 }, () => actor.message({ attributeKeys: ['credit'] })));
      const ids = body.results.map(({ activity }) => activity?.id ?? '');
      const poisoned = ids[1] ?? '';
      answerItems((activityId) => (activityId === poisoned ? value : '"ok"'));
      const dispatcher = await startDispatcher({ databaseUrl: scenario.api.settings.databaseUrl });
      try {
        for (const id of ids) {
          const { lastError } = await actor.untilStatus(id, id === poisoned ? 'UNRESOLVED' : 'DISPATCHED');
          if (id === poisoned) expect(lastError).toMatchObject({ code: 'ATTRIBUTE_UNRESOLVED' });
          if (id === poisoned) expect(lastError?.message).toMatch(why);
        }
      } finally {
        await dispatcher.close();
      }
    },
  );

  it('that a hook gave at creation, nested too deep, makes its activity UNRESOLVED', async () => {
    const hook = { url: `${scenario.sink.url}/hook`, timeoutMs: 10_000 };
    const policy = { key: 'credit', strategy: 'UPFRONT', resolver: 'CLIENT_HOOK', hook };
    await actor.request('POST', '/api/activity-config/attribute-policies', { body: policy });
    const deep = '{"a":'.repeat(5000) + '1' + '}'.repeat(5000);
    answerItems((_, index) => (index === 1 ? deep : '"ok"'));
    const { status, body } = await bulk(Array.from({ length: 3 }, () => actor.message({ attributeKeys: ['credit'] })));
    expect(status).toBe(200);
    expect(body.results.map(({ activity }) => activity?.status).sort()).toEqual(['READY', 'READY', 'UNRESOLVED']);
  });
});
