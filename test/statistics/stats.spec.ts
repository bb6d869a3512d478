import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { type Counter, startCounter } from '../support/statistics';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

interface Overview {
  open: { queued: number; waiting: number; inFlight: number; unresolved: number };
  oldestDueSince: string | null;
  awaitingResult: number;
  unresolvedBy: Record<string, number>;
  byStatus: Record<string, { now: number; before: number }>;
}
interface Series {
  buckets: string[];
  series: { key: string; counts: number[] }[];
}
interface Failure {
  errorCode: string;
  dispatchConfigId: string | null;
  count: number;
  lastAt: string;
  sampleActivityId: string | null;
}

let scenario: Scenario;
let counter: Counter;
let actor: Actor;
beforeAll(async () => {
  scenario = await Scenario.start(0);
  counter = await startCounter(scenario.api.settings.databaseUrl);
});
afterAll(async () => {
  await counter.dispatcher.close();
  await scenario.close();
});
beforeEach(async () => {
  await scenario.freshSink();
  actor = await scenario.tenant();
});

const iso = (fromNow: number) => new Date(Date.now() + fromNow).toISOString();
/** The last hour and the next. */
const around = () => `from=${iso(-hourMs)}&to=${iso(hourMs)}`;
const get = async <Body>(path: string, key?: string) => actor.request<Body>('GET', `/api/stats/${path}`, { key });
const overview = async (query = around()) => (await get<Overview>(`overview?${query}`)).body;
const failures = async (query = around()) => (await get<{ data: Failure[] }>(`failures?${query}`)).body.data;
const scheduled = async (query: string) => (await get<{ data: unknown[] }>(`scheduled?${query}`)).body.data;

/** Sums as they are stored, without the history that they are made of. */
const store = (step: string, bucket: string, n: number, of = ['SMS', 'API', 'READY']) =>
  execute(scenario.api, 'INSERT INTO transition_counts VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    ...[actor.tenant.id, step, bucket],
    ...of,
    n,
  ]);

describe('the overview', () => {
  const none = { now: 0, before: 0 };
  const nothing = {
    ...{ READY: none, UNRESOLVED: none, DISPATCHED: none },
    ...{ COMPLETED: none, CANCELED: none, FAILED: none },
  };

  it('of a new tenant is empty', async () => {
    expect(await overview()).toEqual({
      open: { queued: 0, waiting: 0, inFlight: 0, unresolved: 0 },
      ...{ oldestDueSince: null, awaitingResult: 0, unresolvedBy: {}, byStatus: nothing },
    });
  });

  it('tells what is open at this moment', async () => {
    const config = await actor.yom({ limits: { maxConcurrent: 1 } });
    await actor.untilStatus((await actor.create()).id, 'DISPATCHED');
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    scenario.sink.answerWith(async () => {
      await gate;
      return { body: { id: randomUUID() } };
    });
    const inFlight = await actor.create();
    await scenario.sink.waitForRequests(2);
    await actor.create({ scheduledAt: iso(hourMs) });
    const { body: empty } = await actor.request<{ id: string }>('POST', '/api/commerces', {
      body: { externalId: 'EMPTY', name: 'Nobody there' },
    });
    await actor.create({ commerceId: empty.id });
    expect(await overview()).toMatchObject({
      open: { queued: 0, waiting: 1, inFlight: 1, unresolved: 1 },
      ...{ oldestDueSince: null, awaitingResult: 1, unresolvedBy: { TARGET_UNRESOLVED: 1 } },
    });
    // The one call that the config may have is under way: the next one stays in its queue.
    const { createdAt } = await actor.create();
    expect(await overview()).toMatchObject({ open: { queued: 1, inFlight: 1 }, oldestDueSince: createdAt });
    await actor.request('PATCH', `/api/dispatch-configs/${config}`, { body: { isActive: false } });
    expect(await overview()).toMatchObject({ open: { queued: 1 }, oldestDueSince: null });
    answer();
    await actor.untilStatus(inFlight.id, 'DISPATCHED');
  });

  it('counts transitions in the range and before it', async () => {
    await actor.yom();
    for (const _ of [1, 2]) await actor.untilStatus((await actor.create()).id, 'DISPATCHED');
    await counter.count();
    const { byStatus } = await overview();
    expect(byStatus).toEqual({ ...nothing, READY: { now: 2, before: 0 }, DISPATCHED: { now: 2, before: 0 } });
    const past = await overview(`from=${iso(hourMs)}&to=${iso(3 * hourMs)}`);
    expect(past.byStatus).toEqual({ ...nothing, READY: { now: 0, before: 2 }, DISPATCHED: { now: 0, before: 2 } });
    const late = await overview(`from=${iso(2 * hourMs)}&to=${iso(2.5 * hourMs)}`);
    expect(late.byStatus).toEqual(nothing);
  });

  it('reads hours where there are no buckets of 5 minutes any more', async () => {
    await store('1h', '2026-03-01T10:00:00Z', 5);
    await store('1h', '2026-03-01T11:00:00Z', 7);
    await store('1h', '2026-03-01T12:00:00Z', 11);
    await store('5m', '2026-03-01T11:00:00Z', 1_000);
    const of = async (from: string, to: string) =>
      (await overview(`from=2026-03-01T${from}Z&to=2026-03-01T${to}Z`)).byStatus.READY;
    expect(await of('11:00:00', '12:00:00')).toEqual({ now: 7, before: 5 });
    expect(await of('11:30:00', '12:00:00.001')).toEqual({ now: 18, before: 5 });
    expect(await of('12:00:00', '14:00:00')).toEqual({ now: 11, before: 12 });
  });

  it('of 24 hours is told by 5 minutes, and the day before it too', async () => {
    const bucket = (ago: number) => new Date(Math.floor((Date.now() - ago) / 300_000) * 300_000).toISOString();
    await store('5m', bucket(23 * hourMs), 3);
    await store('5m', bucket(47 * hourMs), 4);
    await store('5m', bucket(50 * hourMs), 1_000);
    const { byStatus } = await overview(`from=${iso(-dayMs)}&to=${iso(0)}`);
    expect(byStatus.READY).toEqual({ now: 3, before: 4 });
  });
});

describe('activities over time', () => {
  it('are counted in each bucket, by status, channel or origin', async () => {
    await actor.yom();
    for (const _ of [1, 2]) await actor.untilStatus((await actor.create()).id, 'DISPATCHED');
    await counter.count();
    for (const step of ['5m', '1h', '1d']) {
      const sums = async (by: string) => {
        const { buckets, series } = (await get<Series>(`activities?${around()}&step=${step}&by=${by}`)).body;
        expect(series.every(({ counts }) => counts.length === buckets.length)).toBe(true);
        return series.map(({ key, counts }) => `${key} ${counts.reduce((sum, n) => sum + n, 0)}`);
      };
      expect(await sums('status')).toEqual(['DISPATCHED 2', 'READY 2']);
      expect(await sums('channel')).toEqual(['WHATSAPP 4']);
      expect(await sums('origin')).toEqual(['API 4']);
    }
  });

  it('have buckets without any, by the hour unless told', async () => {
    await store('1h', '2026-03-01T10:00:00Z', 5);
    await store('1h', '2026-03-01T12:00:00Z', 7);
    await store('1h', '2026-03-01T12:00:00Z', 9, ['EMAIL', 'ACTION', 'FAILED']);
    await store('1h', '2026-03-01T13:00:00Z', 1_000);
    const { body } = await get<Series>('activities?from=2026-03-01T10:20:00Z&to=2026-03-01T13:00:00Z');
    expect(body).toEqual({
      buckets: [10, 11, 12].map((hour) => `2026-03-01T${hour}:00:00.000Z`),
      series: [
        { key: 'FAILED', counts: [0, 0, 9] },
        { key: 'READY', counts: [5, 0, 7] },
      ],
    });
    const none = await get<Series>('activities?from=2026-02-01T00:00:00Z&to=2026-02-01T01:00:00Z');
    expect(none.body).toEqual({ buckets: ['2026-02-01T00:00:00.000Z'], series: [] });
  });

  it('are of the days of a zone, of 23 and 25 hours too; the tenant’s unless told', async () => {
    // In Madrid 29 March begins at 23:00Z and ends at 22:00Z.
    for (const hour of ['28T22', '28T23', '29T21', '29T22']) await store('1h', `2026-03-${hour}:00:00Z`, 1);
    const range = 'from=2026-03-28T22:00:00Z&to=2026-03-29T23:00:00Z&step=1d';
    const madrid = { buckets: ['2026-03-27T23', '2026-03-28T23', '2026-03-29T22'], counts: [1, 2, 1] };
    const daysOf = async (query: string) => {
      const { buckets, series } = (await get<Series>(`activities?${query}`)).body;
      return { buckets: buckets.map((bucket) => bucket.slice(0, 13)), counts: series[0]?.counts };
    };
    const days = () => daysOf(range);
    expect(await daysOf(`${range}&timezone=Europe/Madrid`)).toEqual(madrid);
    expect(await days()).toEqual({ buckets: ['2026-03-28T00', '2026-03-29T00'], counts: [2, 2] });
    const settings = { timezone: 'Europe/Madrid' };
    await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body: { settings } });
    expect(await eventually(days, ({ buckets }) => buckets.length === 3)).toEqual(madrid);
  });
});

describe('failures', () => {
  it('are told by code and config, most first, with the last and a sample', async () => {
    const before = Date.now() - 5_000;
    await actor.untilStatus((await actor.create()).id, 'FAILED');
    const config = await actor.yom({ retry: { maxAttempts: 4, baseDelayMs: 0 } });
    scenario.sink.answerWith(() => ({ status: 500, body: {} }));
    const { id } = await actor.create();
    await actor.untilStatus(id, 'FAILED');
    await counter.count();
    const found = await failures();
    expect(found).toMatchObject([
      { dispatchConfigId: config, count: 4, sampleActivityId: id },
      { errorCode: 'NO_DISPATCH_CONFIG', dispatchConfigId: null, count: 3 },
    ]);
    expect(found[0]?.errorCode).toBe((await actor.get(id)).lastError?.code);
    for (const { lastAt } of found) expect(Date.parse(lastAt)).toBeGreaterThan(before);
    expect(await failures(`${around()}&limit=1`)).toEqual([found[0]]);
    expect(await failures(`from=${iso(2 * hourMs)}&to=${iso(3 * hourMs)}`)).toEqual([]);
    await execute(scenario.api, 'DELETE FROM activities WHERE tenant_id = $1 AND id = $2', [actor.tenant.id, id]);
    expect((await failures())[0]).toMatchObject({ count: 4, sampleActivityId: null });
  });
});

describe('what is scheduled', () => {
  it('is counted by the time at which it is due and by channel', async () => {
    await actor.yom();
    await actor.untilStatus((await actor.create()).id, 'DISPATCHED');
    const times = ['2031-03-01T10:00:00Z', '2031-03-01T10:59:59.999Z', '2031-03-01T12:00:00Z', '2031-03-02T05:00:00Z'];
    for (const scheduledAt of times) await actor.create({ scheduledAt });
    await actor.create({ scheduledAt: times[0], channel: 'EMAIL' });
    const at = (time: string, channel: string, count: number) => ({ at: `2031-03-${time}:00:00.000Z`, channel, count });
    const day = 'from=2031-03-01T10:00:00Z&to=2031-03-01T13:00:00Z';
    const hours = [at('01T10', 'EMAIL', 1), at('01T10', 'WHATSAPP', 2), at('01T12', 'WHATSAPP', 1)];
    expect(await scheduled(day)).toEqual(hours);
    expect(await scheduled(`${day}&channel=EMAIL,SMS`)).toEqual([hours[0]]);
    expect(await scheduled(`${day}&step=1d&timezone=America/Bogota`)).toEqual([
      at('01T05', 'EMAIL', 1),
      at('01T05', 'WHATSAPP', 3),
    ]);
    expect(await scheduled(`${day}&step=1d`)).toEqual([at('01T00', 'EMAIL', 1), at('01T00', 'WHATSAPP', 3)]);
    expect(await scheduled('from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z')).toEqual([]);
  });
});

describe('statistics', () => {
  const paths = ['overview', 'activities', 'failures', 'scheduled'];

  it('are of one tenant', async () => {
    await actor.untilStatus((await actor.create()).id, 'FAILED');
    await actor.create({ scheduledAt: iso(minuteMs) });
    await counter.count();
    expect(await failures()).not.toEqual([]);
    actor = await scenario.tenant();
    expect((await overview()).open).toMatchObject({ queued: 0, waiting: 0 });
    expect(await failures()).toEqual([]);
    expect(await scheduled(around())).toEqual([]);
    expect((await get<Series>(`activities?${around()}`)).body.series).toEqual([]);
  });

  it('are for keys that may read the activities of the whole tenant', async () => {
    const viewer = await actor.tenant.key('VIEW_ACTIVITIES');
    const other = await actor.tenant.key('MANAGE_COMMERCES');
    const bound = await actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
      body: { name: 'bound', permissions: ['VIEW_ACTIVITIES'], channels: ['SMS'] },
    });
    for (const path of paths) {
      const statuses = [viewer, other, bound.body.plaintextKey].map(
        async (key) => (await get(`${path}?${around()}`, key)).status,
      );
      expect(await Promise.all(statuses)).toEqual([200, 403, 403]);
    }
  });

  it.each([
    ...paths.flatMap((path) => [
      [`${path}?to=2026-03-01T00:00:00Z`, 'from'],
      [`${path}?from=2026-03-01T00:00:00Z`, 'to'],
      [`${path}?from=yesterday&to=2026-03-01T00:00:00Z`, 'from'],
      [`${path}?from=2026-03-01T00:00:00Z&to=2026-03-01T00:00:00Z`, 'to'],
      [`${path}?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z`, 'to'],
    ]),
    ['overview?from=2024-01-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'from'],
    ['failures?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z', 'from'],
    ['failures?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&limit=0', 'limit'],
    ['failures?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&limit=101', 'limit'],
    ['activities?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&step=5m', 'step'],
    ['activities?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&step=1w', 'step'],
    ['activities?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z&step=1h', 'step'],
    ['activities?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z&step=1d', 'step'],
    ['activities?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&by=reason', 'by'],
    ['activities?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&timezone=Mars/Base', 'timezone'],
    ['scheduled?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&step=5m', 'step'],
    ['scheduled?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&timezone=Mars/Base', 'timezone'],
    ['scheduled?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&channel=FAX', 'channel'],
  ])('refuse %s by %s', async (path, field) => {
    const details = [{ field: expect.stringMatching(`^${field}`) as string }];
    expect(await get(path)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', details } });
  });

  it.each(['0001-01-01T00:00:00Z/0001-01-02T00:00:00Z', '9999-12-30T23:59:59Z/9999-12-31T23:59:59Z'])(
    'answer for %s, and in any zone',
    async (range) => {
      const [from, to] = range.split('/');
      for (const path of paths) {
        const zones =
          path === 'overview' || path === 'failures' ? [''] : ['', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];
        for (const zone of zones) {
          const query = zone === '' ? '' : `&step=1d&timezone=${zone}`;
          expect((await get(`${path}?from=${from}&to=${to}${query}`)).status).toBe(200);
        }
      }
    },
  );
});
