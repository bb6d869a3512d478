import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { Gateway } from './gateway';
import { hourly, Recurring } from './recurring';

interface NextTimes {
  cron_expr: string;
  timezone: string;
  occurrences: { scheduled_for: string; local_time: string; clock_change: string | null; left_out: string[] }[];
}

let scenario: Scenario;
let gateway: Gateway;
let recurring: Recurring;

beforeAll(async () => {
  scenario = await Scenario.start(0);
  gateway = await Gateway.open(scenario);
  recurring = new Recurring(scenario, gateway.actor);
});
afterAll(() => scenario.close());

describe('a preview', () => {
  const preview = (body: unknown, options = {}) =>
    gateway.actor.request<NextTimes>('POST', '/v1/recurring/preview', { body, ...options });

  it('tells the times from a moment on, and what the clocks do to them', async () => {
    const body = { cron_expr: '0 0 * * *', timezone: 'America/Santiago', from: '2026-09-05T04:00:00Z', count: 2 };
    expect(await preview(body)).toMatchObject({
      status: 200,
      body: {
        ...{ cron_expr: '0 0 * * *', timezone: 'America/Santiago' },
        occurrences: [
          {
            ...{ scheduled_for: '2026-09-05T04:00:00.000Z', local_time: '2026-09-05T00:00:00-04:00' },
            ...{ clock_change: null, left_out: [] },
          },
          {
            ...{ scheduled_for: '2026-09-06T04:00:00.000Z', local_time: '2026-09-06T01:00:00-03:00' },
            ...{ clock_change: 'moved', left_out: ['2026-09-06T00:00:00'] },
          },
        ],
      },
    });
  });

  it('begins now and in UTC unless told, with ten', async () => {
    const before = Date.now();
    const { status, body } = await preview({ cron_expression: '* * * * * *', from: null, count: null, timezone: null });
    expect([status, body.timezone, body.occurrences.length]).toEqual([200, 'UTC', 10]);
    const first = Date.parse(body.occurrences[0]?.scheduled_for ?? '');
    expect(first).toBeGreaterThanOrEqual(before);
    expect(first).toBeLessThanOrEqual(Date.now() + 1000);
    expect((await preview({ cron_expr: '@yearly', count: 100 })).body.occurrences).toHaveLength(100);
  });

  it('ends where the calendar does', async () => {
    const { status, body } = await preview({ cron_expr: '0 9 * * *', from: '9999-12-31T23:59:59Z' });
    expect([status, body.occurrences]).toEqual([200, []]);
  });

  it.each([
    ['cron_expression', {}],
    ['cron_expression', { cron_expr: null }],
    ['cron_expression', { cron_expr: '61 * * * *' }],
    ['cron_expression', { cron_expr: '0 0 31 2 *' }],
    ['cron_expr', { cron_expr: '0 9 * * *', cron_expression: '0 9 * * *' }],
    ['cron_expr', { cron_expr: 9 }],
    ['timezone', { cron_expr: '0 9 * * *', timezone: 'Mars/Olympus' }],
    ['from', { cron_expr: '0 9 * * *', from: 'tomorrow' }],
    ['count', { cron_expr: '0 9 * * *', count: 0 }],
    ['count', { cron_expr: '0 9 * * *', count: 101 }],
    ['provider', { cron_expr: '0 9 * * *', provider: 'email' }],
  ])('is refused for its %s: %j', async (field, body) => {
    const refused = { status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field }] } };
    expect(await preview(body)).toMatchObject(refused);
  });

  it('is refused where it would come too often, as one that is made', async () => {
    const { databaseUrl } = scenario.api.settings;
    const strict = await Scenario.start(0, { databaseUrl, recurringMinGapSeconds: 60 });
    const body = { cron_expression: '0,30 0 9 * * *' };
    expect(
      await strict.api.request('POST', '/v1/recurring/preview', { body, tenant: gateway.actor.tenant.id }),
    ).toMatchObject({ status: 400, body: { details: [{ field: 'cron_expression' }] } });
    await strict.close();
  });

  it('is for who makes recurring actions, and for who sees them', async () => {
    const { tenant } = gateway.actor;
    const statuses = [];
    for (const permission of ['CREATE_ACTIVITY', 'VIEW_ACTIVITIES', 'MANAGE_COMMERCES'] as const) {
      const key = await tenant.key(permission);
      statuses.push((await preview({ cron_expr: '0 9 * * *' }, { key })).status);
    }
    expect(statuses).toEqual([200, 200, 403]);
  });
});

describe('the next times of a recurring action', () => {
  const next = async (id: string, query = '') => (await recurring.at<NextTimes>('GET', id, `/next${query}`)).body;

  it('begin with that which it shows', async () => {
    const { id, next_execution_at } = await recurring.create();
    const { occurrences, ...schedule } = await next(id);
    expect(schedule).toEqual({ cron_expr: hourly, timezone: 'UTC' });
    expect(occurrences).toHaveLength(10);
    const first = Date.parse(next_execution_at ?? '');
    const times = occurrences.map(({ scheduled_for }) => Date.parse(scheduled_for) - first);
    expect(times).toEqual(Array.from({ length: 10 }, (_, index) => index * 3_600_000));
    expect((await next(id, '?count=3')).occurrences).toEqual(occurrences.slice(0, 3));
  });

  it('end with it, and are as many as it may be done still', async () => {
    const ended = await recurring.create({ cron_expression: '0 0 1 1 *', ends_at: '2031-01-01T00:00:00Z' });
    const { occurrences } = await next(ended.id, '?count=100');
    expect(occurrences.at(-1)?.scheduled_for).toBe('2031-01-01T00:00:00.000Z');
    const { id } = await recurring.create({ max_executions: 5 });
    await execute(scenario.api, 'UPDATE recurring_actions SET execution_count = 3 WHERE id = $1', [id]);
    expect((await next(id)).occurrences).toHaveLength(2);
  });

  it('are none while it is paused', async () => {
    const { id } = await recurring.create({ enabled: false });
    expect((await next(id)).occurrences).toEqual([]);
  });

  it('are refused as it is', async () => {
    const { id } = await recurring.create();
    const stranger = new Recurring(scenario, await scenario.tenant());
    expect(await stranger.at('GET', id, '/next')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await recurring.at('GET', id, '/next?namespace=other')).toMatchObject({ status: 404 });
    expect(await recurring.at('GET', id, '/next?tenant=other')).toMatchObject({ status: 403 });
    for (const query of ['count=0', 'count=101', 'count=many', 'offset=1']) {
      expect(await recurring.at('GET', id, `/next?${query}`)).toMatchObject({ status: 400 });
    }
    expect(await recurring.at('GET', 'soon', '/next')).toMatchObject({ status: 400 });
  });
});
