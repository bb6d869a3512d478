import type { Settings } from '@errand/config';
import { startApi, type TestApi } from '../support/api';
import { execute } from '../support/sql';
import { createTenant, type TestTenant } from '../support/tenants';

const three = { quotaApiKeys: 3, quotaDispatchConfigs: 3, quotaRecurringActions: 3, quotaWebhooks: 3 };

let apis: TestApi[];
let tenant: TestTenant;

beforeAll(async () => {
  const first = await startApi(three);
  const overrides: Partial<Settings> = { ...three, databaseUrl: first.settings.databaseUrl };
  apis = [first, await startApi(overrides)];
});

beforeEach(async () => {
  tenant = await createTenant(first());
});

afterAll(async () => {
  for (const api of apis.toReversed()) await api.close();
});

function first(): TestApi {
  const [api] = apis;
  if (!api) throw new Error('none was started');
  return api;
}

/** Twelve at the same time, through both apis. */
async function createTogether(method: string, path: string, bodyOf: (n: number) => object) {
  const requests = Array.from({ length: 12 }, (_, n) =>
    (apis[n % 2] ?? first()).request<object>(method, path, { tenant: tenant.id, body: bodyOf(n) }),
  );
  return Promise.all(requests);
}

const kinds: [string, string, (n: number) => object, number][] = [
  ['/api/api-keys', 'valid API keys', (n) => ({ name: `key ${n}`, permissions: ['VIEW_ACTIVITIES'] }), 3],
  [
    '/api/dispatch-configs',
    'dispatch configs',
    (n) => ({ name: `mock ${n}`, providerCode: 'MOCK', channel: 'EMAIL' }),
    3,
  ],
  ['/api/webhooks', 'webhooks', (n) => ({ url: `http://127.0.0.1:9999/${n}`, events: ['activity.created'] }), 3],
  [
    '/v1/recurring',
    'recurring actions',
    () => ({
      ...{ namespace: 'n', provider: 'mock', action_type: 'remind', payload: {} },
      cron_expression: '0 9 * * *',
    }),
    3,
  ],
];

describe('a tenant has as many as it may have, however many are made at once:', () => {
  it.each(kinds)('%s', async (path, what, bodyOf, limit) => {
    if (path.startsWith('/v1')) {
      const config = { name: 'mock', providerCode: 'MOCK', channel: 'EMAIL' };
      expect(await tenant.request('POST', '/api/dispatch-configs', { body: config })).toMatchObject({ status: 201 });
      const body = { externalId: 'STORE-1', name: 'Corner Store' };
      expect(await tenant.request('POST', '/api/commerces', { body })).toMatchObject({ status: 201 });
    }
    const answers = await createTogether('POST', path, bodyOf);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(answers.length - refused.length).toBe(limit);
    for (const answer of refused) {
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'LIMIT_REACHED', message: `A tenant has ${limit} ${what} at most`, details: { limit } },
      });
    }
    const stranger = await createTenant(first());
    if (!path.startsWith('/v1')) {
      expect(await stranger.request('POST', path, { body: bodyOf(0) })).toMatchObject({ status: 201 });
    }
  });

  it.each([
    ['attribute_keys', '/api/activity-config/attribute-keys', '(tenant_id, key, label, created_at, updated_at)'],
    ['result_types', '/api/activity-config/result-types', '(tenant_id, code, label, created_at, updated_at)'],
  ])('%s', async (table, path, columns) => {
    await execute(
      first(),
      `INSERT INTO ${table} ${columns} SELECT $1, 'k' || n, 'l', now(), now() FROM generate_series(1, 998) n`,
      [tenant.id],
    );
    const name = table === 'result_types' ? 'code' : 'key';
    const answers = await createTogether('POST', path, (n) => ({ [name]: `new${n}`, label: 'l' }));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
  });

  it('rules', async () => {
    await execute(
      first(),
      `INSERT INTO rules (tenant_id, id, name, priority, enabled, condition, action, version, created_at, updated_at)
       SELECT $1, gen_random_uuid(), 'r' || n, 1, true, '{}', '{}', 1, now(), now() FROM generate_series(1, 498) n`,
      [tenant.id],
    );
    const answers = await createTogether('POST', '/api/rules', (n) => ({
      ...{ name: `new${n}`, condition: { field: 'action.action_type', eq: 'x' }, action: { type: 'deny' } },
    }));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
  });

  it('policies, of which a stored one can still be changed', async () => {
    await execute(
      first(),
      `INSERT INTO attribute_policies (tenant_id, key, strategy, resolver, updated_at)
       SELECT $1, 'k' || n, 'UPFRONT', 'CALLER_PROVIDED', now() FROM generate_series(1, 998) n`,
      [tenant.id],
    );
    const policy = { strategy: 'UPFRONT', resolver: 'CALLER_PROVIDED' };
    const answers = await createTogether('POST', '/api/activity-config/attribute-policies', (n) => ({
      ...{ ...policy, key: `new${n}` },
    }));
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
    const changed = await tenant.request('POST', '/api/activity-config/attribute-policies', {
      body: { ...policy, key: 'k1' },
    });
    expect(changed.status).toBeLessThan(300);
  });

  it('keys, of which revoked ones do not count', async () => {
    const create = () =>
      createTogether('POST', '/api/api-keys', () => ({ name: 'k', permissions: ['VIEW_ACTIVITIES'] }));
    const [made] = (await create()).filter(({ status }) => status === 201);
    const { id } = made?.body as { id: string };
    expect(await tenant.request('POST', `/api/api-keys/${id}/revoke`)).toMatchObject({ status: 200 });
    expect((await create()).filter(({ status }) => status === 201)).toHaveLength(1);
  });
});
