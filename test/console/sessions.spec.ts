import { Clock } from '@errand/database';
import { Client } from 'pg';
import { SignInCodes } from '../../apps/api/src/console/sign-in-codes.service';
import { entriesOf } from '../audit/entries';
import { startApi, type TestApi } from '../support/api';
import { eventually } from '../support/eventually';
import { execute, executeAsOwner } from '../support/sql';
import { createTenant, secretOf, type TestTenant } from '../support/tenants';

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
beforeEach(() => void (elapsedMs = 0));
afterAll(() => api.close());

interface Told {
  code?: string;
  message?: string;
  details?: { limit?: string };
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
const fromPage = (cookie: string, at = api) => ({ cookie, origin: at.url, 'x-errand-console': '1' });

const signOut = (cookie: string, at = api) =>
  at.request<Told>('DELETE', '/api/console/session', { key: null, headers: fromPage(cookie, at) });

/** From now on no time passes but what is told. @returns passes it */
function stopClock(at: TestApi): (ms: number) => void {
  let now = Date.now();
  Object.assign(at.app.get(Clock), { now: () => new Date(now) });
  return (ms) => void (now += ms);
}

/** A key of the tenant, with its id. */
async function ownKey(more: object = {}, of = tenant) {
  const body = { name: 'own', permissions: ['VIEW_ACTIVITIES'], ...more };
  return (await of.request<{ id: string; plaintextKey: string }>('POST', '/api/api-keys', { body })).body;
}

const sessionsOf = (keyId: string, at = api) =>
  execute<{ id: string }>(at, 'SELECT id FROM console_sessions WHERE api_key_id = $1 ORDER BY id', [keyId]);

const makeStore = (headers: Record<string, string>, externalId: string) =>
  api.request<Told>('POST', '/api/commerces', { key: null, headers, body: { externalId, name: 'A store' } });

describe('a sign-in', () => {
  it('answers a cookie that only this host gets back, never to a script, and none of the key', async () => {
    const { status, headers } = await signIn({ key });
    const cookie = headers.get('set-cookie') ?? '';
    expect(status).toBe(204);
    expect(cookie).toMatch(/^__Host-errand=[0-9a-f]{32}_[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(secretOf(key));
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
      stopClock(other);
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

describe('sign-ins with one key', () => {
  it('are thirty a minute, whoever makes them; other keys have their own', async () => {
    const other = await startApi();
    try {
      const pass = stopClock(other);
      const its = await createTenant(other);
      const [busy, quiet] = [await its.key('VIEW_ACTIVITIES'), await its.key('VIEW_ACTIVITIES')];
      for (const good of [busy, other.adminKey]) {
        const statuses: number[] = [];
        for (let n = 0; n < 32; n += 1) statuses.push((await signIn({ key: good }, {}, other)).status);
        expect(statuses).toEqual([...Array<number>(30).fill(204), 429, 429]);
      }
      const late = await signIn({ key: busy }, {}, other);
      expect(late.body).toMatchObject({ code: 'RATE_LIMITED', details: { limit: 'session' } });
      expect(late.headers.get('retry-after')).toBe('60');
      expect((await signIn({ key: quiet }, {}, other)).status).toBe(204);
      pass(60_000);
      expect((await signIn({ key: busy }, {}, other)).status).toBe(204);
    } finally {
      await other.close();
    }
  });

  it('end the oldest session of more than a hundred, and none of another key', async () => {
    const [busy, quiet] = [await ownKey(), await ownKey()];
    await cookieOf(quiet.plaintextKey);
    const first = await cookieOf(busy.plaintextKey);
    await execute(
      api,
      `INSERT INTO console_sessions (tenant_id, id, hash, api_key_id, created_at, last_seen_at, expires_at, ip)
       SELECT $1, ('ffffffff-ffff-7000-8000-' || lpad(n::text, 12, '0'))::uuid, decode(md5($2 || n), 'hex'), $2::uuid,
         now(), now(), now() + interval '1 day', '127.0.0.1'
       FROM generate_series(1, 98) n`,
      [tenant.id, busy.id],
    );
    const second = await cookieOf(busy.plaintextKey);
    expect(await sessionsOf(busy.id)).toHaveLength(100);
    expect((await me({ cookie: first })).status).toBe(200);
    await cookieOf(busy.plaintextKey);
    expect(await sessionsOf(busy.id)).toHaveLength(100);
    await eventually(
      () => me({ cookie: first }),
      ({ status }) => status === 401,
    );
    expect((await me({ cookie: second })).status).toBe(200);
    expect(await sessionsOf(quiet.id)).toHaveLength(1);
  });
});

describe('a session', () => {
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

  it('ends when its key expires, and says so before', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id, plaintextKey } = await ownKey({ expiresAt });
    const cookie = await cookieOf(plaintextKey);
    expect(await me({ cookie })).toMatchObject({ status: 200, body: { expiresAt } });
    await execute(api, `UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    await eventually(
      () => me({ cookie }),
      ({ status }) => status === 401,
    );
  });

  it('is taken only from where its key is', async () => {
    const { databaseUrl } = api.settings;
    const behind = await startApi({ databaseUrl, trustProxyCidrs: ['127.0.0.0/8'] });
    const inside = { 'x-forwarded-for': '198.51.100.7' };
    const outside = { 'x-forwarded-for': '203.0.113.9' };
    const { plaintextKey } = await ownKey({ allowCidrs: ['198.51.100.0/24'] });
    expect((await signIn({ key: plaintextKey }, outside, behind)).status).toBe(401);
    const { status, headers } = await signIn({ key: plaintextKey }, inside, behind);
    expect(status).toBe(204);
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await me({ cookie, ...inside }, behind)).status).toBe(200);
    expect((await me({ cookie, ...outside }, behind)).status).toBe(401);
    expect((await me({ cookie, ...inside }, behind)).status).toBe(200);
    await behind.app.close();
  });

  it('is noted as seen once a minute at most, however often and through how many processes it is used', async () => {
    const { databaseUrl } = api.settings;
    const beside = await startApi({ databaseUrl });
    Object.assign(beside.app.get(Clock), { now: () => new Date(Date.now() + elapsedMs) });
    const { id: keyId, plaintextKey } = await ownKey();
    const { plaintextKey: another } = await ownKey();
    const cookie = await cookieOf(plaintextKey);
    const other = new Client({ connectionString: databaseUrl });
    await other.connect();
    await executeAsOwner(
      api,
      `CREATE TABLE seen (key_id uuid, at timestamptz);
       GRANT INSERT, SELECT ON seen TO PUBLIC;
       CREATE FUNCTION note_seen() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN INSERT INTO seen VALUES (NEW.api_key_id, NEW.last_seen_at); RETURN NEW; END $$;
       CREATE TRIGGER note_seen BEFORE UPDATE OF last_seen_at ON console_sessions FOR EACH ROW EXECUTE FUNCTION note_seen()`,
    );
    try {
      // Nothing is remembered of a session when another one ends.
      const use = async () => {
        for (const at of [api, beside]) await signOut(await cookieOf(another, at), at);
        await Promise.all([api, beside].map((at) => me({ cookie }, at)));
      };
      for (const seconds of [0, 20, 50]) {
        elapsedMs = seconds * 1000;
        await use();
      }
      // Both find it not seen for a minute, and neither has written it when the other wants to.
      await other.query('BEGIN');
      await other.query('SELECT 1 FROM console_sessions WHERE api_key_id = $1 FOR UPDATE', [keyId]);
      elapsedMs = 100_000;
      await use();
      await eventually(
        () =>
          execute<{ n: number }>(
            api,
            `SELECT count(*)::int AS n FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%SET last_seen_at%'`,
          ),
        ([row]) => row?.n === 2,
      );
      await other.query('COMMIT');
      const seen = () => execute(api, 'SELECT 1 FROM seen WHERE key_id = $1', [keyId]);
      const waiting = `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'active' AND query LIKE '%SET last_seen_at%' AND pid <> pg_backend_pid()`;
      await eventually(
        async () => [await execute(api, waiting), await seen()],
        ([writing, rows]) => writing?.length === 0 && rows !== undefined && rows.length > 0,
      );
      expect(await seen()).toHaveLength(1);
    } finally {
      await other.end();
      await executeAsOwner(api, 'DROP FUNCTION note_seen CASCADE; DROP TABLE seen');
      await beside.app.close();
    }
  });

  it('ends when one signs out, and the browser forgets it', async () => {
    const cookie = await cookieOf(key);
    const out = await signOut(cookie);
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

  it('that nobody has can be ended ten times a minute from one address, of which no process is told', async () => {
    const other = await startApi();
    const heard: string[] = [];
    const listener = new Client({ connectionString: other.settings.databaseUrl });
    listener.on('notification', ({ channel }) => heard.push(channel));
    try {
      stopClock(other);
      const its = await createTenant(other);
      const cookies = [await cookieOf(await its.key('VIEW_ACTIVITIES'), other), await cookieOf(other.adminKey, other)];
      await listener.connect();
      await listener.query('LISTEN errand_api_keys');
      await listener.query('LISTEN errand_sessions');
      const statuses: number[] = [];
      for (let n = 0; n < 12; n += 1) {
        const whose = n % 2 === 0 ? 'platform' : its.id.replaceAll('-', '');
        const { status } = await signOut(`__Host-errand=${whose}_${String(n).padStart(43, 'A')}`, other);
        statuses.push(status);
      }
      expect(statuses).toEqual([...Array<number>(10).fill(204), 429, 429]);
      expect((await signIn({ key: 'wrong' }, {}, other)).status).toBe(429);
      // Who is known can still sign out.
      for (const cookie of cookies) expect((await signOut(cookie, other)).status).toBe(204);
      await eventually(
        () => Promise.resolve(heard),
        ({ length }) => length >= 2,
      );
      expect(heard).toEqual(['errand_sessions', 'errand_sessions']);
    } finally {
      await listener.end();
      await other.close();
    }
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
  /** As the one does that has started the api. */
  const offer = (code: string, env: NodeJS.ProcessEnv = {}) => {
    const parent = Object.assign(Object.create(process) as NodeJS.Process, { send: () => true, env });
    let take: (message: unknown) => void = () => undefined;
    Object.assign(parent, { on: (_event: string, listener: typeof take) => void (take = listener) });
    api.app.get(SignInCodes).hearFrom(parent);
    take({ type: 'sign-in code', code, key });
  };

  it('works once, from this machine', async () => {
    offer('once-only');
    expect(api.app.get(SignInCodes).redeem('once-only', '192.0.2.7')).toBeUndefined();
    expect((await signIn({ code: 'once-only' })).status).toBe(204);
    expect((await signIn({ code: 'once-only' })).status).toBe(401);
  });

  it.each([
    ['works', 599_000, 204],
    ['is refused', 600_001, 401],
  ])('%s when it is %d ms old', async (_, ms, status) => {
    offer(`of-${ms}`);
    elapsedMs = ms;
    expect((await signIn({ code: `of-${ms}` })).status).toBe(status);
  });

  it('is not taken where the product is in use', async () => {
    offer('in-use', { NODE_ENV: 'production' });
    expect((await signIn({ code: 'in-use' })).status).toBe(401);
  });
});

describe('the audit log', () => {
  const agent = { 'user-agent': 'Mozilla/5.0 (audited)' };
  const byRequest = (requestId: string) => `requestId=${requestId}`;

  it('has who signed in and out, from where, and no text that opens anything', async () => {
    const { id: keyId, plaintextKey } = await ownKey();
    const { headers } = await signIn({ key: plaintextKey }, { ...agent, 'x-request-id': 'sign-in-1' });
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const [session] = await sessionsOf(keyId);
    await api.request('DELETE', '/api/console/session', {
      key: null,
      headers: { ...fromPage(cookie), 'x-request-id': 'sign-out-1' },
    });
    const by = { actor: `key:${plaintextKey.slice(0, 10)} (console)`, actorKind: 'console', address: '127.0.0.1' };
    const told = { keyId, userAgent: agent['user-agent'], expiresAt: expect.any(String) as string };
    const subject = { subjectType: 'session', subjectId: session?.id, outcome: 'done' };
    const [ended, started] = await entriesOf(api, { tenant: tenant.id, query: `subjectId=${session?.id}` });
    expect(started).toMatchObject({ ...by, ...subject, action: 'session.started', requestId: 'sign-in-1' });
    expect([started?.before, started?.after]).toEqual([null, told]);
    expect(ended).toMatchObject({ ...by, ...subject, action: 'session.ended', requestId: 'sign-out-1' });
    expect([ended?.before, ended?.after]).toEqual([told, null]);
    for (const text of [plaintextKey, plaintextKey.slice(10, 40), cookie.split('=')[1]]) {
      expect(JSON.stringify([ended, started])).not.toContain(text);
    }
  });

  it('of the installation has the sessions of the platform key', async () => {
    const { headers } = await signIn({ key: api.adminKey }, { 'x-request-id': 'platform-in' });
    await signOut((headers.get('set-cookie') ?? '').split(';')[0] ?? '');
    const [started] = await entriesOf(api, { query: byRequest('platform-in') });
    expect(started).toMatchObject({ action: 'session.started', actor: 'platform (console)', actorKind: 'console' });
    const both = await entriesOf(api, { query: `subjectId=${started?.subjectId}` });
    expect(both.map(({ action }) => action)).toEqual(['session.ended', 'session.started']);
  });

  it('has each session or there is none', async () => {
    const { id: keyId, plaintextKey } = await ownKey();
    const cookie = await cookieOf(plaintextKey);
    await executeAsOwner(api, 'ALTER TABLE audit_log ADD CONSTRAINT broken CHECK (false) NOT VALID');
    try {
      expect((await signIn({ key: plaintextKey })).status).toBeGreaterThanOrEqual(400);
      expect((await signOut(cookie)).status).toBeGreaterThanOrEqual(400);
    } finally {
      await executeAsOwner(api, 'ALTER TABLE audit_log DROP CONSTRAINT broken');
    }
    expect(await sessionsOf(keyId)).toHaveLength(1);
    expect((await me({ cookie })).status).toBe(200);
  });

  it('has a refused sign-in: of a known key in its tenant’s, of an unknown one its prefix at most', async () => {
    const other = await startApi({ trustProxyCidrs: ['127.0.0.0/8'] });
    try {
      const its = await createTenant(other);
      const { plaintextKey } = await ownKey({ allowCidrs: ['198.51.100.0/24'] }, its);
      const from = (address: string) => ({ 'x-forwarded-for': address });
      const session = await signIn({ key: plaintextKey }, from('198.51.100.7'), other);
      const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const unknown = `erk_${'stolen'.padEnd(43, 'x')}_${its.id.replaceAll('-', '')}`;
      for (const text of [unknown, 'hush-hush-hush', plaintextKey]) {
        expect((await signIn({ key: text }, from('203.0.113.9'), other)).status).toBe(401);
      }
      expect((await me({ cookie, ...from('203.0.113.9') }, other)).status).toBe(401);
      const refused = (of?: string) =>
        eventually(
          () => entriesOf(other, { query: 'outcome=refused', ...(of === undefined ? {} : { tenant: of }) }),
          ({ length }) => length >= 2,
        );
      const summary = async (of?: string) =>
        (await refused(of)).map(({ actor, actorKind, subjectId, address }) => [actor, actorKind, subjectId, address]);
      const signedIn = ['POST /api/console/session', '203.0.113.9'];
      const actor = `key:${plaintextKey.slice(0, 10)}`;
      expect(await summary(its.id)).toEqual([
        [`${actor} (console)`, 'console', 'GET /api/console/me', '203.0.113.9'],
        [actor, 'key', ...signedIn],
      ]);
      expect(await summary()).toEqual([
        ['unknown', 'key', ...signedIn],
        ['key:erk_stolen', 'key', ...signedIn],
      ]);
      const all = JSON.stringify([await refused(), await refused(its.id)]);
      for (const text of ['xxx', 'hush', plaintextKey.slice(10, 40)]) expect(all).not.toContain(text);
    } finally {
      await other.close();
    }
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
