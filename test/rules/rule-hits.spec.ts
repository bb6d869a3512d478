import { randomUUID } from 'node:crypto';
import { RuleHits, RuleSets } from '@errand/rules';
import { startApi, type TestApi } from '../support/api';
import { DatabaseProxy } from '../support/database-proxy';
import { startDispatcher } from '../support/dispatcher';
import { eventually } from '../support/eventually';
import { execute } from '../support/sql';
import { createTenant, type TestTenant } from '../support/tenants';

interface Stat {
  ruleId: string;
  name: string | null;
  verdict: string;
  hits: number;
  lastHitAt: string;
}

const hourMs = 3_600_000;
const from = new Date(Date.now() - 24 * hourMs).toISOString();
const to = new Date(Date.now() + 24 * hourMs).toISOString();

let api: TestApi;
let tenant: TestTenant;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  tenant = await createTenant(api);
});

const stats = async (query = `?from=${from}&to=${to}`, as = tenant, key?: string) =>
  as.request<{ data: Stat[] }>('GET', `/api/rules/stats${query}`, { key });

const createRule = async (name: string, condition: string) =>
  (await tenant.request<{ id: string }>('POST', '/api/rules', { body: { name, condition } })).body.id;

const judge = async (actionType: string, by = api) => {
  const action = {
    ...{ id: 'a', namespace: 'n', tenant: 't', provider: 'p', actionType },
    ...{ payload: null, metadata: {} },
  };
  await by.app.get(RuleSets, { strict: false }).evaluate(tenant.id, { action, now: new Date() });
};

const flush = async (by = api) => by.app.get(RuleHits, { strict: false }).flush();

describe('how often rules decide', () => {
  it('is told by rule and verdict, most hits first, with the last', async () => {
    const both = await createRule(
      'both',
      'action.action_type == "a" ? deny() : action.action_type == "b" ? allow() : false',
    );
    const late = await createRule('late', 'action.action_type == "late" ? schedule(60) : false');
    expect((await stats()).body.data).toEqual([]);
    const before = Date.now() - 5_000;
    for (const type of ['a', 'b', 'a', 'late', 'a', 'late', 'nothing that a rule matches']) await judge(type);
    await flush();
    const { body } = await stats();
    expect(body.data).toMatchObject([
      { ruleId: both, name: 'both', verdict: 'deny', hits: 3 },
      { ruleId: late, name: 'late', verdict: 'schedule', hits: 2 },
      { ruleId: both, name: 'both', verdict: 'allow', hits: 1 },
    ]);
    for (const { lastHitAt } of body.data) expect(Date.parse(lastHitAt)).toBeGreaterThan(before);
    await judge('late');
    await judge('late');
    await flush();
    await flush(); // nothing twice
    expect((await stats()).body.data[0]).toMatchObject({ ruleId: late, hits: 4 });
  });

  it('counts no rule that is only asked on trial', async () => {
    await createRule('all', 'deny()');
    const body = { action: { provider: 'email' } };
    expect((await tenant.request('POST', '/api/rules/evaluate', { body })).status).toBe(200);
    await flush();
    expect((await stats()).body.data).toEqual([]);
  });

  it('is told of a deleted rule without a name', async () => {
    const id = await createRule('gone', 'deny()');
    await judge('x');
    await flush();
    await tenant.request('DELETE', `/api/rules/${id}`);
    expect((await stats()).body.data).toMatchObject([{ ruleId: id, name: null, hits: 1 }]);
  });

  it('is told of the hours asked for', async () => {
    const add = (hour: string) =>
      execute(api, `INSERT INTO rule_hits VALUES ($1, $2, $3, 'deny', 5, $2)`, [tenant.id, hour, randomUUID()]);
    await add('2026-03-01T10:00:00Z');
    await add('2026-03-01T11:00:00Z');
    const hits = async (a: string, b: string) =>
      (await stats(`?from=2026-03-01T${a}Z&to=2026-03-01T${b}Z`)).body.data.length;
    expect(await hits('10:59:00', '11:00:00')).toBe(1);
    expect(await hits('10:00:00', '11:00:00.001')).toBe(2);
    expect(await hits('11:30:00', '12:00:00')).toBe(1);
    expect(await hits('12:00:00', '13:00:00')).toBe(0);
  });

  it('is asked with a range, by whoever reads rules of all channels, of one tenant', async () => {
    for (const [query, field] of [
      [`?to=${to}`, 'from'],
      [`?from=${from}`, 'to'],
      [`?from=yesterday&to=${to}`, 'from'],
      [`?from=${to}&to=${from}`, 'to'],
      [`?from=${from}&to=${from}`, 'to'],
    ] as const) {
      const answer = await stats(query);
      expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field }] } });
    }
    await createRule('all', 'deny()');
    await judge('x');
    await flush();
    expect((await stats(undefined, await createTenant(api))).body.data).toEqual([]);
    expect((await stats(undefined, tenant, await tenant.key('VIEW_ACTIVITIES'))).body.data).toHaveLength(1);
    expect((await stats(undefined, tenant, await tenant.key('MANAGE_COMMERCES'))).status).toBe(403);
    const bound = await tenant.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
      body: { name: 'bound', permissions: ['VIEW_ACTIVITIES'], channels: ['SMS'] },
    });
    expect((await stats(undefined, tenant, bound.body.plaintextKey)).status).toBe(403);
  });

  it('is kept while the database is away, and written when a process stops', async () => {
    const id = await createRule('all', 'deny()');
    const proxy = await DatabaseProxy.start(api.settings.databaseUrl ?? '');
    const other = await startApi({ databaseUrl: proxy.url });
    await judge('x', other);
    await proxy.cut();
    await flush(other);
    await judge('x', other);
    await proxy.restore();
    await other.close();
    await proxy.cut();
    expect((await stats()).body.data).toMatchObject([{ ruleId: id, hits: 2 }]);
  });

  it('is removed by the dispatcher after 400 days', async () => {
    const add = (days: number, id: string) =>
      execute(api, `INSERT INTO rule_hits SELECT $1, now() - $2 * interval '1 day', $3, 'deny', 1, now()`, [
        tenant.id,
        days,
        id,
      ]);
    const [old, kept] = [randomUUID(), randomUUID()];
    await add(401, old);
    await add(399, kept);
    const dispatcher = await startDispatcher({ databaseUrl: api.settings.databaseUrl });
    const left = () =>
      execute<{ rule_id: string }>(api, 'SELECT rule_id FROM rule_hits WHERE tenant_id = $1', [tenant.id]);
    const rows = await eventually(left, ({ length }) => length === 1);
    await dispatcher.close();
    expect(rows).toMatchObject([{ rule_id: kept }]);
  });
});
