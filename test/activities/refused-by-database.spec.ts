import { startDispatcher } from '../support/dispatcher';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import { executeAsOwner } from '../support/sql';

interface Results {
  results: { status: string; activity: ActivityBody | null; error: ItemError | null }[];
}

interface ItemError {
  code: string;
  message: string;
  details: { field: string }[] | null;
}

/** What no check of ours foresees: PostgreSQL refuses a text that is fine in every other way. */
const refused = (column: string) => `CHECK (${column}::text NOT LIKE '%poison%') NOT VALID`;

/** Fails with the SQLSTATE that the text names. */
const failOnBoom = `CREATE FUNCTION boom() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.external_status LIKE 'boom %' THEN
    RAISE EXCEPTION 'boom' USING ERRCODE = substr(NEW.external_status, 6);
  END IF;
  RETURN NEW; END $$`;

/** A sequence counts what is rolled back as well. */
const countInserts = `CREATE FUNCTION count_inserts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
  PERFORM nextval('inserts');
  RETURN NULL; END $$`;

describe('one item that PostgreSQL refuses', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
    // Named as PostgreSQL names a column's constraint, but for one that says nothing of a column.
    for (const [table, column, name] of [
      ['activities', 'user_status', 'activities_user_status_check'],
      ['activities', 'reason', 'no_poison'],
      ['activity_attributes', 'value', 'activity_attributes_value_check'],
      ['activity_results', 'external_status', 'activity_results_external_status_check'],
      ...['commerces', 'operators', 'routes'].map((name) => [name, 'name', `${name}_name_check`]),
    ]) {
      await executeAsOwner(scenario.api, `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${refused(column ?? '')}`);
    }
    await executeAsOwner(scenario.api, failOnBoom);
    await executeAsOwner(
      scenario.api,
      'CREATE TRIGGER boom BEFORE INSERT ON activity_results FOR EACH ROW EXECUTE FUNCTION boom()',
    );
    await executeAsOwner(scenario.api, 'CREATE SEQUENCE inserts');
    await executeAsOwner(scenario.api, countInserts);
    await executeAsOwner(
      scenario.api,
      'CREATE TRIGGER inserts BEFORE INSERT ON activities FOR EACH STATEMENT EXECUTE FUNCTION count_inserts()',
    );
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
    expect(alone).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field: 'body' }] } });
  });

  it('is told its field where PostgreSQL tells it, else its place', async () => {
    const attributes = [{ key: 'a', value: 'poison' }];
    const bad = [{ userStatus: 'poison' }, { attributes }, { reason: 'poison' }];
    const { body } = await bulk([actor.message(), ...bad.map((fields) => actor.message(fields)), 'no object']);
    expect(body.results.map(({ error }) => error?.details?.[0]?.field ?? null)).toEqual([
      ...[null, 'userStatus', 'attributes', 'activities[3]', 'activities[4]'],
    ]);
    expect(body.results[4]?.error?.message).toBe('activities[4] must be a JSON object');
    const alone = await actor.request('POST', '/api/activities', { body: actor.message({ userStatus: 'poison' }) });
    expect(alone).toMatchObject({ status: 400, body: { details: [{ field: 'userStatus' }] } });
  });

  it('is found in a bounded number of statements, and no hook is asked again for it', async () => {
    const policy = { key: 'credit', strategy: 'UPFRONT', resolver: 'CLIENT_HOOK', hook: { url: scenario.sink.url } };
    await actor.request('POST', '/api/activity-config/attribute-policies', { body: policy });
    answerItems(() => '"ok"', '/');
    const asked = scenario.sink.requests.length;
    const inserts = async () => {
      const [row] = await executeAsOwner<{ n: string }>(scenario.api, `SELECT nextval('inserts') AS n`);
      return Number(row?.n);
    };
    const before = await inserts();
    const activities = Array.from({ length: 256 }, (_, n) =>
      actor.message({ attributeKeys: ['credit'], ...(n % 2 === 0 && { reason: 'poison' }) }),
    );
    const { body } = await bulk(activities);
    expect(body.results.filter(({ status }) => status === 'created')).toHaveLength(128);
    expect(body.results.filter(({ status }) => status === 'invalid')).toHaveLength(128);
    // All, quarters, quarters of these …: 1 + 4 + 16 + 64 + 256.
    expect((await inserts()) - before - 1).toBeLessThanOrEqual(341);
    expect(scenario.sink.requests.length - asked).toBe(1);
  });

  const standing = (externalStatus: string) => ({ commerceExternalId: 'STORE-1', status: 'COMPLETED', externalStatus });
  const results = async (statuses: string[]) =>
    actor.request<Results>('POST', '/api/activity-results/bulk', { body: { results: statuses.map(standing) } });
  const storedResults = async () => {
    const { body } = await actor.request<{ data: { externalStatus: string }[] }>('GET', '/api/activity-results');
    return body.data.map(({ externalStatus }) => externalStatus).sort();
  };

  it('of a bulk of results refuses no other, nor does one that fails for a reason of ours', async () => {
    const { status, body } = await results(['a', 'poison', 'b', 'boom P0001', 'c']);
    expect(status).toBe(200);
    expect(body.results.map((result) => [result.status, result.error?.code ?? null])).toEqual([
      ['standalone', null],
      ['invalid', 'VALIDATION_FAILED'],
      ['standalone', null],
      ['invalid', 'INTERNAL'],
      ['standalone', null],
    ]);
    expect(body.results[1]?.error?.details?.[0]?.field).toBe('externalStatus');
    expect(await storedResults()).toEqual(['a', 'b', 'c']);
  });

  it('is told as such where the database went away after other results were stored', async () => {
    // Those without an activity go one after the other.
    const { status, body } = await results(['a', 'boom 57P01', 'b']);
    expect(status).toBe(200);
    expect(body.results.map((result) => [result.status, result.error?.code ?? null])).toEqual([
      ['standalone', null],
      ['invalid', 'NOT_READY'],
      ['invalid', 'NOT_READY'],
    ]);
    expect(await storedResults()).toEqual(['a']);
  });

  it('is no matter where the database is away for all results: 503', async () => {
    const { status, body } = await results(['boom 57P01', 'a']);
    expect([status, body]).toMatchObject([503, { code: 'NOT_READY' }]);
    expect(await storedResults()).toEqual([]);
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
          { index: 0, code: 'VALIDATION_FAILED', message: 'name has a value that cannot be stored as it is' },
          { index: 3, code: 'VALIDATION_FAILED' },
          { index: 5, code: 'VALIDATION_FAILED' },
        ],
      },
    ]);
  });

  /** As JSON text, in which a value may nest deeper than `JSON.stringify` can go. */
  const answerItems = (valueOf: (activityId: string, index: number) => string, hookPath = '/hook') => {
    scenario.sink.answerWith(({ path, json }) => {
      if (path !== hookPath) return { body: { id: 'p-1' } };
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
      const before = scenario.sink.requests.length;
      const dispatcher = await startDispatcher({ databaseUrl: scenario.api.settings.databaseUrl });
      try {
        for (const id of ids) {
          const { lastError } = await actor.untilStatus(id, id === poisoned ? 'UNRESOLVED' : 'DISPATCHED');
          if (id === poisoned) expect(lastError).toMatchObject({ code: 'ATTRIBUTE_UNRESOLVED' });
          if (id === poisoned) expect(lastError?.message).toMatch(why);
        }
        const asked = scenario.sink.requests.slice(before).filter(({ path }) => path === '/hook');
        expect(asked.flatMap(({ json }) => (json as { items: unknown[] }).items)).toHaveLength(ids.length);
      } finally {
        await dispatcher.close();
      }
    },
  );

  it.each([
    ['nested too deep', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000), /nested deeper/],
    ['an integer beyond 2^53 under a name with NUL', '{"a\\u0000":12345678901234567890}', /cannot be kept/],
    ['a number beyond a double', '{"a":[1,-1e400]}', /not JSON/],
  ])('that a hook gave at creation, %s, makes its activity UNRESOLVED', async (_, value, why) => {
    const hook = { url: `${scenario.sink.url}/hook`, timeoutMs: 10_000 };
    const policy = { key: 'credit', strategy: 'UPFRONT', resolver: 'CLIENT_HOOK', hook };
    await actor.request('POST', '/api/activity-config/attribute-policies', { body: policy });
    answerItems((_id, index) => (index === 1 ? value : '"ok"'));
    const { status, body } = await bulk(Array.from({ length: 3 }, () => actor.message({ attributeKeys: ['credit'] })));
    expect(status).toBe(200);
    expect(body.results.map(({ activity }) => activity?.status).sort()).toEqual(['READY', 'READY', 'UNRESOLVED']);
    const unresolved = body.results.find(({ activity }) => activity?.status === 'UNRESOLVED');
    expect(unresolved?.activity?.lastError?.message).toMatch(why);
  });
});
