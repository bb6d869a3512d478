import { randomUUID } from 'node:crypto';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { type Counter, startCounter } from '../support/statistics';

interface Health {
  id: string;
  name: string;
  state: string;
  outage: { kind: string; code: string } | null;
  queued: number;
  inFlight: number;
  attempts: number;
  failures: number;
  p50Ms: number | null;
  p95Ms: number | null;
  p99Ms: number | null;
  trend: { attempts: number; failures: number }[];
  lastSuccessAt: string | null;
  lastTest: { at: string; ok: boolean; errorCode: string | null; httpStatus: number | null } | null;
  [field: string]: unknown;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let scenario: Scenario;
let counter: Counter;
let actor: Actor;
beforeAll(async () => {
  scenario = await Scenario.start(0, { breakerFailureThreshold: 1_000 });
  counter = await startCounter(scenario.api.settings.databaseUrl, { breakerFailureThreshold: 1_000 });
});
afterAll(async () => {
  await counter.dispatcher.close();
  await scenario.close();
});
beforeEach(async () => {
  await scenario.freshSink();
  actor = await scenario.tenant();
});

const get = async (query = '', key?: string) =>
  actor.request<{ data: Health[] }>('GET', `/api/dispatch-configs/health${query}`, { key });
const health = async (query = '') => (await get(query)).body.data;
const stateOf = async (id: string) => (await health()).find((one) => one.id === id)?.state;
const change = async (id: string, body: object) => actor.request('PATCH', `/api/dispatch-configs/${id}`, { body });
const test = async (id: string) => actor.request('POST', `/api/dispatch-configs/${id}/test`, { body: {} });

/** An attempt that ended so long ago, as it is summed up. */
const store = (step: string, ago: number, config: string, of: { code?: string; n: number; part?: number }) =>
  execute(scenario.api, `INSERT INTO attempt_counts VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9)`, [
    ...[
      actor.tenant.id,
      step,
      new Date(Math.floor((Date.now() - ago) / 300_000) * 300_000),
      config,
      of.code ?? '',
      of.n,
    ],
    ...[Array.from({ length: 14 }, (_, part) => (part === (of.part ?? 5) ? of.n : 0)), new Date(Date.now() - ago)],
    randomUUID(),
  ]);

const sumOf = (trend: Health['trend']) => ({
  attempts: trend.reduce((sum, { attempts }) => sum + attempts, 0),
  failures: trend.reduce((sum, { failures }) => sum + failures, 0),
});

describe('the health of dispatch configs', () => {
  it('is of none where there are none', async () => {
    expect(await get()).toMatchObject({ status: 200, body: { data: [], meta: { total: 0 }, nextCursor: null } });
  });

  it('tells attempts, and how they were', async () => {
    const id = await actor.yom({ name: 'main', retry: { maxAttempts: 1 } });
    const idle = {
      ...{ id, name: 'main', providerCode: 'YOM', channel: 'WHATSAPP', state: 'IDLE', outage: null },
      ...{ queued: 0, inFlight: 0, attempts: 0, failures: 0, p50Ms: null, p95Ms: null, p99Ms: null, trend: [] },
      ...{ lastSuccessAt: null, lastTest: null },
    };
    expect(await health()).toEqual([idle]);
    const before = Date.now() - 5_000;
    scenario.sink.answerNext({ body: { id: 'a' } }, { status: 400, body: {} });
    for (const status of ['DISPATCHED', 'FAILED']) await actor.untilStatus((await actor.create()).id, status);
    await counter.count();
    for (const window of ['5m', '1h', '24h']) {
      const [found] = await health(`?window=${window}`);
      expect(found).toMatchObject({ state: 'UP', attempts: 2, failures: 1 });
      const { p50Ms, p95Ms, p99Ms, lastSuccessAt, trend = [] } = found ?? {};
      // A test that runs while five minutes begin has them in two parts.
      expect(sumOf(trend.slice(-2))).toEqual({ attempts: 2, failures: 1 });
      expect(sumOf(trend)).toEqual({ attempts: 2, failures: 1 });
      expect([p50Ms, p95Ms, p99Ms].every((ms) => Number.isInteger(ms))).toBe(true);
      expect([p50Ms, p95Ms, p99Ms]).toEqual([p50Ms, p95Ms, p99Ms].sort((a, b) => (a ?? 0) - (b ?? 0)));
      expect(Date.parse(lastSuccessAt ?? '')).toBeGreaterThan(before);
    }
  });

  it('tells attempts by parts of the window, the oldest first', async () => {
    const id = await actor.yom();
    await store('5m', 0, id, { n: 3 });
    await store('5m', 30 * minuteMs, id, { n: 4, code: 'TIMEOUT', part: 8 });
    await store('5m', 5 * hourMs, id, { n: 5 });
    const trendOf = async (window: string) => (await health(`?window=${window}`))[0]?.trend ?? [];
    const filled = (trend: Health['trend']) =>
      trend.flatMap(({ attempts, failures }, place) =>
        attempts > 0 ? [[trend.length - place, attempts, failures]] : [],
      );
    const hour = await trendOf('1h');
    expect(hour).toHaveLength(13);
    expect(filled(hour).map(([, ...counts]) => counts)).toEqual([
      [4, 4],
      [3, 0],
    ]);
    const [older = [], newer = []] = filled(hour);
    expect((older[0] ?? 0) - (newer[0] ?? 0)).toBe(6);
    const day = await trendOf('24h');
    expect(day).toHaveLength(12);
    expect(sumOf(day)).toEqual({ attempts: 12, failures: 4 });
    expect(filled(day)[0]?.slice(1)).toEqual([5, 0]);
  });

  it('is of the window that is asked for', async () => {
    const id = await actor.yom();
    await store('5m', 0, id, { n: 3 });
    await store('5m', 30 * minuteMs, id, { n: 4, code: 'TIMEOUT', part: 8 });
    await store('5m', 5 * hourMs, id, { n: 5 });
    await store('5m', 30 * hourMs, id, { n: 1_000 });
    await store('1h', 30 * hourMs, id, { n: 1_000 });
    const of = async (query: string) => {
      const [{ attempts, failures, p50Ms } = {} as Health] = await health(query);
      return { attempts, failures, p50Ms };
    };
    expect(await of('?window=5m')).toEqual({ attempts: 3, failures: 0, p50Ms: 150 });
    expect(await of('?window=1h')).toEqual({ attempts: 7, failures: 4, p50Ms: 1125 });
    expect(await of('')).toEqual(await of('?window=1h'));
    expect(await of('?window=24h')).toMatchObject({ attempts: 12, failures: 4 });
    const [{ lastSuccessAt } = {} as Health] = await health();
    expect(Math.abs(Date.parse(lastSuccessAt ?? '') - (Date.now() - 30 * hourMs))).toBeLessThan(minuteMs);
  });

  it('says when more fail than should, and what is paused', async () => {
    const id = await actor.yom();
    await store('5m', 0, id, { n: 90 });
    expect(await stateOf(id)).toBe('UP');
    await store('5m', 0, id, { n: 10, code: 'TIMEOUT' });
    expect(await stateOf(id)).toBe('DEGRADED');
    await change(id, { isActive: false });
    expect(await stateOf(id)).toBe('PAUSED');
  });

  it.each(['DOWN', 'MISCONFIGURED'])('tells outages as the detail does: %s', async (kind) => {
    const id = await actor.yom();
    await execute(
      scenario.api,
      `INSERT INTO dispatch_config_outages (tenant_id, dispatch_config_id, kind, opened_at, probe_at, error_code, error_message)
       VALUES ($1, $2, $3, '2026-01-01Z', $4, 'PROVIDER_REJECTED', 'HTTP 401')`,
      [actor.tenant.id, id, kind, new Date(Date.now() + hourMs)],
    );
    await actor.create();
    const detail = await actor.request<Health>('GET', `/api/dispatch-configs/${id}`);
    expect(detail.body.outage).toMatchObject({ kind, code: 'PROVIDER_REJECTED' });
    expect(await health()).toMatchObject([{ id, state: kind, outage: detail.body.outage, queued: 1 }]);
  });

  it('tells what each has to do, and what its limit holds back', async () => {
    const main = await actor.yom({ name: 'main', priority: 1, limits: { maxConcurrent: 1 } });
    const other = await actor.yom({ name: 'other', priority: 2 });
    await change(other, { isActive: false });
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    scenario.sink.answerWith(async () => {
      await gate;
      return { body: { id: randomUUID() } };
    });
    const first = await actor.create();
    await scenario.sink.waitForRequests(1);
    expect(await health()).toMatchObject([
      { id: main, inFlight: 1, queued: 0, state: 'IDLE' },
      { id: other, inFlight: 0, queued: 0, state: 'PAUSED' },
    ]);
    const pinned = await actor.create({ scheduledAt: new Date(Date.now() + hourMs).toISOString() });
    await execute(scenario.api, 'UPDATE activities SET pinned_config_id = $2 WHERE tenant_id = $1 AND id = $3', [
      ...[actor.tenant.id, other, pinned.id],
    ]);
    const now = { body: { scheduledAt: '2026-01-01T00:00:00Z' } };
    expect((await actor.request('PATCH', `/api/activities/${pinned.id}`, now)).status).toBe(200);
    const rest = [pinned, await actor.create(), await actor.create()];
    expect(await health()).toMatchObject([
      { id: main, inFlight: 1, queued: 2, state: 'LIMITED' },
      { id: other, inFlight: 0, queued: 1, state: 'PAUSED' },
    ]);
    await change(other, { isActive: true });
    answer();
    for (const { id } of [first, ...rest]) await actor.untilStatus(id, 'DISPATCHED');
    expect(await health()).toMatchObject([
      { id: main, inFlight: 0, queued: 0, state: 'IDLE' },
      { id: other, inFlight: 0, queued: 0, state: 'IDLE' },
    ]);
  });

  it('has the last test of each, of which 20 are kept and no credential', async () => {
    const id = await actor.yom();
    const untested = await actor.yom({ priority: 9 });
    scenario.sink.answerNext({ status: 503, body: { secret: 'yom-secret-key' } });
    await test(id);
    expect(await health()).toMatchObject([
      { id, lastTest: { ok: false, httpStatus: 503, errorCode: expect.any(String) as string } },
      { id: untested, lastTest: null },
    ]);
    for (let times = 0; times < 21; times += 1) await test(id);
    const [{ lastTest } = {} as Health] = await health();
    expect(lastTest).toMatchObject({ ok: true, disposition: 'ACCEPTED', httpStatus: 200, errorCode: null });
    const kept = await execute<Record<string, unknown>>(
      scenario.api,
      'SELECT * FROM dispatch_config_tests WHERE dispatch_config_id = $1',
      [id],
    );
    expect(kept).toHaveLength(20);
    expect(kept.every(({ disposition }) => disposition === 'ACCEPTED')).toBe(true);
    expect(JSON.stringify(kept)).not.toContain('secret');
    expect((await actor.request('DELETE', `/api/dispatch-configs/${id}`)).status).toBe(204);
    expect((await health()).map((one) => one.id)).toEqual([untested]);
  });

  it('is of what a key reaches, with its permission, of its tenant', async () => {
    const whatsapp = await actor.yom();
    const salesman = await actor.yom({ channel: 'SALESMAN' });
    expect((await health()).map((one) => one.id)).toEqual([salesman, whatsapp]);
    const bound = async (scope: object) => {
      const body = { name: 'bound', permissions: ['VIEW_ACTIVITIES'], ...scope };
      const key = (await actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', { body })).body.plaintextKey;
      return (await get('', key)).body.data.map((one) => one.id);
    };
    expect(await bound({ channels: ['SALESMAN'] })).toEqual([salesman]);
    expect(await bound({ dispatchConfigIds: [whatsapp] })).toEqual([whatsapp]);
    const statuses = (['VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG', 'MANAGE_COMMERCES'] as const).map(
      async (permission) => (await get('', await actor.tenant.key(permission))).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 403]);
    expect(await get('?window=1w')).toMatchObject({ status: 400, body: { details: [{ field: 'window' }] } });
    actor = await scenario.tenant();
    expect(await health()).toEqual([]);
  });
});
