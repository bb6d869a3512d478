import { Clock } from '@errand/database';
import { SignInCodes } from '../../apps/api/src/console/sign-in-codes.service';
import { startApi, type TestApi } from '../support/api';
import { eventually } from '../support/eventually';
import { execute } from '../support/sql';
import { createTenant, type TestTenant } from '../support/tenants';

let api: TestApi;
let tenant: TestTenant;
let key: string;
let elapsedMs = 0;

beforeAll(async () => {
  api = await startApi();
  Object.assign(api.app.get(Clock), { now: () => new Date(Date.now() + elapsedMs) });
  tenant = await createTenant(api);
  key = await tenant.key('VIEW_ACTIVITIES', 'MANAGE_COMMERCES');
});
afterAll(() => api.close());
afterEach(() => void (elapsedMs = 0));

interface Told {
  code?: string;
  message?: string;
  actor?: string;
  actorKind?: string;
  isPlatform?: boolean;
  permissions?: string[];
  tenant?: { id: string; code: string; timezone: string } | null;
  expiresAt?: string | null;
}

const signIn = (body: unknown, headers: Record<string, string> = {}, at = api) =>
  at.request<Told>('POST', '/api/console/session', { key: null, body, headers });

/** The cookie that a sign-in answers, as a browser sends it back. */
async function cookieOf(text: string, at = api): Promise<string> {
  const { status, headers } = await signIn({ key: text }, {}, at);
  expect(status).toBe(204);
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const me = (headers: Record<string, string>, at = api) =>
  at.request<Told>('GET', '/api/console/me', { key: null, headers });

/** What the console's page sends with whatever changes something. */
const fromPage = (cookie: string) => ({ cookie, origin: api.url, 'x-errand-console': '1' });

const makeStore = (headers: Record<string, string>, externalId: string) =>
  api.request<Told>('POST', '/api/commerces', { key: null, headers, body: { externalId, name: 'A store' } });

describe('a sign-in', () => {
  it('answers a cookie that only this host gets back, never to a script, and none of the key', async () => {
    const { status, headers } = await signIn({ key });
    const cookie = headers.get('set-cookie') ?? '';
    expect(status).toBe(204);
    expect(cookie).toMatch(/^__Host-errand=[0-9a-f]{32}_[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    const [, random = ''] = key.split('_');
    expect(cookie).not.toContain(random);
    const rows = await execute<{ hash: Buffer }>(api, `SELECT * FROM console_sessions WHERE tenant_id = $1`, [
      tenant.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain(cookie.split(/[=;]/)[1]);
  });

  it('is as good as its key', async () => {
    const cookie = await cookieOf(key);
    const { status, body } = await me({ cookie });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      actor: expect.stringMatching(/^key:erk_.{6} \(console\)$/) as string,
      actorKind: 'console',
      isPlatform: false,
      settings: { enableScheduledActions: true },
      permissions: ['VIEW_ACTIVITIES', 'MANAGE_COMMERCES'],
      tenant: { id: tenant.id, timezone: 'UTC' },
    });
    const hours = (Date.parse(body.expiresAt ?? '') - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect((await makeStore(fromPage(cookie), 'S-1')).status).toBe(201);
    const denied = await api.request<Told>('GET', '/api/audit', { key: null, headers: { cookie } });
    expect(denied).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  });

  it('tells a request with a key who that is, session or not', async () => {
    const cookie = await cookieOf(key);
    const other = await (await createTenant(api)).key('VIEW_AUDIT');
    const { body } = await me({ cookie, 'x-api-key': other });
    expect(body).toMatchObject({ actorKind: 'key', permissions: ['VIEW_AUDIT'], expiresAt: null });
    // Without the page's headers too: a key no browser sends by itself.
    expect(await makeStore({ cookie, 'x-api-key': key }, 'S-2')).toMatchObject({ status: 201 });
  });

  it('of another tenant reaches nothing here', async () => {
    const cookie = await cookieOf(await (await createTenant(api)).key('VIEW_ACTIVITIES'));
    expect(await me({ cookie, 'x-tenant-id': tenant.id })).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    const list = await api.request<{ data: unknown[] }>('GET', '/api/commerces', { key: null, headers: { cookie } });
    expect(list.body.data).toEqual([]);
  });

  it('with the platform key is of no tenant until a request names one', async () => {
    const cookie = await cookieOf(api.adminKey);
    expect(cookie).toMatch(/^__Host-errand=platform_/);
    const { body } = await me({ cookie });
    expect(body).toMatchObject({ actor: 'platform (console)', actorKind: 'console', isPlatform: true, tenant: null });
    expect((await me({ cookie, 'x-tenant-id': tenant.id })).body.tenant).toMatchObject({ id: tenant.id });
  });

  it.each([
    ['an unknown key', { key: `erk_${'a'.repeat(43)}_${'0'.repeat(32)}` }],
    ['no key at all', { key: 'hello' }],
    ['an unknown code', { code: 'hello' }],
  ])('with %s is refused in the same words', async (_, body) => {
    const refused = await signIn(body, { 'x-forwarded-for': '192.0.2.1' });
    expect(refused).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHENTICATED', message: 'The key is not valid here: unknown, revoked, expired or used' },
    });
    expect(refused.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['neither', {}],
    ['both', { key: 'a', code: 'b' }],
    ['something else', { password: 'x' }],
    ['a key of another type', { key: 7 }],
  ])('with %s is a bad request', async (_, body) => {
    expect(await signIn(body)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('with more than it takes is refused before it is read', async () => {
    expect(await signIn({ key: 'a'.repeat(5000) })).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
  });
});

describe('failed sign-ins', () => {
  it('are ten a minute from one address; then a good key has to wait too', async () => {
    const other = await startApi();
    try {
      const good = await (await createTenant(other)).key('VIEW_ACTIVITIES');
      await cookieOf(good, other);
      // All within one minute of this address's, which begins with the first of them.
      Object.assign(other.app.get(Clock), { now: () => new Date('2026-01-01T00:00:00Z') });
      const statuses: number[] = [];
      for (let n = 0; n < 12; n += 1) statuses.push((await signIn({ key: 'wrong' }, {}, other)).status);
      expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
      const late = await signIn({ key: good }, {}, other);
      expect(late).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
      expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
      // Requests with a key are another matter.
      expect((await other.request('GET', '/api/console/me', { key: good })).status).toBe(200);
    } finally {
      await other.close();
    }
  });
});

describe('a session', () => {
  const ownKey = async () => {
    const body = { name: 'own', permissions: ['VIEW_ACTIVITIES'] };
    return (await tenant.request<{ id: string; plaintextKey: string }>('POST', '/api/api-keys', { body })).body;
  };

  it.each([
    ['without use for eight hours', 8 * 3_600_000 + 1000, 0],
    ['a day old, however much in use', 24 * 3_600_000 + 1000, 24 * 3_600_000],
  ])('is over %s', async (_, laterMs, lastSeenLaterMs) => {
    const cookie = await cookieOf(key);
    elapsedMs = laterMs;
    if (lastSeenLaterMs > 0) {
      await execute(api, `UPDATE console_sessions SET last_seen_at = $1`, [new Date(Date.now() + lastSeenLaterMs)]);
    }
    expect(await me({ cookie })).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  });

  it('goes on while it is used', async () => {
    const { id: keyId, plaintextKey } = await ownKey();
    const cookie = await cookieOf(plaintextKey);
    for (const hours of [7, 14, 21]) {
      elapsedMs = hours * 3_600_000;
      // What was looked up is remembered for a second; then its use is noted.
      await eventually(
        async () => {
          expect((await me({ cookie })).status).toBe(200);
          return execute<{ n: string }>(api, seenSince, [keyId, new Date(Date.now() + elapsedMs - 60_000)]);
        },
        ([row]) => row?.n === '1',
      );
    }
  });

  it('ends with its key, within a second', async () => {
    const { id, plaintextKey } = await ownKey();
    const cookie = await cookieOf(plaintextKey);
    expect((await me({ cookie })).status).toBe(200);
    expect((await tenant.request('POST', `/api/api-keys/${id}/revoke`)).status).toBe(200);
    await eventually(
      () => me({ cookie }),
      ({ status }) => status === 401,
    );
  });

  it('ends when one signs out, and the browser forgets it', async () => {
    const cookie = await cookieOf(key);
    const out = await api.request('DELETE', '/api/console/session', { key: null, headers: fromPage(cookie) });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-errand=; Max-Age=0; Path=\/; Secure/);
    expect((await me({ cookie })).status).toBe(401);
    expect((await api.request('DELETE', '/api/console/session', { key: null })).status).toBe(204);
  });

  it('of a platform key ends when that key is another', async () => {
    const cookie = await cookieOf(api.adminKey);
    const { databaseUrl } = api.settings;
    const later = await startApi({ databaseUrl, adminApiKey: 'another-platform-key-0123456789' });
    expect((await me({ cookie }, later)).status).toBe(401);
    await later.app.close();
    expect((await me({ cookie })).status).toBe(200);
  });

  const seenSince = `SELECT count(*)::text AS n FROM console_sessions WHERE api_key_id = $1 AND last_seen_at > $2`;
});

describe('with a session', () => {
  let cookie: string;
  beforeAll(async () => (cookie = await cookieOf(key)));

  it.each([
    ['no Origin', () => ({ cookie, 'x-errand-console': '1' })],
    ['another Origin', () => ({ ...fromPage(cookie), origin: 'https://evil.example' })],
    ['the Origin null', () => ({ ...fromPage(cookie), origin: 'null' })],
    ['the Origin of another port', () => ({ ...fromPage(cookie), origin: 'http://127.0.0.1:1' })],
    ['no header of the console', () => ({ cookie, origin: api.url })],
    ['another site as its source', () => ({ ...fromPage(cookie), 'sec-fetch-site': 'cross-site' })],
    ['another subdomain as its source', () => ({ ...fromPage(cookie), 'sec-fetch-site': 'same-site' })],
  ])('a change with %s is refused and changes nothing', async (_, headers) => {
    const before = await tenant.request<{ meta: { total: number } }>('GET', '/api/commerces');
    expect(await makeStore(headers(), 'S-forged')).toMatchObject({ status: 403, body: { code: 'CSRF' } });
    const after = await tenant.request<{ meta: { total: number } }>('GET', '/api/commerces');
    expect(after.body.meta.total).toBe(before.body.meta.total);
  });

  it('reading needs no header, but is not for another page', async () => {
    expect((await me({ cookie })).status).toBe(200);
    expect((await me({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect(await me({ cookie, 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403, body: { code: 'CSRF' } });
  });

  it('the own origin is that of PUBLIC_URL where it is told', async () => {
    const { databaseUrl } = api.settings;
    const behind = await startApi({ databaseUrl, publicUrl: 'https://errand.example/' });
    const send = (origin: string) =>
      behind.request<Told>('POST', '/api/commerces', {
        key: null,
        headers: { cookie, origin, 'x-errand-console': '1' },
        body: { externalId: `S-${origin}`, name: 'A store' },
      });
    expect((await send('https://errand.example')).status).toBe(201);
    expect((await send(behind.url)).body.code).toBe('CSRF');
    await behind.app.close();
  });

  it('a sign-in from another page is refused', async () => {
    const evil = await signIn({ key }, { origin: 'https://evil.example' });
    expect(evil).toMatchObject({ status: 403, body: { code: 'CSRF' } });
    expect((await signIn({ key }, { origin: api.url })).status).toBe(204);
  });
});

describe('a sign-in code', () => {
  it('works once, from this machine', async () => {
    const codes = api.app.get(SignInCodes);
    const offer = (code: string) => {
      const parent = Object.assign(Object.create(process) as NodeJS.Process, { send: () => true });
      let take: (message: unknown) => void = () => undefined;
      Object.assign(parent, { on: (_event: string, listener: typeof take) => void (take = listener) });
      codes.hearFrom(parent);
      take({ type: 'sign-in code', code, key });
    };
    offer('once-only');
    expect(codes.redeem('once-only', '192.0.2.7')).toBeUndefined();
    expect((await signIn({ code: 'once-only' })).status).toBe(204);
    expect((await signIn({ code: 'once-only' })).status).toBe(401);
  });
});

describe('without the console', () => {
  it('neither the page nor its endpoints nor its cookie are there', async () => {
    const cookie = await cookieOf(key);
    const { databaseUrl } = api.settings;
    const bare = await startApi({ databaseUrl, consoleEnabled: false });
    for (const path of ['/console/', '/console', '/api/console/me']) {
      expect((await bare.request('GET', path, { key })).status).toBe(404);
    }
    expect((await bare.request('GET', '/api/commerces', { key: null, headers: { cookie } })).status).toBe(401);
    await bare.app.close();
  });

  it('over plain http the cookie has another name, and is not Secure, where that is allowed', async () => {
    const { databaseUrl } = api.settings;
    const plain = await startApi({ databaseUrl, consoleInsecureCookie: true });
    const { headers } = await signIn({ key }, {}, plain);
    expect(headers.get('set-cookie')).toMatch(/^errand=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
    await plain.app.close();
  });
});
