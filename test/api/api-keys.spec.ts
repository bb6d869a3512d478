import { PERMISSIONS, type Permission } from '@errand/tenants';
import { startApi, type TestApi } from '../support/api';
import { eventually } from '../support/eventually';
import { execute } from '../support/sql';
import { createTenant, tenantPermissions, type TestTenant } from '../support/tenants';

interface KeyBody {
  id: string;
  plaintextKey: string;
  parentId: string | null;
  rotatedFrom: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  [field: string]: unknown;
}

let api: TestApi;
let second: TestApi;
let tenant: TestTenant;

beforeAll(async () => {
  api = await startApi();
  second = await startApi({ databaseUrl: api.settings.databaseUrl });
  tenant = await createTenant(api);
});

afterAll(async () => {
  await second.close();
  await api.close();
});

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const nobody = '01900000-0000-7000-8000-000000000000';

/** Asks for a key, by the platform key unless another is named. */
const ask = (fields: object, key?: string) =>
  tenant.request<KeyBody>('POST', '/api/api-keys', {
    body: { name: 'key', permissions: ['VIEW_ACTIVITIES'], ...fields },
    key,
  });
const made = async (fields: object, key?: string): Promise<KeyBody> => {
  const { status, body } = await ask(fields, key);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const manager = (fields: object = {}, key?: string) =>
  made({ permissions: ['MANAGE_API_KEYS', 'VIEW_ACTIVITIES'], ...fields }, key);
const revoke = (id: string, key?: string) => tenant.request<KeyBody>('POST', `/api/api-keys/${id}/revoke`, { key });
const rotate = (id: string, body?: object, key?: string) =>
  tenant.request<KeyBody>('POST', `/api/api-keys/${id}/rotate`, { body, key });
const read = async (id: string) => (await tenant.request<KeyBody>('GET', `/api/api-keys/${id}`)).body;
const status = async (key: string, at = api) => (await at.request('GET', '/api/tenants/me', { key })).status;
const statuses = (...keys: KeyBody[]) => Promise.all(keys.map(({ plaintextKey }) => status(plaintextKey)));
const forbidden = { status: 403, body: { code: 'FORBIDDEN' } };
const invalid = (field: string) => ({ status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field }] } });

describe('a key that a key makes', () => {
  it('says which key made it; one that the platform key made has no parent', async () => {
    const parent = await manager();
    const child = await made({}, parent.plaintextKey);
    expect(parent.parentId).toBeNull();
    expect(child).toMatchObject({ parentId: parent.id, rotatedFrom: null });
    expect(await read(child.id)).toMatchObject({ parentId: parent.id });
  });

  it('lives as long as its maker unless told, and never longer', async () => {
    const parent = await manager({ expiresAt: inAnHour() });
    const child = await made({}, parent.plaintextKey);
    expect(child.expiresAt).toBe(parent.expiresAt);
    const sooner = new Date(Date.now() + 60_000).toISOString();
    expect(await made({ expiresAt: sooner }, parent.plaintextKey)).toMatchObject({ expiresAt: sooner });
    const later = new Date(Date.parse(parent.expiresAt ?? '') + 1).toISOString();
    expect(await ask({ expiresAt: later }, parent.plaintextKey)).toMatchObject(invalid('expiresAt'));
    expect(await ask({ expiresAt: null }, parent.plaintextKey)).toMatchObject(invalid('expiresAt'));
  });

  it('may expire or not where its maker does not', async () => {
    const parent = await manager();
    expect(await made({ expiresAt: null }, parent.plaintextKey)).toMatchObject({ expiresAt: null });
    expect(await made({}, parent.plaintextKey)).toMatchObject({ expiresAt: null });
    const at = inAnHour();
    expect(await made({ expiresAt: at }, parent.plaintextKey)).toMatchObject({ expiresAt: at });
  });

  it('has no permission that its maker lacks, and MANAGE_TENANTS from nobody', async () => {
    const { plaintextKey } = await made({ permissions: tenantPermissions });
    expect(await ask({ permissions: tenantPermissions }, plaintextKey)).toMatchObject({ status: 201 });
    expect(await ask({ permissions: PERMISSIONS }, plaintextKey)).toMatchObject(forbidden);
    expect(await ask({ permissions: ['MANAGE_TENANTS'] })).toMatchObject(forbidden);
  });

  it('takes over its maker’s scope, may narrow it, and cannot leave it', async () => {
    const parent = await manager({ channels: ['EMAIL', 'SMS'], allowCidrs: ['127.0.0.0/8', '2001:db8::/32'] });
    const { plaintextKey: key } = parent;
    expect(await made({}, key)).toMatchObject({
      channels: ['EMAIL', 'SMS'],
      allowCidrs: ['127.0.0.0/8', '2001:db8::/32'],
    });
    expect(await made({ channels: ['SMS'], allowCidrs: ['127.0.0.1/32'] }, key)).toMatchObject({
      channels: ['SMS'],
      allowCidrs: ['127.0.0.1/32'],
      dispatchConfigIds: null,
    });
    expect(await made({ channels: null }, key)).toMatchObject({ channels: ['EMAIL', 'SMS'] });
    expect(await ask({ channels: ['SMS', 'PUSH'] }, key)).toMatchObject(forbidden);
    expect(await ask({ allowCidrs: ['0.0.0.0/0'] }, key)).toMatchObject(forbidden);
    expect(await ask({ allowCidrs: ['127.0.0.0/7'] }, key)).toMatchObject(forbidden);
    expect(await ask({ allowCidrs: ['::ffff:10.0.0.0/104'] }, key)).toMatchObject(forbidden);
    expect(await ask({ allowCidrs: ['::ffff:127.1.0.0/112'] }, key)).toMatchObject({ status: 201 });
  });

  it.each<[string, unknown]>([
    ['channels', []],
    ['channels', ['FAX']],
    ['channels', ['SMS', 'SMS']],
    ['channels', 'SMS'],
    ['dispatchConfigIds', []],
    ['dispatchConfigIds', ['yom']],
    ['allowCidrs', []],
    ['allowCidrs', ['127.0.0.1']],
    ['allowCidrs', ['10/8']],
    ['allowCidrs', ['010.0.0.0/8']],
    ['allowCidrs', ['10.0.0.0/33']],
    ['allowCidrs', ['10.0.0.0/8/8']],
    ['allowCidrs', [4]],
    ['allowCidrs', [null]],
  ])('is not made with %s %j', async (field, value) => {
    expect(await ask({ [field]: value })).toMatchObject(invalid(field));
  });

  it('is not made for a dispatch config that the tenant does not have', async () => {
    expect(await ask({ dispatchConfigIds: [nobody] })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it('ends with its maker, and all that it made, in every process', async () => {
    const parent = await manager();
    const child = await manager({}, parent.plaintextKey);
    const grandchild = await made({}, child.plaintextKey);
    const sibling = await manager();
    for (const at of [api, second]) {
      for (const { plaintextKey } of [parent, child, grandchild]) expect(await status(plaintextKey, at)).toBe(200);
    }
    await revoke(parent.id);
    expect(await statuses(parent, child, grandchild, sibling)).toEqual([401, 401, 401, 200]);
    expect((await read(grandchild.id)).revokedAt).toBe((await read(parent.id)).revokedAt);
    await eventually(
      async () => status(grandchild.plaintextKey, second),
      (answer) => answer === 401,
    );
  });

  it('is not left behind when it is made while its maker is revoked', async () => {
    for (let round = 0; round < 10; round += 1) {
      const parent = await manager();
      const child = await manager({}, parent.plaintextKey);
      const making = [1, 2, 3, 4].map(() => ask({}, child.plaintextKey));
      const [, ...answers] = await Promise.all([revoke(parent.id), ...making]);
      const born = answers.filter((answer) => answer.status === 201);
      expect(await statuses(...born.map(({ body }) => body))).toEqual(born.map(() => 401));
    }
  });

  it('of version 0.1 has no parent and goes on', async () => {
    const old = await manager();
    await execute(api, 'UPDATE api_keys SET parent_id = NULL, channels = NULL WHERE id = $1', [old.id]);
    expect(await made({}, old.plaintextKey)).toMatchObject({ parentId: old.id });
  });
});

describe('an address', () => {
  it.each([
    ['127.0.0.0/8', 200],
    ['127.0.0.1/32', 200],
    ['::ffff:127.0.0.1/128', 200],
    ['10.0.0.0/8', 401],
    ['::1/128', 401],
    ['::/0', 401],
  ])('within %s or not: %d', async (network, expected) => {
    const { plaintextKey } = await made({ allowCidrs: [network] });
    const answer = await api.request('GET', '/api/tenants/me', { key: plaintextKey });
    expect(answer.status).toBe(expected);
    if (expected === 401) expect(answer.body).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('revoking', () => {
  const strong: [string, object][] = [
    ['permissions', { permissions: ['MANAGE_API_KEYS', 'VIEW_ACTIVITIES', 'MANAGE_RULES'], channels: ['SMS'] }],
    ['channels', { channels: ['SMS', 'EMAIL'] }],
    ['any channel', {}],
    ['addresses', { channels: ['SMS'], allowCidrs: ['0.0.0.0/0'] }],
    ['life', { channels: ['SMS'], expiresAt: null }],
  ];

  it.each(strong)('a key of more %s is refused, and so is rotating it', async (_, fields) => {
    const permissions: Permission[] = ['MANAGE_API_KEYS', 'VIEW_ACTIVITIES'];
    const weak = await made({ permissions, channels: ['SMS'], allowCidrs: ['127.0.0.0/8'], expiresAt: inAnHour() });
    const target = await manager({
      allowCidrs: ['127.0.0.0/9'],
      expiresAt: inAnHour().replace(/\d\d\.\d+Z$/, '00.000Z'),
      ...fields,
    });
    expect(await revoke(target.id, weak.plaintextKey)).toMatchObject(forbidden);
    expect(await rotate(target.id, {}, weak.plaintextKey)).toMatchObject(forbidden);
    expect(await read(target.id)).toMatchObject({ revokedAt: null });
  });

  it('itself, an equal and its own children is allowed', async () => {
    const key = await manager();
    const equal = await manager();
    const child = await made({}, key.plaintextKey);
    for (const { id } of [child, equal, key]) {
      expect(await revoke(id, key.plaintextKey)).toMatchObject({
        status: 200,
        body: { id, revokedAt: expect.any(String) as string },
      });
    }
    expect(await statuses(key, equal, child)).toEqual([401, 401, 401]);
  });

  it('its maker is refused to a weaker key', async () => {
    const parent = await manager();
    const child = await made({ permissions: ['MANAGE_API_KEYS'] }, parent.plaintextKey);
    expect(await revoke(parent.id, child.plaintextKey)).toMatchObject(forbidden);
  });
});

describe('rotating', () => {
  it('makes a key of the same reach, and lets the old one go on for a while', async () => {
    const maker = await manager({ expiresAt: inAnHour(), channels: ['SMS'], allowCidrs: ['127.0.0.0/8'] });
    const old = await manager({}, maker.plaintextKey);
    const before = Date.now();
    const { status: answered, body } = await rotate(old.id, { graceSeconds: 60 });
    const { name, permissions, channels, dispatchConfigIds, allowCidrs, expiresAt, parentId } = old;
    expect({ answered, body }).toMatchObject({
      answered: 201,
      body: { name, permissions, channels, dispatchConfigIds, allowCidrs, expiresAt, parentId, rotatedFrom: old.id },
    });
    expect(body.id).not.toBe(old.id);
    expect(await statuses(old, body)).toEqual([200, 200]);
    const ends = Date.parse((await read(old.id)).expiresAt ?? '');
    expect(ends).toBeGreaterThanOrEqual(before + 60_000);
    expect(ends).toBeLessThan(Date.now() + 61_000);
    expect(JSON.stringify(await read(body.id))).not.toContain(body.plaintextKey.slice(12, 42));
  });

  it('gives a day unless told, and never more than the old key had', async () => {
    const endless = await made({});
    await rotate(endless.id);
    const left = Date.parse((await read(endless.id)).expiresAt ?? '') - Date.now();
    expect(left).toBeGreaterThan(86_000_000);
    expect(left).toBeLessThanOrEqual(86_400_000);
    const short = await made({ expiresAt: inAnHour() });
    const { body } = await rotate(short.id, { graceSeconds: 2_592_000 });
    expect(await read(short.id)).toMatchObject({ expiresAt: short.expiresAt });
    expect(body.expiresAt).toBe(short.expiresAt);
  });

  it('without grace ends the old key at once, in every process, and keeps what it made', async () => {
    const old = await manager();
    const child = await made({}, old.plaintextKey);
    expect(await status(old.plaintextKey, second)).toBe(200);
    const { body: fresh } = await rotate(old.id, { graceSeconds: 0 });
    expect(await statuses(old, fresh, child)).toEqual([401, 200, 200]);
    await eventually(
      async () => status(old.plaintextKey, second),
      (answer) => answer === 401,
    );
    expect(await read(child.id)).toMatchObject({ parentId: fresh.id, revokedAt: null });
    await revoke(fresh.id);
    expect(await statuses(child)).toEqual([401]);
  });

  it('takes what the old key made during its grace to its end with it', async () => {
    const old = await manager();
    await rotate(old.id, { graceSeconds: 600 });
    const late = await made({}, old.plaintextKey);
    expect(late).toMatchObject({ parentId: old.id, expiresAt: (await read(old.id)).expiresAt });
  });

  it('is done once, also by two at a time, and not of a key that has ended', async () => {
    const key = await made({});
    const both = await Promise.all([rotate(key.id), rotate(key.id)]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const conflict = { status: 409, body: { code: 'CONFLICT' } };
    expect(await rotate(key.id)).toMatchObject(conflict);
    const revoked = await made({});
    await revoke(revoked.id);
    expect(await rotate(revoked.id)).toMatchObject(conflict);
    const expired = await made({});
    await execute(api, `UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE id = $1`, [expired.id]);
    expect(await rotate(expired.id)).toMatchObject(conflict);
    expect((await rotate(nobody)).status).toBe(404);
  });

  it('can be done by the key itself', async () => {
    const key = await manager({ expiresAt: inAnHour() });
    const { status: answered, body } = await rotate(key.id, { graceSeconds: 0 }, key.plaintextKey);
    expect(answered).toBe(201);
    expect(body.expiresAt).toBe(key.expiresAt);
    expect(await statuses(key, body)).toEqual([401, 200]);
  });

  it.each([-1, 2_592_001, 1.5, '60', true])('refuses graceSeconds %j', async (graceSeconds) => {
    const { id } = await made({});
    expect(await rotate(id, { graceSeconds })).toMatchObject(invalid('graceSeconds'));
    expect(await read(id)).toMatchObject({ expiresAt: null });
  });

  it('shows when a key was last used', async () => {
    const key = await made({});
    expect(key.lastUsedAt).toBeNull();
    await status(key.plaintextKey);
    await eventually(
      async () => (await read(key.id)).lastUsedAt,
      (at) => at !== null,
    );
  });
});
