import { Database } from '@errand/database';
import { Client } from 'pg';
import { rowsRead } from '../support/rows-read';
import { type Actor, type ActivityBody, Scenario } from '../support/scenario';
import { execute, executeAsOwner } from '../support/sql';

interface Page {
  data: ActivityBody[];
  meta: {
    page: number | null;
    limit: number;
    total: number | null;
    totalPages: number | null;
    totalIsCapped: boolean;
    matchedBy: string | null;
  };
  nextCursor: string | null;
}

describe('lists of activities', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
  });
  afterAll(() => scenario.close());

  const list = async (query: string, by: Actor = actor, path = '/api/activities') => {
    const { status, body } = await by.request<Page>('GET', `${path}?${query}`);
    expect({ query, status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const idsOf = async (query: string, by: Actor = actor) => (await list(query, by)).data.map(({ id }) => id);

  describe('totals', () => {
    it('counts as far as is asked for', async () => {
      const counted = await scenario.tenant();
      for (let made = 0; made < 3; made += 1) await counted.create();
      const uncapped = { total: 3, totalPages: 2, totalIsCapped: false };
      const untold = { total: null, totalPages: null, totalIsCapped: false };
      expect((await list('perPage=2', counted)).meta).toMatchObject({
        page: 1,
        limit: 2,
        ...uncapped,
        matchedBy: null,
      });
      expect((await list('perPage=2&total=capped', counted)).meta).toMatchObject(uncapped);
      expect((await list('perPage=2&total=exact', counted)).meta).toMatchObject(uncapped);
      expect((await list('perPage=2&total=none&page=2', counted)).meta).toMatchObject({ page: 2, ...untold });
      const { nextCursor } = await list('perPage=2', counted);
      const next = await list(`perPage=2&total=exact&cursor=${nextCursor ?? ''}`, counted);
      expect(next.meta).toMatchObject({ page: null, ...untold });
      expect(await counted.request('GET', '/api/activities?total=many')).toMatchObject({
        status: 400,
        body: { details: [{ field: 'total' }] },
      });
    });

    it('stops at 10,000, and answers pages beyond', async () => {
      const many = await scenario.tenant();
      await copies(many, 10_050);
      const capped = { total: 10_000, totalPages: 100, totalIsCapped: true };
      expect((await list('perPage=100', many)).meta).toMatchObject(capped);
      const beyond = await list('perPage=100&page=101', many);
      expect(beyond.meta).toMatchObject({ page: 101, ...capped });
      expect(beyond.data).toHaveLength(51);
      const exact = { total: 10_051, totalPages: 101, totalIsCapped: false };
      expect((await list('perPage=100&total=exact', many)).meta).toMatchObject(exact);
      expect((await list('search=copied&total=capped', many)).meta).toMatchObject({
        total: 10_000,
        matchedBy: 'reason',
      });
    });

    it('are told of results alike, and of other lists as before', async () => {
      const { meta } = await list('total=none', actor, '/api/activity-results');
      expect(meta).toEqual({ page: 1, limit: 25, total: null, totalPages: null, totalIsCapped: false });
      const commerces = await list('', actor, '/api/commerces');
      expect(commerces.meta).toEqual({ page: 1, limit: 25, total: 1, totalPages: 1 });
      expect(await actor.request('GET', '/api/commerces?total=none')).toMatchObject({ status: 400 });
    });
  });

  describe('search', () => {
    it('answers by the first of id, key, provider id, store and reason that hits', async () => {
      const found = await scenario.tenant();
      const storeId = await storeOf(found, 'ÑU-77', 'Almacén PEÑALOLÉN 100%');
      const plain = await found.create({ reason: 'Cobranza ágil' });
      const atStore = await found.create({ commerceId: storeId, reason: plain.id, idempotencyKey: 'Clave-Ñ' });
      const named = await found.create({ reason: 'Clave-Ñ', idempotencyKey: 'peñalolén' });
      await execute(
        scenario.api,
        `UPDATE activities SET provider_activity_id = 'wamid.7' WHERE tenant_id = $1 AND id = $2`,
        [found.tenant.id, plain.id],
      );
      const by = async (search: string, rest = '') => {
        const { data, meta } = await list(`search=${encodeURIComponent(search)}${rest}`, found);
        expect(meta.total).toBe(data.length);
        return [meta.matchedBy, data.map(({ id }) => id)];
      };
      expect(await by(plain.id)).toEqual(['id', [plain.id]]);
      expect(await by(plain.id.toUpperCase())).toEqual(['id', [plain.id]]);
      expect(await by('Clave-Ñ')).toEqual(['idempotencyKey', [atStore.id]]);
      expect(await by('wamid.7')).toEqual(['providerActivityId', [plain.id]]);
      expect(await by('wamid')).toEqual([null, []]);
      expect(await by('peñalolén')).toEqual(['idempotencyKey', [named.id]]);
      for (const part of ['almacén peña', 'ALMACÉN PEÑA', 'ñu-7', 'Ñu-77', '100%']) {
        expect([part, await by(part)]).toEqual([part, ['commerce', [atStore.id]]]);
      }
      for (const part of ['ÁGIL', 'cobranza Á', 'clave-ñ']) {
        expect([part, (await by(part))[0]]).toEqual([part, 'reason']);
      }
      expect(await by('100_')).toEqual([null, []]);
      // The other filters count: what they keep out is no hit.
      expect(await by('Clave-Ñ', `&commerceId=${found.commerceId}`)).toEqual(['reason', [named.id]]);
    });

    it('finds the activities of many matching stores', async () => {
      const chain = await scenario.tenant();
      for (let place = 0; place < 51; place += 1) await storeOf(chain, `m${place}`, `Cadena Ñ ${place}`);
      const last = await storeOf(chain, 'last', 'cadena ñ');
      const { id } = await chain.create({ commerceId: last });
      await chain.create();
      expect(await list(`search=${encodeURIComponent('CADENA ñ')}`, chain)).toMatchObject({
        data: [{ id }],
        meta: { matchedBy: 'commerce', total: 1 },
      });
    });

    it('looks at reasons of the last 30 days, or of the time that is given', async () => {
      const old = await scenario.tenant();
      const day = 86_400_000;
      const madeAt = new Date(Date.now() - 31 * day);
      const id = `${idTime(madeAt)}-7000-8000-000000000001`;
      await copies(old, 1, { id, madeAt });
      expect((await list('search=copied', old)).meta).toMatchObject({ matchedBy: null, total: 0 });
      const from = new Date(madeAt.getTime() - 1_000).toISOString();
      const to = new Date(madeAt.getTime() + 1_000).toISOString();
      for (const range of [`createdFrom=${from}`, `createdTo=${to}`, `createdFrom=${from}&createdTo=${to}`]) {
        expect(await list(`search=COPIED&${range}`, old)).toMatchObject({
          data: [{ id }],
          meta: { matchedBy: 'reason' },
        });
      }
      expect(await idsOf(`createdTo=${from}`, old)).toEqual([]);
    });

    it('matches letters in any case in the lists of master data', async () => {
      const id = await storeOf(actor, 'ÁRBOL', 'Señor Ñandú');
      for (const search of ['árbol', 'SEÑOR ÑANDÚ']) {
        expect(await namesakes('/api/commerces', search)).toEqual([id]);
      }
      const other = await storeOf(actor, 'K_1', String.raw`Straße \ İ 10%`);
      for (const search of ['k_1', 'STRAẞE', String.raw`e \ İ 10%`, '\\', 'straße']) {
        expect([search, await namesakes('/api/commerces', search)]).toEqual([search, [other]]);
      }
    });
    const namesakes = async (path: string, search: string) =>
      (await list(`search=${encodeURIComponent(search)}`, actor, path)).data.map(({ id }) => id);
  });

  it('ends after 5 s with a code of its own, with a search and without, as do those of results and of tasks', async () => {
    const key = await actor.tenant.key('VIEW_ACTIVITIES');
    const locker = await connect();
    await locker.query('BEGIN');
    await locker.query('LOCK TABLE activities, activity_results IN ACCESS EXCLUSIVE MODE');
    try {
      const paths = [
        '/api/activities?search=slow',
        '/api/activities',
        '/api/activity-results',
        '/api/integration/activities/tasks',
      ];
      const answers = await Promise.all(paths.map((path) => actor.request<{ code: string }>('GET', path, { key })));
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        paths.map(() => [400, 'SEARCH_TOO_BROAD']),
      );
    } finally {
      await locker.query('ROLLBACK');
      await locker.end();
    }
  }, 20_000);

  it('of which the end is seen is not counted', async () => {
    const few = await scenario.tenant();
    for (let made = 0; made < 3; made += 1) await few.create();
    const database = scenario.api.app.get(Database);
    const readsOf = async (query: string) => {
      const heard = jest.spyOn(database, 'queryWithin');
      const { meta } = await list(query, few);
      const reads = heard.mock.calls.length;
      heard.mockRestore();
      return { query, total: meta.total, reads };
    };
    for (const [query, total, reads] of [
      ['perPage=3', 3, 1],
      ['perPage=2&page=2', 3, 1],
      ['reason=none&total=exact', 0, 1],
      ['perPage=2', 3, 2],
      ['perPage=3&page=5', 3, 2],
    ] as const) {
      expect(await readsOf(query)).toEqual({ query, total, reads });
    }
  });

  describe('filters', () => {
    it('find by store, operator, route, config, error, reason and label', async () => {
      const filtered = await scenario.tenant();
      const storeId = await storeOf(filtered, 'ext 1', 'Other');
      const labelled = await filtered.create({
        commerceId: storeId,
        reason: 'exact',
        metadata: { 'team.name': 'norte, sur', count: 5, nothing: null },
      });
      const task = await filtered.create({
        type: 'TASK',
        channel: 'SALESMAN',
        reason: 'exact too',
        assignedRouteId: filtered.routeId,
        assignedOperatorId: filtered.operatorId,
      });
      const configId = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';
      await execute(
        scenario.api,
        `UPDATE activities SET dispatch_config_id = $3, last_error_code = 'TIMEOUT', last_error_message = 'late'
         WHERE tenant_id = $1 AND id = $2`,
        [filtered.tenant.id, task.id, configId],
      );
      const { routeId, operatorId, ownerId } = filtered;
      const toOwner = await filtered.create({ scheduledAt: '2099-01-01T00:00:00Z' });
      const expected: [string, string[]][] = [
        ['commerceExternalId=ext%201', [labelled.id]],
        ['commerceExternalId=none', []],
        [`commerceUserId=${ownerId}`, [toOwner.id, task.id]],
        [`commerceUserId=${ownerId}&reason=exact`, []],
        [`commerceUserId=${ownerId}&reason=exact%20too`, [task.id]],
        [`commerceUserId=${actor.ownerId}`, []],
        [`operatorId=${operatorId}`, [task.id]],
        [`routeId=${routeId}`, [task.id]],
        [`operator_id=${routeId}`, []],
        [`dispatchConfigId=${configId}`, [task.id]],
        ['errorCode=TIMEOUT', [task.id]],
        ['errorCode=CONNECTION_FAILED,TIMEOUT', [task.id]],
        ['errorCode=CONNECTION_FAILED', []],
        ['reason=exact', [labelled.id]],
        ['label.team.name=norte%2C%20sur', [labelled.id]],
        ['label.count=5&label.team.name=norte%2C%20sur', [labelled.id]],
        ['label.count=6', []],
        ['label.nothing=', []],
      ];
      for (const [query, ids] of expected) expect([query, await idsOf(query, filtered)]).toEqual([query, ids]);
      for (const query of [
        'label=x',
        'label.a=1&label.a=2',
        'labels.a=1',
        'label.__proto__=x',
        'errorCode=a%20b',
        'waiting=LONG',
        'include=x',
      ]) {
        expect([query, (await filtered.request('GET', `/api/activities?${query}`)).status]).toEqual([query, 400]);
      }
    });

    it('find READY ones by what they wait for, and tell it of each', async () => {
      const waiting = await scenario.tenant();
      const later = await waiting.create({ scheduledAt: '2999-01-01T00:00:00Z' });
      const due = await waiting.create();
      const canceled = await waiting.create();
      await waiting.request('PATCH', `/api/activities/${canceled.id}/cancel`);
      const retried = await waiting.create({ scheduledAt: '2999-01-01T00:00:00Z' });
      await execute(scenario.api, `UPDATE activities SET dispatch_attempt_count = 1 WHERE tenant_id = $1 AND id = $2`, [
        waiting.tenant.id,
        retried.id,
      ]);
      const comeDue = await waiting.create({ scheduledAt: '2999-01-01T00:00:00Z' });
      await execute(scenario.api, `UPDATE activities SET next_attempt_at = now() WHERE tenant_id = $1 AND id = $2`, [
        waiting.tenant.id,
        comeDue.id,
      ]);
      expect(await idsOf('waiting=SCHEDULE', waiting)).toEqual([later.id]);
      expect(await idsOf('waiting=RETRY,SCHEDULE', waiting)).toEqual([retried.id, later.id]);
      expect(await idsOf('waiting=IN_FLIGHT', waiting)).toEqual([]);
      const [lane] = (await list('include=waitingFor', waiting)).data as { waitingFor: { reason: string } }[];
      const reason = lane?.waitingFor.reason ?? '';
      expect(await idsOf(`waiting=${reason}`, waiting)).toEqual([comeDue.id, due.id]);
      expect(await idsOf('waiting=TENANT_PAUSED', waiting)).toEqual([]);
      await scenario.api.request('PATCH', `/api/tenants/${waiting.tenant.id}`, { body: { status: 'PAUSED' } });
      expect((await list('waiting=TENANT_PAUSED,SCHEDULE&include=waitingFor', waiting)).data).toMatchObject([
        { id: comeDue.id, waitingFor: { reason: 'TENANT_PAUSED' } },
        { id: due.id, waitingFor: { reason: 'TENANT_PAUSED' } },
        { id: later.id, waitingFor: { reason: 'SCHEDULE' } },
      ]);
      const told = await list('status=CANCELED&include=waitingFor', waiting);
      expect(told.data).toMatchObject([{ id: canceled.id, waitingFor: null }]);
      expect((await list('status=CANCELED', waiting)).data[0]).not.toHaveProperty('waitingFor');
    });

    it('count for a redrive as well, and a search there means the same until its end', async () => {
      const failed = await scenario.tenant();
      const [one, two] = [await failed.create({ idempotencyKey: 'wave' }), await failed.create({ reason: 'wave' })];
      await execute(
        scenario.api,
        `UPDATE activities SET status = 'FAILED', finished_at = now(), next_attempt_at = NULL, metadata = '{"a": "b"}',
           last_error_code = 'TIMEOUT', last_error_message = 'late' WHERE tenant_id = $1`,
        [failed.tenant.id],
      );
      const redrive = async (filter: object) =>
        (await failed.request('POST', '/api/activities/redrive', { body: { filter, dryRun: false } })).body;
      expect(await redrive({ errorCode: ['TIMEOUT'], label: { a: 'c' } })).toMatchObject({ matched: 0 });
      expect(await redrive({ errorCode: 'TIMEOUT', 'label.a': 'c' })).toMatchObject({ matched: 0 });
      expect(await redrive({ search: 'wave' })).toMatchObject({ matched: 1, created: 1 });
      expect(await redrive({ search: 'wave' })).toMatchObject({ matched: 0, created: 0 });
      const [copy] = (await list('origin=REDRIVE', failed)).data;
      expect(copy).toMatchObject({ retryOf: one.id });
      expect(await redrive({ 'label.a': 'b', errorCode: 'NONE,TIMEOUT', status: 'FAILED' })).toMatchObject({
        matched: 1,
        created: 1,
      });
      expect((await list('origin=REDRIVE', failed)).data[0]).toMatchObject({ retryOf: two.id });
    });
  });

  it('reads no more than it shows and counts, whatever the time, status or error code', async () => {
    const walked = await scenario.tenant();
    const longAgo = new Date(Date.now() - 40 * 86_400_000);
    await copies(walked, 1, { id: `${idTime(longAgo)}-7000-8000-000000000001`, madeAt: longAgo });
    await copies(walked, 3_000);
    const database = scenario.api.app.get(Database);
    await execute(
      scenario.api,
      `UPDATE activities SET last_error_code = CASE WHEN created_at = $2 THEN 'RARE' ELSE 'TIMEOUT' END,
         last_error_message = 'x' WHERE tenant_id = $1 AND status = 'CANCELED'`,
      [walked.tenant.id, longAgo],
    );
    await executeAsOwner(scenario.api, 'ANALYZE activities');
    const client = await connect();
    // A search looks through the stores; so few that the whole table may be read, with those of the tests before.
    const stores = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM commerces');
    const most = 30 + (stores.rows[0]?.n ?? 0);
    try {
      const createdTo = new Date(longAgo.getTime() + 1_000).toISOString();
      const half = await list('perPage=100&page=15', walked);
      for (const query of [
        `createdTo=${createdTo}`,
        'errorCode=RARE',
        'errorCode=RARE,NOWHERE&channel=WHATSAPP',
        'errorCode=RARE&status=FAILED&total=exact',
        'status=FAILED,UNRESOLVED',
        'waiting=RETRY,SCHEDULE&type=TASK',
        'perPage=10&total=none&status=CANCELED',
        `perPage=10&cursor=${half.nextCursor ?? ''}`,
        `perPage=10&cursor=${half.nextCursor ?? ''}&status=CANCELED`,
        'search=nothing-of-this-key&status=FAILED',
      ]) {
        const heard = jest.spyOn(database, 'queryWithin');
        await list(query, walked);
        const reads = [...heard.mock.calls];
        heard.mockRestore();
        for (const [, { text }, values = []] of reads) {
          const rows = await rowsRead(client, { name: 'listed', text }, values);
          expect({ query, text, rows: rows <= most }).toEqual({ query, text, rows: true });
        }
        expect(reads.length).toBeGreaterThan(0);
      }
    } finally {
      await client.end();
    }
  });

  async function connect(): Promise<Client> {
    const client = new Client({ connectionString: scenario.api.settings.databaseUrl });
    await client.connect();
    return client;
  }

  async function storeOf(by: Actor, externalId: string, name: string): Promise<string> {
    const { body } = await by.request<{ id: string }>('POST', '/api/commerces', { body: { externalId, name } });
    return body.id;
  }

  /** Rows of a tenant as of an activity that it makes first. */
  async function copies(by: Actor, count: number, { id, madeAt }: { id?: string; madeAt?: Date } = {}): Promise<void> {
    const made = await by.create();
    await execute(
      scenario.api,
      `INSERT INTO activities (tenant_id, id, type, channel, reason, status, origin, idempotency_key, content_hash,
         commerce_id, scheduled_at, created_at, updated_at, finished_at)
       SELECT tenant_id, COALESCE($4::uuid, overlay(gen_random_uuid()::text PLACING left(id::text, 14) FROM 1 FOR 14)::uuid),
         type, channel, 'copied', 'CANCELED', origin, gen_random_uuid()::text, content_hash, commerce_id, scheduled_at,
         COALESCE($5, created_at), updated_at, updated_at
       FROM activities, generate_series(1, $3::int) WHERE tenant_id = $1 AND id = $2`,
      [by.tenant.id, made.id, count, id ?? null, madeAt ?? null],
    );
  }
});

/** How the ids of rows that were created at a time begin. */
function idTime(date: Date): string {
  const digits = date.getTime().toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}
