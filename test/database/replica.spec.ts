import { Database, Replica } from '@errand/database';
import { startApi, type TestApi } from '../support/api';
import { eventually } from '../support/eventually';
import { Followed } from '../support/standby';
import { createTenant, type TestTenant } from '../support/tenants';

let servers: Followed;
let api: TestApi;
let tenant: TestTenant;
beforeAll(async () => {
  servers = await Followed.start();
  api = await startApi({ databaseUrl: servers.primary.url, databaseReplicaUrl: servers.standby.url });
}, 120_000);
afterAll(async () => {
  await api.close();
  await servers.stop();
});
beforeEach(async () => {
  tenant = await createTenant(api);
});

interface List {
  data: { externalId: string }[];
}
const stores = () => tenant.request<List>('GET', '/api/commerces');
const lagOf = ({ headers }: { headers: Headers }) => headers.get('x-errand-lag');
const makeStore = (externalId: string) =>
  tenant.request('POST', '/api/commerces', { body: { externalId, name: 'Corner Store' } });

describe('with a replica', () => {
  it('lists are read from it once it has what the tenant wrote, and say how late they may be', async () => {
    await makeStore('S1');
    const first = await stores();
    expect(first.body.data).toMatchObject([{ externalId: 'S1' }]);
    const later = await eventually(stores, (answer) => lagOf(answer) !== null);
    expect(later.body.data).toMatchObject([{ externalId: 'S1' }]);
    expect(Number(lagOf(later))).toBeLessThanOrEqual(5);
    expect(servers.asked()).toContain('FROM "commerces"');
    const activities = () => tenant.request('GET', '/api/activities?search=nothing');
    expect((await eventually(activities, (answer) => lagOf(answer) !== null)).status).toBe(200);
    expect(servers.asked()).toMatch(/FROM activities/);
  });

  it('gauges are read from it, and nothing else is', async () => {
    const database = api.app.get(Database);
    const isReplica = async () => {
      const [row] = await database.query<{ it: boolean }>({
        name: 'recovers',
        text: 'SELECT pg_is_in_recovery() AS it',
      });
      return row?.it;
    };
    await eventually(() => api.app.get(Replica).readAny(isReplica), Boolean);
    expect(await isReplica()).toBe(false);
    const [made] = (await makeStore('S1'), (await stores()).body.data) as unknown as { id: string }[];
    const one = await tenant.request('GET', `/api/commerces/${made?.id}`);
    expect([one.status, lagOf(one)]).toEqual([200, null]);
  });

  it('a list has what was written a moment ago, and comes from the primary while the replica stands still', async () => {
    await eventually(stores, (answer) => lagOf(answer) !== null);
    await servers.pause();
    try {
      await makeStore('S1');
      const answer = await stores();
      expect(answer.body.data).toMatchObject([{ externalId: 'S1' }]);
      expect(lagOf(answer)).toBeNull();
      const other = await createTenant(api);
      const lists = () => other.request<List>('GET', '/api/commerces');
      await eventually(lists, (list) => lagOf(list) === null);
    } finally {
      await servers.resume();
    }
    const caughtUp = await eventually(stores, (answer) => lagOf(answer) !== null);
    expect(caughtUp.body.data).toMatchObject([{ externalId: 'S1' }]);
  });

  it('what it does not know yet is asked of the primary', async () => {
    const elsewhere = await startApi({ databaseUrl: servers.primary.url });
    try {
      await makeStore('S1');
      await eventually(stores, (answer) => lagOf(answer) !== null);
      await servers.pause();
      const { body } = await elsewhere.request<{ id: string }>('POST', '/api/activities', {
        tenant: tenant.id,
        body: { type: 'MESSAGE', channel: 'EMAIL', reason: 'r', commerceExternalId: 'S1', idempotencyKey: 'k' },
      });
      const events = await tenant.request('GET', `/api/activities/${body.id}/status-events`);
      expect([events.status, lagOf(events)]).toEqual([200, null]);
    } finally {
      await servers.resume();
      await elsewhere.close();
    }
  });

  it('that is away, lists come from the primary', async () => {
    await makeStore('S1');
    await eventually(stores, (answer) => lagOf(answer) !== null);
    await servers.standby.stop();
    const answer = await stores();
    expect([answer.status, lagOf(answer)]).toEqual([200, null]);
    expect(answer.body.data).toMatchObject([{ externalId: 'S1' }]);
  });
});
