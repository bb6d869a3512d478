import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { type Counter, startCounter } from '../support/statistics';

interface Stat {
  tenantId: string;
  code: string;
  status: string;
  open: number;
  oldestDueSince: string | null;
  failed24h: number;
  keys: number;
}

let scenario: Scenario;
let counter: Counter;
beforeAll(async () => {
  scenario = await Scenario.start(0);
  counter = await startCounter(scenario.api.settings.databaseUrl);
});
afterAll(async () => {
  await counter.dispatcher.close();
  await scenario.close();
});

const get = async (query = '', key?: string) =>
  scenario.api.request<{ data: Stat[]; meta: { total: number }; nextCursor: string | null }>(
    'GET',
    `/api/tenants/stats${query}`,
    { key },
  );

describe('what each tenant has', () => {
  it('is told with the platform key, newest first and page by page', async () => {
    const [quiet, busy] = [await scenario.tenant(), await scenario.tenant()];
    const { id, key } = busy.tenant;
    await busy.untilStatus((await busy.create()).id, 'FAILED');
    await busy.create({ scheduledAt: new Date(Date.now() + 3_600_000).toISOString() });
    // The one call that the config may have is under way: the next one stays in its queue.
    await busy.yom({ limits: { maxConcurrent: 1 } });
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    scenario.sink.answerWith(async () => {
      await gate;
      return { body: { id: 'sent' } };
    });
    const sent = await busy.create();
    await scenario.sink.waitForRequests(1);
    const { createdAt } = await busy.create();
    const viewer = await key('VIEW_ACTIVITIES');
    const expired = await key('VIEW_ACTIVITIES');
    const revoked = await key('VIEW_ACTIVITIES');
    const end = (column: string, text: string) =>
      execute(scenario.api, `UPDATE api_keys SET ${column} = now() WHERE tenant_id = $1 AND prefix = $2`, [
        ...[id, text.slice(0, 10)],
      ]);
    await end('expires_at', expired);
    await end('revoked_at', revoked);
    await counter.count();
    const { status, body } = await get();
    expect(status).toBe(200);
    const [first, second] = body.data;
    expect(first).toEqual({
      ...{ tenantId: id, code: expect.any(String) as string, status: 'ACTIVE' },
      ...{ open: 3, oldestDueSince: createdAt, failed24h: 1, keys: 1 },
    });
    expect(second).toMatchObject({ tenantId: quiet.tenant.id, open: 0, oldestDueSince: null, failed24h: 0, keys: 0 });
    const page = await get('?perPage=1');
    expect(page.body).toMatchObject({ data: [{ tenantId: id }], meta: { total: body.meta.total } });
    const next = await get(`?perPage=1&cursor=${page.body.nextCursor}`);
    expect(next.body.data).toMatchObject([{ tenantId: quiet.tenant.id }]);
    expect((await get('', viewer)).status).toBe(403);
    expect((await get('?perPage=0')).status).toBe(400);
    await scenario.api.request('PATCH', `/api/tenants/${id}`, { body: { status: 'PAUSED' } });
    expect((await get()).body.data[0]).toMatchObject({ status: 'PAUSED', open: 3, oldestDueSince: null });
    answer();
    await busy.untilStatus(sent.id, 'DISPATCHED');
  });
});
