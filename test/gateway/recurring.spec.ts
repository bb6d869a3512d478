import { randomBytes } from 'node:crypto';
import { eventually } from '../support/eventually';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { attributesOf, Gateway } from './gateway';
import { type BackfillBody, hourly, Recurring } from './recurring';

const everySecond = '* * * * * *';
let scenario: Scenario;
let gateway: Gateway;
let recurring: Recurring;

beforeAll(async () => {
  scenario = await Scenario.start(2, { scheduledCheckIntervalSeconds: 1 });
});
afterAll(() => scenario.close());
beforeEach(async () => {
  await scenario.freshSink();
  scenario.sink.answerWith(() => ({ body: { id: 'p' } }));
  gateway = await Gateway.open(scenario);
  recurring = new Recurring(scenario, gateway.actor);
});

const untilStatus = (id: string, wanted: string) =>
  eventually(
    () => recurring.get(id),
    ({ status }) => status === wanted,
  );
/** What became of its occurrences, once there are so many. */
const fates = async (id: string, count: number) => {
  const all = await eventually(
    () => recurring.occurrences(id),
    ({ length }) => length >= count,
  );
  return all.map(({ status, reason }) => reason ?? status);
};

/** Waits until all that it has done so far is sent. */
const untilSent = async (id: string) => {
  for (const { activity_id } of await recurring.occurrences(id)) {
    await gateway.actor.untilStatus(activity_id ?? '', 'DISPATCHED');
  }
};

describe('a recurring action', () => {
  it('is done at each of its times, once, while two dispatchers run', async () => {
    const delays: number[] = [];
    scenario.sink.answerWith(({ json }) => {
      delays.push(Date.now() - Date.parse((json as { scheduledAt: string }).scheduledAt));
      return { body: { id: 'p' } };
    });
    const often = { cron_expression: everySecond, max_executions: 3, missed_policy: 'fire_all' };
    const { id } = await recurring.create({ ...often, metadata: { a: 'b' } });
    const [request] = await scenario.sink.waitForRequests(3);
    expect(request?.json).toMatchObject({ reason: 'remind', metadata: { a: 'b' } });
    expect(attributesOf(request)).toEqual({ to: 'ana' });
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    const done = await untilStatus(id, 'completed');
    const occurrences = await recurring.occurrences(id);
    expect(done).toMatchObject({ execution_count: 3, next_execution_at: null, enabled: true });
    expect(done.last_executed_at).toBe(occurrences[0]?.scheduled_for);
    const times = occurrences.map(({ scheduled_for }) => Date.parse(scheduled_for));
    expect(times.map((time) => time - (times[2] ?? 0))).toEqual([2000, 1000, 0]);
    await untilSent(id);
    expect(scenario.sink.requests).toHaveLength(3);
    expect(await recurring.actor.list('origin=RECURRING')).toHaveLength(3);
  });

  it('is not asked of the rules, and has a key of its own making', async () => {
    await gateway.rules(
      'rules: [{ name: none, condition: { field: action.namespace, ne: x }, action: { type: deny } }]',
    );
    const { id } = await recurring.create({
      ...{ cron_expression: everySecond, max_executions: 1, dedup_key: 'r-{{recurring_id}}-{{execution_time}}' },
    });
    const [request] = await scenario.sink.waitForRequests(1);
    const [occurrence] = await recurring.occurrences(id);
    expect(request?.json).toMatchObject({ idempotencyKey: `r-${id}-${occurrence?.scheduled_for}` });
  });

  it('whose key is taken is skipped from then on', async () => {
    const often = { cron_expression: everySecond, missed_policy: 'fire_all' };
    const { id } = await recurring.create({ ...often, dedup_key: 'only once' });
    expect((await fates(id, 2)).slice(-2)).toEqual(['duplicate', 'fired']);
    expect(await recurring.at('POST', id, '/pause')).toMatchObject({ body: { execution_count: 1 } });
  });

  it('that must not overlap is skipped while the one before is sent', async () => {
    let answer = () => {};
    scenario.sink.answerWith(() => new Promise((resolve) => (answer = () => resolve({ body: { id: 'p' } }))));
    const often = { cron_expression: everySecond, max_executions: 2, missed_policy: 'fire_all' };
    const { id } = await recurring.create({ ...often, overlap_policy: 'skip' });
    await scenario.sink.waitForRequests(1);
    expect((await fates(id, 2)).slice(-2)).toEqual(['overlap', 'fired']);
    answer();
    await scenario.sink.waitForRequests(2);
    answer();
    await untilStatus(id, 'completed');
    const all = await recurring.occurrences(id);
    expect(all.filter(({ status }) => status === 'fired')).toHaveLength(2);
  });

  it('that must not overlap is not kept waiting by one that cannot be resolved', async () => {
    const stuck = await gateway.actor.create({ attributeKeys: ['weather'] });
    await gateway.actor.untilStatus(stuck.id, 'UNRESOLVED');
    const { id } = await recurring.create({ overlap_policy: 'skip' });
    const last = 'UPDATE recurring_actions SET last_activity_id = $2 WHERE id = $1';
    await execute(scenario.api, last, [id, stuck.id]);
    await recurring.miss(id, 1);
    expect(await fates(id, 1)).toEqual(['fired']);
    await scenario.sink.waitForRequests(1);
  });

  it('whose provider is gone is skipped, and can be made up for once there is one', async () => {
    const { id } = await recurring.create({ missed_policy: 'fire_once' });
    await gateway.actor.request('DELETE', `/api/dispatch-configs/${gateway.configId}`);
    await recurring.miss(id, 1);
    expect(await fates(id, 1)).toEqual(['provider_not_found']);
    await gateway.actor.yom({ name: 'email' });
    const { created } = (
      await recurring.at<BackfillBody>('POST', id, '/backfill', {
        ...{ from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date().toISOString() },
      })
    ).body;
    expect(created).toBe(1);
    expect(await fates(id, 1)).toEqual(['fired']);
    await scenario.sink.waitForRequests(1);
  });
});

describe('a recurring action that cannot be done any more', () => {
  const spoil = async (id: string, set: string, value: string) => {
    await execute(scenario.api, `UPDATE recurring_actions SET ${set} WHERE id = $1`, [id, value]);
  };

  it('is skipped from time to time and keeps no other from being done', async () => {
    const created = [];
    for (let n = 0; n < 3; n += 1) created.push(await recurring.create());
    const [wide, lost, good] = created.map(({ id }) => id) as [string, string, string];
    await spoil(wide, `payload = $2::jsonb`, JSON.stringify({ [randomBytes(3000).toString('hex')]: 1 }));
    await spoil(lost, `timezone = $2`, 'Mars/Olympus');
    await execute(
      scenario.api,
      `UPDATE recurring_actions SET next_at = next_at - interval '1 hour' WHERE id = ANY($1)`,
      [[wide, lost, good]],
    );
    expect(await fates(wide, 1)).toEqual(['invalid']);
    expect(await fates(lost, 1)).toEqual(['invalid']);
    expect(await fates(good, 1)).toEqual(['fired']);
    const { next_execution_at } = created[0] ?? {};
    expect(await recurring.get(wide)).toMatchObject({ status: 'active', next_execution_at, execution_count: 0 });
    expect(await recurring.get(lost)).toMatchObject({ status: 'paused', next_execution_at: null });
    await scenario.sink.waitForRequests(1);
  });

  it('is not made: a payload whose members have names of thousands of bytes is refused, as at once', async () => {
    const payload = { [randomBytes(3000).toString('hex')]: 1 };
    const refused = { status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field: 'payload' }] } };
    expect(await recurring.post({ cron_expression: hourly, payload })).toMatchObject(refused);
    const { id } = await recurring.create();
    expect(await recurring.at('PATCH', id, '', { payload })).toMatchObject(refused);
    const body = { provider: 'email', action_type: 'remind', payload };
    expect(await gateway.actor.request('POST', '/v1/dispatch', { body })).toMatchObject(refused);
  });
});

describe('what was missed while no dispatcher ran', () => {
  it.each([
    ['fire_once', ['fired', 'missed', 'missed']],
    ['skip', ['missed', 'missed', 'missed']],
    ['fire_all', ['fired', 'fired', 'fired']],
  ])('is dealt with as %s says', async (missed_policy, expected) => {
    const { id, next_execution_at } = await recurring.create({ missed_policy });
    await recurring.miss(id, 3);
    expect(await fates(id, 3)).toEqual(expected);
    expect(await recurring.get(id)).toMatchObject({ next_execution_at });
    const fired = expected.filter((fate) => fate === 'fired').length;
    expect(await scenario.sink.waitForRequests(fired)).toHaveLength(fired);
  });
});

describe('pausing', () => {
  it('keeps it from being done until it is resumed, and then from now on', async () => {
    const often = { cron_expression: everySecond, missed_policy: 'fire_all' };
    const { id } = await recurring.create(often);
    await recurring.at('POST', id, '/pause');
    await untilSent(id);
    const before = await recurring.occurrences(id);
    // One that is not paused is done twice meanwhile.
    const other = await recurring.create(often);
    await fates(other.id, 2);
    expect(await recurring.occurrences(id)).toEqual(before);
    const resumedAt = Date.now();
    await recurring.at('POST', id, '/resume');
    const all = await eventually(
      () => recurring.occurrences(id),
      ({ length }) => length > before.length,
    );
    for (const { scheduled_for } of all.slice(0, all.length - before.length)) {
      expect(Date.parse(scheduled_for)).toBeGreaterThanOrEqual(resumedAt);
    }
    for (const one of [id, other.id]) {
      await recurring.at('POST', one, '/pause');
      await untilSent(one);
    }
  });

  it('and resuming tell when it is done next, and are refused where there is nothing to change', async () => {
    const { id, next_execution_at } = await recurring.create();
    expect(await recurring.at('POST', id, '/pause')).toMatchObject({
      ...{ status: 200, body: { status: 'paused', enabled: false, next_execution_at: null } },
    });
    expect(await recurring.at('POST', id, '/pause')).toMatchObject({
      ...{ status: 409, body: { code: 'INVALID_STATE', error: expect.any(String) as string, retryable: false } },
    });
    expect(await recurring.at('POST', id, '/resume', { namespace: 'notifications' })).toMatchObject({
      ...{ status: 200, body: { status: 'active', enabled: true, next_execution_at } },
    });
    expect(await recurring.at('POST', id, '/resume')).toMatchObject({ status: 409 });
  });

  it('does not end in resuming where its end has come meanwhile', async () => {
    const { id } = await recurring.create({ enabled: false });
    await execute(scenario.api, `UPDATE recurring_actions SET ends_at = now() - interval '1 day' WHERE id = $1`, [id]);
    const refusal = { status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field: 'end_date' }] } };
    expect(await recurring.at('POST', id, '/resume')).toMatchObject(refusal);
    expect(await recurring.at('PATCH', id, '', { enabled: true })).toMatchObject(refusal);
    expect(await recurring.get(id)).toMatchObject({ status: 'paused' });
    expect(await recurring.at('PATCH', id, '', { enabled: true, end_date: null })).toMatchObject({
      ...{ status: 200, body: { status: 'active' } },
    });
  });

  it('is another way to say enabled: false', async () => {
    const { id } = await recurring.create({ enabled: false });
    expect(await recurring.get(id)).toMatchObject({ status: 'paused' });
    expect(await recurring.at('PUT', id, '', { enabled: true })).toMatchObject({ body: { status: 'active' } });
  });
});

describe('a backfill', () => {
  const hours = (from: number, to: number) => ({
    ...{ from: new Date(Date.now() - from * 3_600_000).toISOString() },
    to: new Date(Date.now() - to * 3_600_000).toISOString(),
  });
  const backfill = (id: string, body: object) => recurring.at<BackfillBody>('POST', id, '/backfill', body);

  it('does what was before it was made, each once, however often it is asked for', async () => {
    const { id } = await recurring.create();
    const window = hours(3, 0);
    const [one, other] = await Promise.all([backfill(id, window), backfill(id, window)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.body.created + other.body.created).toBe(3);
    expect(await backfill(id, window)).toMatchObject({ body: { created: 0, existing: 3, occurrences: [] } });
    expect(await fates(id, 3)).toEqual(['fired', 'fired', 'fired']);
    await scenario.sink.waitForRequests(3);
    for (const { kind, activity_id } of await recurring.occurrences(id)) {
      expect(kind).toBe('backfill');
      await gateway.actor.untilStatus(activity_id ?? '', 'DISPATCHED');
    }
    expect(scenario.sink.requests).toHaveLength(3);
    expect(await recurring.get(id)).toMatchObject({ execution_count: 0 });
  });

  it('goes as far as its limit and says where to go on', async () => {
    const { id } = await recurring.create();
    const window = hours(4, 0);
    const dry = await backfill(id, { ...window, limit: 3, dry_run: true });
    expect(dry.body).toMatchObject({ created: 3, existing: 0, occurrences: [] });
    expect(await recurring.occurrences(id)).toEqual([]);
    const first = await backfill(id, { ...window, limit: 3 });
    expect(first.body.next_from).toBe(dry.body.next_from);
    expect((await backfill(id, { ...window, dry_run: true })).body).toMatchObject({ existing: 3 });
    expect(first.body).toMatchObject({ created: 3, next_from: expect.any(String) as string });
    const rest = await backfill(id, { from: first.body.next_from, to: window.to });
    expect(rest.body).toMatchObject({ created: 1, existing: 0, next_from: null });
  });

  it('is refused where occurrences must not overlap, and without a window', async () => {
    const { id } = await recurring.create({ overlap_policy: 'skip' });
    expect(await backfill(id, hours(2, 1))).toMatchObject({ status: 409, body: { code: 'INVALID_STATE' } });
    await recurring.at('PATCH', id, '', { overlap_policy: 'allow' });
    expect(await backfill(id, hours(1, 2))).toMatchObject({ status: 400, body: { details: [{ field: 'to' }] } });
    expect(await backfill(id, { ...hours(2, 1), limit: 501 })).toMatchObject({ status: 400 });
  });
});

describe('changing a recurring action', () => {
  it('counts from now on where its times change, and leaves them where they do not', async () => {
    const { id, next_execution_at } = await recurring.create();
    const renamed = await recurring.at<{ next_execution_at: string }>('PUT', id, '', { name: 'n', payload: [1] });
    expect(renamed.body).toMatchObject({ name: 'n', payload: [1], next_execution_at });
    const moved = await recurring.at('PATCH', id, '', { cron_expr: '0 0 1 1 *', timezone: 'America/Santiago' });
    const newYear = `${new Date().getUTCFullYear() + 1}-01-01T03:00:00.000Z`;
    expect(moved.body).toMatchObject({ cron_expr: '0 0 1 1 *', next_execution_at: newYear });
    const ended = await recurring.at('PATCH', id, '', { ends_at: newYear });
    expect(ended.body).toMatchObject({ status: 'active', ends_at: newYear, next_execution_at: newYear });
    expect(await recurring.at('PATCH', id, '', { end_date: null })).toMatchObject({
      ...{ body: { status: 'active', ends_at: null, next_execution_at: newYear } },
    });
  });

  it('is refused where it would never fire again, with the reason', async () => {
    const { id } = await recurring.create();
    for (const paused of [false, true]) {
      if (paused) await recurring.at('POST', id, '/pause', {});
      for (const [field, change] of [
        ['cron_expression', { cron_expr: '0 0 31 2 *' }],
        ['end_date', { ends_at: new Date(Date.now() + 1000).toISOString(), cron_expr: '0 0 1 1 *' }],
        ['end_date', { end_date: '2020-01-01T00:00:00Z' }],
      ] as const) {
        const refused = await recurring.at('PATCH', id, '', change);
        expect(refused).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field }] } });
      }
    }
    const once = await recurring.create({ cron_expression: everySecond, max_executions: 1 });
    await untilStatus(once.id, 'completed');
    expect(await recurring.at('PATCH', once.id, '', { name: 'over' })).toMatchObject({ status: 200 });
    expect(await recurring.at('PATCH', once.id, '', { timezone: 'Asia/Tokyo' })).toMatchObject({
      ...{ status: 400, body: { details: [{ field: 'max_executions' }] } },
    });
    const again = await recurring.at('PATCH', once.id, '', { max_executions: 2 });
    expect(again).toMatchObject({ status: 200, body: { status: 'active' } });
  });

  it('keeps its namespace, which says which one is meant, and takes no null for what it needs', async () => {
    const { id } = await recurring.create();
    expect(await recurring.at('PATCH', id, '', { namespace: null, name: 'n' })).toMatchObject({
      ...{ status: 200, body: { namespace: 'notifications', name: 'n' } },
    });
    expect(await recurring.at('PATCH', id, '', { namespace: 'other' })).toMatchObject({ status: 404 });
    for (const change of [{ cron_expression: null }, { cron_expr: null }]) {
      expect(await recurring.at('PUT', id, '', change)).toMatchObject({
        ...{ status: 400, body: { details: [{ field: 'cron_expression' }] } },
      });
    }
    for (const field of ['provider', 'action_type']) {
      expect(await recurring.at('PATCH', id, '', { [field]: null })).toMatchObject({
        ...{ status: 400, body: { details: [{ field }] } },
      });
    }
  });

  it('and deleting it end what it does, not what it has done', async () => {
    const { id } = await recurring.create({ cron_expression: everySecond });
    await scenario.sink.waitForRequests(1);
    const [occurrence] = await recurring.occurrences(id);
    expect(await recurring.at('DELETE', id, '?namespace=notifications')).toMatchObject({ status: 204 });
    expect(await recurring.at('GET', id)).toMatchObject({ status: 404 });
    expect(await gateway.actor.get(occurrence?.activity_id ?? '')).toMatchObject({ origin: 'RECURRING' });
  });

  it('is listed by status and namespace, newest first', async () => {
    const first = await recurring.create();
    const second = await recurring.create({ namespace: 'other', enabled: false });
    const list = async (query: string) => {
      const { body } = await gateway.actor.request<{ recurring_actions: { id: string }[]; count: number }>(
        ...(['GET', `/v1/recurring?${query}`] as const),
      );
      return [body.count, ...body.recurring_actions.map(({ id }) => id)];
    };
    expect(await list('')).toEqual([2, second.id, first.id]);
    expect(await list('limit=1&offset=1')).toEqual([2, first.id]);
    expect(await list('status=active')).toEqual([1, first.id]);
    expect(await list('status=paused&namespace=other')).toEqual([1, second.id]);
    expect(await list('namespace=none')).toEqual([0]);
  });
});

describe('a recurring action is refused', () => {
  it.each([
    ['cron_expression', { cron_expression: '61 * * * *' }],
    ['cron_expression', {}],
    ['timezone', { cron_expr: '0 9 * * *', timezone: 'Mars/Olympus' }],
    ['overlap_policy', { cron_expr: '0 9 * * *', overlap_policy: 'cancel_other' }],
    ['cron_expr', { cron_expr: '0 9 * * *', cron_expression: '0 9 * * *' }],
    ['max_executions', { cron_expr: '0 9 * * *', max_executions: 0 }],
    ['cron_expression', { cron_expr: '0 0 31 2 *' }],
    ['cron_expression', { cron_expr: '0 0 30 2 *', enabled: false }],
    ['end_date', { cron_expr: '0 9 * * *', end_date: '2020-01-01T00:00:00Z' }],
    ['end_date', { cron_expr: '0 0 29 2 *', ends_at: new Date(Date.now() + 1000).toISOString() }],
  ])('for its %s', async (field, fields) => {
    expect(await recurring.post(fields)).toMatchObject({
      ...{ status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field }], retryable: false } },
    });
  });

  it('where it would come too often', async () => {
    const { databaseUrl } = scenario.api.settings;
    const strict = await Scenario.start(0, { databaseUrl, recurringMinGapSeconds: 60 });
    const body = { provider: 'email', action_type: 'a', cron_expression: '0,30 0 9 * * *' };
    expect(await strict.api.request('POST', '/v1/recurring', { body, tenant: gateway.actor.tenant.id })).toMatchObject({
      status: 400,
      body: { details: [{ field: 'cron_expression' }] },
    });
    await strict.close();
  });

  it('where nothing could come of it', async () => {
    expect(await recurring.post({ cron_expression: '0 9 * * *', provider: 'pigeon' })).toMatchObject({ status: 404 });
    const commerce_external_id = 'NOWHERE';
    expect(await recurring.post({ cron_expression: '0 9 * * *', commerce_external_id })).toMatchObject({ status: 404 });
  });

  it('beyond a thousand', async () => {
    await recurring.create();
    await execute(
      scenario.api,
      `INSERT INTO recurring_actions (tenant_id, id, namespace, labels, provider, action_type, metadata,
         cron_expression, timezone, overlap_policy, missed_policy, is_paused, created_at, updated_at)
       SELECT $1, gen_random_uuid(), 'n', '{}', 'email', 'a', '{}', '0 9 * * *', 'UTC', 'skip', 'skip', true, now(), now()
       FROM generate_series(1, 999)`,
      [gateway.actor.tenant.id],
    );
    expect(await recurring.post({ cron_expression: '0 9 * * *' })).toMatchObject({
      ...{ status: 409, body: { code: 'LIMIT_REACHED', retryable: false } },
    });
  });

  it('to another tenant, and in another’s name', async () => {
    const { id } = await recurring.create();
    const stranger = new Recurring(scenario, await scenario.tenant());
    const window = { from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    for (const [method, rest, body] of [
      ...[['GET', ''] as const, ['DELETE', ''] as const, ['GET', '/occurrences'] as const],
      ...[['PUT', '', {}] as const, ['POST', '/pause'] as const, ['POST', '/resume'] as const],
      ['POST', '/backfill', window] as const,
    ]) {
      expect(await stranger.at(method, id, rest, body)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
    expect(await recurring.at('GET', id, '?namespace=other')).toMatchObject({ status: 404 });
    expect(await recurring.at('GET', id, '?tenant=other')).toMatchObject({ status: 403 });
  });
});
