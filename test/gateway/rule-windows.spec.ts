import { RuleWindows } from '@errand/actions';
import { startApi, type TestApi } from '../support/api';
import { startDispatcher } from '../support/dispatcher';
import { eventually } from '../support/eventually';
import { execute } from '../support/sql';
import { createTenant } from '../support/tenants';

let api: TestApi;
let tenantId: string;
let windows: RuleWindows;

beforeAll(async () => {
  api = await startApi();
  tenantId = (await createTenant(api)).id;
  windows = api.app.get(RuleWindows, { strict: false });
});
afterAll(() => api.close());

const end = (rule: string) =>
  execute(api, `UPDATE rule_windows SET ends_at = now() - interval '1 s' WHERE rule = $1`, [rule]);

describe('the window of a rule', () => {
  const three = { places: 3, seconds: 60 };

  it('has its places once each, and then tells what is left of it', async () => {
    const waits = await Promise.all(Array.from({ length: 8 }, () => windows.take(tenantId, 'full', '', three)));
    expect(waits.filter((wait) => wait === null)).toHaveLength(3);
    for (const wait of waits) if (wait !== null) expect(wait).toBeGreaterThan(50_000);
    for (const wait of waits) if (wait !== null) expect(wait).toBeLessThanOrEqual(60_000);
  });

  it('is another for each key, rule and tenant', async () => {
    const one = { places: 1, seconds: 60 };
    const other = (await createTenant(api)).id;
    const takes = [
      [tenantId, 'a', 'k'],
      [tenantId, 'a', 'l'],
      [tenantId, 'b', 'k'],
      [other, 'a', 'k'],
    ] as const;
    for (const [tenant, rule, key] of takes) expect(await windows.take(tenant, rule, key, one)).toBeNull();
    for (const [tenant, rule, key] of takes) expect(await windows.take(tenant, rule, key, one)).not.toBeNull();
  });

  it('is followed by a new one when it is over', async () => {
    const one = { places: 1, seconds: 60 };
    expect(await windows.take(tenantId, 'over', '', one)).toBeNull();
    expect(await windows.take(tenantId, 'over', '', one)).not.toBeNull();
    await end('over');
    expect(await windows.take(tenantId, 'over', '', one)).toBeNull();
    expect(await windows.take(tenantId, 'over', '', one)).toBeGreaterThan(50_000);
  });

  it('is removed by the dispatcher when it is over, and not before', async () => {
    await windows.take(tenantId, 'old', '', three);
    await windows.take(tenantId, 'new', '', three);
    await end('old');
    const dispatcher = await startDispatcher({ databaseUrl: api.settings.databaseUrl });
    const left = () => execute(api, `SELECT rule FROM rule_windows WHERE rule IN ('old', 'new')`, []);
    await eventually(left, (rows) => rows.length === 1);
    expect(await left()).toEqual([{ rule: 'new' }]);
    await dispatcher.close();
  });
});
