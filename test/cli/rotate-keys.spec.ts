import { generateKey } from '@errand/crypto';
import { CallbackTokens, DispatchConfigs } from '@errand/tenants';
import { rotateKeys } from '../../apps/cli/src/rotate-keys.command';
import { startApi, type TestApi } from '../support/api';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startDispatcher } from '../support/dispatcher';
import { testEnvironment } from '../support/settings';
import { Sink } from '../support/sink';
import { execute } from '../support/sql';
import { createTenant } from '../support/tenants';

const oldKey = `old${generateKey()}`;
const newKey = `new${generateKey()}`;
const both = `${newKey},${oldKey}`;

let database: TestDatabase;
let api: TestApi;
let sink: Sink;

beforeEach(async () => {
  [database, sink] = await Promise.all([createTestDatabase(), Sink.start()]);
  api = await startApi({ databaseUrl: database.url, encryptionKeys: oldKey });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await api.close();
  await sink.close();
  await database.drop();
});

const makeConfigs = async (count: number) => {
  const tenant = await createTenant(api);
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const { body } = await tenant.request<{ id: string }>('POST', '/api/dispatch-configs', {
      body: {
        ...{ name: `yom-${n}`, providerCode: 'YOM', channel: 'SMS', baseUrl: sink.url },
        credentials: { apiKey: `key-${n}` },
      },
    });
    ids.push(body.id);
  }
  return { tenant, ids };
};

const rotate = async (keys: string) => {
  const written: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    await rotateKeys({ ...testEnvironment(database.url), ENCRYPTION_KEYS: keys });
  } finally {
    write.mockRestore();
  }
  return written.join('');
};

const keyIds = async () => {
  const rows = await execute<{ id: string }>(api, `SELECT split_part(credentials, '.', 2) AS id FROM dispatch_configs`);
  return [...new Set(rows.map(({ id }) => id))];
};

const idOf = (key: string) => key.split(':')[0];

describe('rotate-keys', () => {
  it('seals every tenant’s credentials with the first key and then has nothing to do', async () => {
    const first = await makeConfigs(1);
    const second = await makeConfigs(2);
    expect(await rotate(both)).toBe('3 sealed with the first key\n');
    expect(await keyIds()).toEqual([idOf(newKey)]);
    expect(await rotate(both)).toBe('0 sealed with the first key\n');

    const restarted = await startApi({ databaseUrl: database.url, encryptionKeys: newKey });
    try {
      for (const { tenant, ids } of [first, second]) {
        for (const id of ids) {
          const probe = await restarted.request('POST', `/api/dispatch-configs/${id}/test`, { tenant: tenant.id });
          expect(probe.body).toMatchObject({ ok: true });
        }
      }
      expect(sink.requests.map(({ headers }) => headers['x-api-key'])).toEqual(['key-0', 'key-0', 'key-1']);
    } finally {
      await restarted.close();
    }
  });

  it('seals the secrets of attribute hooks as well, which then still sign', async () => {
    const { tenant } = await makeConfigs(1);
    const hook = { url: `${sink.url}/hook`, timeoutMs: 2_000 };
    await tenant.request('POST', '/api/activity-config/attribute-policies', {
      body: { key: 'credit', strategy: 'UPFRONT', resolver: 'CLIENT_HOOK', hook },
    });
    await tenant.request('POST', '/api/commerces', { body: { externalId: 'S', name: 'Store' } });
    const secretKeyId = `SELECT split_part(hook_secret, '.', 2) AS id FROM attribute_policies`;
    expect(await rotate(both)).toBe('2 sealed with the first key\n');
    expect(await execute(api, secretKeyId)).toEqual([{ id: idOf(newKey) }]);
    expect(await rotate(both)).toBe('0 sealed with the first key\n');

    const restarted = await startApi({ databaseUrl: database.url, encryptionKeys: newKey });
    try {
      const activity = { type: 'MESSAGE', channel: 'SMS', reason: 'r', commerceExternalId: 'S', idempotencyKey: 'k' };
      await restarted.request('POST', '/api/activities', {
        tenant: tenant.id,
        body: { ...activity, scheduledAt: '2026-01-01T00:00:00Z', attributeKeys: ['credit'] },
      });
      expect(sink.requests.map(({ path, headers }) => [path, headers['webhook-signature']])).toEqual([
        ['/hook', expect.stringMatching(/^v1,/)],
      ]);
    } finally {
      await restarted.close();
    }
    await execute(api, `UPDATE attribute_policies SET hook_secret = replace(hook_secret, 'v1.', 'v1.x')`);
    await expect(rotate(both)).rejects.toThrow(
      `no key opens the hook secrets of attribute policies ${tenant.id}/credit`,
    );
  });

  it('seals the secrets of callback URLs as well, which then stay what they were', async () => {
    const { tenant, ids } = await makeConfigs(2);
    const [config = '', other = ''] = ids;
    const tokens = async (from: TestApi) => {
      const found = await Promise.all(ids.map((id) => from.app.get(DispatchConfigs).get(tenant.id, id)));
      return Promise.all(found.map((one) => from.app.get(CallbackTokens).of(one)));
    };
    const before = await tokens(api);
    expect(await rotate(both)).toBe('4 sealed with the first key\n');
    expect(
      await execute(api, `SELECT DISTINCT split_part(callback_secret, '.', 2) AS id FROM dispatch_configs`),
    ).toEqual([{ id: idOf(newKey) }]);
    const restarted = await startApi({ databaseUrl: database.url, encryptionKeys: newKey });
    expect(await tokens(restarted)).toEqual(before);
    await restarted.close();
    // An envelope that was copied to another config does not open there.
    await execute(
      api,
      `UPDATE dispatch_configs SET callback_secret = (SELECT callback_secret FROM dispatch_configs WHERE id = $1) WHERE id = $2`,
      [config, other],
    );
    await expect(tokens(api)).rejects.toThrow();
  });

  it('seals the secrets of webhooks as well, those that end too', async () => {
    const { tenant } = await makeConfigs(0);
    const { body } = await tenant.request<{ id: string }>('POST', '/api/webhooks', {
      body: { url: `${sink.url}/events`, events: ['activity.created'] },
    });
    await tenant.request('POST', `/api/webhooks/${body.id}/rotate-secret`);
    expect(await rotate(both)).toBe('1 sealed with the first key\n');
    expect(await execute(api, `SELECT split_part(secrets, '.', 2) AS id FROM webhooks`)).toEqual([
      { id: idOf(newKey) },
    ]);
    const dispatcher = await startDispatcher({ databaseUrl: database.url, encryptionKeys: newKey });
    try {
      await tenant.request('POST', '/api/commerces', { body: { externalId: 'S', name: 'Store' } });
      const activity = { type: 'MESSAGE', channel: 'SMS', reason: 'r', commerceExternalId: 'S', idempotencyKey: 'k' };
      await tenant.request('POST', '/api/activities', { body: { ...activity, scheduledAt: '2026-01-01T00:00:00Z' } });
      const [request] = await sink.waitForRequests(1);
      expect(request?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
    } finally {
      await dispatcher.close();
    }
    await execute(api, `UPDATE webhooks SET secrets = replace(secrets, 'v1.', 'v1.x')`);
    await expect(rotate(both)).rejects.toThrow(`no key opens the secrets of webhooks ${tenant.id}/${body.id}`);
  });

  it('overwrites nothing that is changed while it runs', async () => {
    const { tenant, ids } = await makeConfigs(20);
    const renewed = await startApi({ databaseUrl: database.url, encryptionKeys: both });
    try {
      const changing = ids.map((id) =>
        renewed.request('PATCH', `/api/dispatch-configs/${id}`, {
          tenant: tenant.id,
          body: { credentials: { apiKey: 'changed' } },
        }),
      );
      const [, ...changed] = await Promise.all([rotate(both), ...changing]);
      expect(changed.map(({ status }) => status)).toEqual(ids.map(() => 200));
      for (const id of ids) await renewed.request('POST', `/api/dispatch-configs/${id}/test`, { tenant: tenant.id });
      expect(sink.requests.map(({ headers }) => headers['x-api-key'])).toEqual(ids.map(() => 'changed'));
    } finally {
      await renewed.close();
    }
  });

  it('fails naming the configs that no key opens, after sealing the others', async () => {
    const { tenant, ids } = await makeConfigs(2);
    await execute(api, `UPDATE dispatch_configs SET credentials = replace(credentials, 'v1.', 'v1.x') WHERE id = $1`, [
      ids[0],
    ]);
    await expect(rotate(both)).rejects.toThrow(
      `no key opens the credentials of dispatch configs ${tenant.id}/${ids[0]}`,
    );
    expect((await keyIds()).sort()).toEqual([idOf(newKey), `x${idOf(oldKey)}`].sort());
  });
});
