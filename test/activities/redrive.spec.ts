import { randomUUID } from 'node:crypto';
import { Database } from '@errand/database';
import { eventually } from '../support/eventually';
import { type Actor, type ActivityBody, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

interface Report {
  matched: number;
  created: number;
  alreadyRedriven: number;
  remaining: number;
  byErrorCode: Record<string, number>;
  sample: ActivityBody[];
  activityIds: string[];
}

describe('redrive', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
  });

  /** @returns the ids of new activities that FAILED with this code, oldest first */
  async function failed(count: number, code: string | null = 'TIMEOUT'): Promise<string[]> {
    const ids: string[] = [];
    for (let made = 0; made < count; made += 1) ids.push((await actor.create()).id);
    await fail(ids, code);
    return ids;
  }

  async function fail(ids: string[], code: string | null = 'TIMEOUT'): Promise<void> {
    await execute(
      scenario.api,
      `UPDATE activities SET status = 'FAILED', finished_at = now(), next_attempt_at = NULL, last_error_code = $3,
         last_error_message = $3
       WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
      [actor.tenant.id, ids, code],
    );
  }

  async function redrive(body: object): Promise<Report> {
    const answer = await actor.request<Report>('POST', '/api/activities/redrive', { body });
    expect(answer.status).toBe(200);
    return answer.body;
  }

  it('links the original to its copy, alone and in lists', async () => {
    const [id = ''] = await failed(1);
    expect((await actor.get(id)).redrivenAs).toBeNull();
    const { activityIds } = await redrive({ ids: [id] });
    expect(await actor.get(id)).toMatchObject({ status: 'FAILED', redrivenAs: activityIds[0] });
    expect(await actor.get(activityIds[0] ?? '')).toMatchObject({ retryOf: id, redrivenAs: null });
    expect(await actor.list('status=FAILED')).toMatchObject([{ id, redrivenAs: activityIds[0] }]);
  });

  it('is told apart in lists by redriven=true and redriven=false', async () => {
    const [first = '', second = ''] = await failed(2);
    const [copy = ''] = (await redrive({ ids: [first] })).activityIds;
    expect((await actor.list('redriven=true')).map(({ id }) => id)).toEqual([first]);
    expect((await actor.list('redriven=false&status=FAILED')).map(({ id }) => id)).toEqual([second]);
    expect((await actor.list('redriven=false')).map(({ id }) => id)).toEqual([copy, second]);
    expect((await actor.request('GET', '/api/activities?redriven=maybe')).status).toBe(400);
  });

  it('passes over what was redriven, unless told otherwise', async () => {
    const ids = await failed(3);
    const [first = '', ...others] = ids;
    await redrive({ ids: [first] });
    expect(await redrive({ ids, dryRun: true })).toMatchObject({ matched: 2, alreadyRedriven: 1, remaining: 2 });
    expect(await redrive({ filter: {}, dryRun: true })).toMatchObject({ matched: 2, created: 0 });
    expect(await redrive({ filter: {}, dryRun: true, includeRedriven: true })).toMatchObject({ matched: 3 });

    const again = await redrive({ ids: [first], includeRedriven: true });
    expect(again).toMatchObject({ matched: 1, created: 1, alreadyRedriven: 0, remaining: 0 });
    const [latest = ''] = again.activityIds;
    expect(await actor.get(first)).toMatchObject({ redrivenAs: latest });
    expect(await actor.get(latest)).toMatchObject({ retryOf: first, status: 'READY', origin: 'REDRIVE' });

    const rest = await redrive({ filter: {} });
    expect(rest).toMatchObject({ matched: 2, created: 2, remaining: 0 });
    expect(
      (await Promise.all(rest.activityIds.map((id) => actor.get(id)))).map(({ retryOf }) => retryOf).sort(),
    ).toEqual(others.sort());
  });

  it('again, by two at once, makes the same copies', async () => {
    const ids = await failed(20);
    await redrive({ ids });
    const reports = await Promise.all([1, 2].map(() => redrive({ ids, includeRedriven: true })));
    const latest = await Promise.all(ids.map(async (id) => (await actor.get(id)).redrivenAs));
    expect(reports.flatMap(({ activityIds }) => activityIds)).toEqual(expect.arrayContaining(latest));
    expect(await actor.count('origin=REDRIVE')).toBe(20 + reports.reduce((sum, { created }) => sum + created, 0));
    expect(new Set(latest).size).toBe(20);
  });

  it('says in a dry run what it would take: how many of each error code, and some of them', async () => {
    await failed(4, 'TIMEOUT');
    await failed(3, 'PROVIDER_REJECTED');
    const [newest] = await failed(1, null);
    await actor.create();
    const report = await redrive({ filter: {}, dryRun: true });
    expect(report).toMatchObject({
      matched: 8,
      created: 0,
      remaining: 8,
      byErrorCode: { TIMEOUT: 4, PROVIDER_REJECTED: 3, NONE: 1 },
      activityIds: [],
    });
    expect(report.sample).toHaveLength(5);
    expect(report.sample[0]).toMatchObject({ id: newest, status: 'FAILED', lastError: null });
    expect(await redrive({ filter: {} })).toMatchObject({ matched: 8, created: 8, sample: [] });
  });

  it('makes copies that are due from startAt on, spread by the rate', async () => {
    const ids = await failed(3);
    const startAt = '2999-01-01T00:00:00.000Z';
    const { activityIds } = await redrive({ ids, start_at: startAt, ratePerSecond: 2 });
    const copies = await Promise.all(activityIds.map((id) => actor.get(id)));
    expect(copies.map(({ scheduledAt }) => scheduledAt).sort()).toEqual([
      startAt,
      '2999-01-01T00:00:00.500Z',
      '2999-01-01T00:00:01.000Z',
    ]);
    expect(copies.map(({ waitingFor }) => waitingFor?.reason)).toEqual(['SCHEDULE', 'SCHEDULE', 'SCHEDULE']);
  });

  it('takes a startAt in the past for now', async () => {
    const ids = await failed(1);
    const before = new Date().toISOString();
    const [copy = ''] = (await redrive({ ids, startAt: '2020-01-01T00:00:00.000Z' })).activityIds;
    expect(String((await actor.get(copy)).scheduledAt) >= before).toBe(true);
  });

  it('refuses a startAt whose copies would be due after the year 9999', async () => {
    const body = { filter: {}, startAt: '9999-12-31T23:59:59.000Z', ratePerSecond: 0.1 };
    expect(await actor.request('POST', '/api/activities/redrive', { body })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', details: [{ field: 'startAt' }] },
    });
  });

  it('ends although a caller’s own activity has the key of a copy', async () => {
    const [id = ''] = await failed(1);
    await actor.create({ idempotencyKey: `redrive:${id}` });
    expect(await redrive({ ids: [id] })).toMatchObject({ matched: 1, created: 0, remaining: 0 });
  });

  it('by limited calls repeats each original once, until nothing remains, also those redriven before', async () => {
    const ids = await failed(5);
    await redrive({ ids: ids.slice(1, 3) });
    for (let round = 1; round <= 2; round += 1) {
      expect(await redrive({ filter: { type: ['MESSAGE'] }, includeRedriven: true, dryRun: true })).toMatchObject({
        matched: 5,
      });
      const remaining: number[] = [];
      const copies: string[] = [];
      while (remaining.at(-1) !== 0 && remaining.length < 10) {
        const report = await redrive({ filter: { type: ['MESSAGE'] }, includeRedriven: true, limit: 2 });
        remaining.push(report.remaining);
        copies.push(...report.activityIds);
        // What fails meanwhile is no more to do for them.
        await fail(report.activityIds);
      }
      expect(remaining).toEqual([3, 1, 0]);
      const originals = await Promise.all(copies.map(async (id) => (await actor.get(id)).retryOf));
      expect(originals.sort()).toEqual([...ids].sort());
    }
  });

  it('repeats each original once although the same call is made again before the first is over', async () => {
    const [first = '', second = ''] = await failed(2);
    const call = { ids: [first, second], includeRedriven: true };
    const [copy] = (await redrive({ ...call, limit: 1 })).activityIds;
    const client = await scenario.api.app.get(Database).pool.connect();
    try {
      // The next call has listed the first as still to be copied when the other makes its copy.
      await client.query('BEGIN');
      await client.query('SELECT FROM activities WHERE id = $1 FOR UPDATE', [first]);
      const waiting = redrive(call);
      const isBlocked = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      await eventually(
        () => execute(scenario.api, isBlocked),
        (blocked) => blocked.length === 1,
      );
      const columns =
        'tenant_id, type, channel, reason, status, origin, content_hash, commerce_id, scheduled_at, created_at, updated_at';
      await client.query(
        `INSERT INTO activities (id, idempotency_key, retry_of, ${columns})
         SELECT $1::uuid, 'redrive:' || $2, $2::uuid, ${columns} FROM activities WHERE id = $3`,
        [randomUUID(), first, copy],
      );
      await client.query('COMMIT');
      expect(await waiting).toMatchObject({ matched: 1, created: 0, remaining: 0 });
    } finally {
      client.release();
    }
  });

  it('of other ids or another filter begins anew', async () => {
    const [first = '', second = ''] = await failed(2);
    expect(await redrive({ ids: [first], includeRedriven: true })).toMatchObject({ created: 1 });
    expect(await redrive({ ids: [first], includeRedriven: true })).toMatchObject({ created: 1, alreadyRedriven: 0 });
    expect(await redrive({ ids: [first, second], includeRedriven: true })).toMatchObject({ created: 2, remaining: 0 });
    expect(await redrive({ filter: { channel: ['WHATSAPP'] }, includeRedriven: true })).toMatchObject({ created: 2 });
  });

  it('takes those of one person, and of another none', async () => {
    await failed(2);
    const nobody = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';
    expect(await redrive({ filter: { commerceUserId: nobody } })).toMatchObject({ matched: 0, created: 0 });
    expect(await redrive({ filter: { commerceUserId: actor.ownerId }, limit: 1 })).toMatchObject({
      ...{ matched: 2, created: 1, remaining: 1 },
    });
  });

  it('goes on past what cannot be copied', async () => {
    const ids = await failed(3);
    await actor.create({ idempotencyKey: `redrive:${ids[2] ?? ''}` });
    expect(await redrive({ filter: {}, limit: 1 })).toMatchObject({ matched: 3, created: 1, remaining: 1 });
  });
});
