import type { Settings } from '@errand/config';
import { Clock, Database } from '@errand/database';
import { startApi, type Response, type TestApi } from '../support/api';
import { execute } from '../support/sql';
import { createTenant, type TestTenant } from '../support/tenants';

/** Apis on one database whose time stands still until it is told to go on. */
class Apis {
  private at = Date.parse('2026-01-01T00:00:30.000Z');
  private readonly apis: TestApi[] = [];

  static async start(count: number, overrides: Partial<Settings>): Promise<Apis> {
    const apis = new Apis();
    for (let n = 0; n < count; n += 1) {
      const databaseUrl = apis.apis[0]?.settings.databaseUrl;
      const api = await startApi({ ...overrides, ...(databaseUrl && { databaseUrl }) });
      Object.assign(api.app.get(Clock), { now: () => new Date(apis.at) });
      apis.apis.push(api);
    }
    return apis;
  }

  get first(): TestApi {
    const [api] = this.apis;
    if (!api) throw new Error('none was started');
    return api;
  }

  pass(ms: number): void {
    this.at += ms;
  }

  /** So many requests by turns to all apis, twenty at a time. */
  async get(count: number, key: string | null, headers: Record<string, string> = {}): Promise<Response<Body>[]> {
    const answers: Response<Body>[] = [];
    while (answers.length < count) {
      const together = Math.min(20, count - answers.length);
      const requests = Array.from({ length: together }, (_, n) => {
        const api = this.apis[n % this.apis.length] ?? this.first;
        return api.request<Body>('GET', '/api/commerces?perPage=1', { key, headers });
      });
      answers.push(...(await Promise.all(requests)));
    }
    return answers;
  }

  async close(): Promise<void> {
    for (const api of this.apis.toReversed()) await api.close();
  }
}

interface Body {
  code?: string;
  details?: { limit: string; retryAfterSeconds: number };
}

const statuses = (answers: { status: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

const told = ({ headers }: { headers: Headers }) => [headers.get('ratelimit'), headers.get('ratelimit-policy')];

const unlimited = { apiRatePerKey: 0, apiRatePerTenant: 0, apiRateFailedPerAddress: 0 };
const wrongKey = `erk_${'a'.repeat(43)}_01900000000070008000000000000000`;

let apis: Apis;

afterEach(() => apis.close());

describe('the requests of a key', () => {
  let tenant: TestTenant;
  let key: string;

  const start = async (count: number, overrides: Partial<Settings>) => {
    apis = await Apis.start(count, { ...unlimited, ...overrides });
    tenant = await createTenant(apis.first);
    key = await tenant.key('MANAGE_COMMERCES', 'MANAGE_API_KEYS');
    apis.pass(10_000); // what that took of the platform key comes back
  };

  it('are two seconds’ worth at once, then as many a second as it may make', async () => {
    await start(1, { apiRatePerKey: 5 });
    const [first] = await apis.get(1, key);
    if (!first) throw new Error('no answer');
    expect(first.status).toBe(200);
    expect(told(first)).toEqual(['"key";r=4;t=1', '"key";q=5;w=1']);
    expect(statuses(await apis.get(50, key))).toEqual({ 200: 9, 429: 41 });
    const [refused] = await apis.get(1, key);
    expect(refused).toMatchObject({
      status: 429,
      body: { statusCode: 429, code: 'RATE_LIMITED', details: { limit: 'key', retryAfterSeconds: 1 } },
    });
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(refused && told(refused)).toEqual(['"key";r=0;t=1', '"key";q=5;w=1']);

    apis.pass(1_000);
    expect(statuses(await apis.get(20, key))).toEqual({ 200: 5, 429: 15 });
    apis.pass(200);
    expect(statuses(await apis.get(20, key))).toEqual({ 200: 1, 429: 19 });
    apis.pass(60_000);
    expect(statuses(await apis.get(50, key))).toEqual({ 200: 10, 429: 40 });
  });

  it.each([5, 50])('are %d a second through all apis together', async (rate) => {
    await start(2, { apiRatePerKey: rate });
    expect(statuses(await apis.get(4 * rate, key))).toEqual({ 200: 2 * rate, 429: 2 * rate });
    apis.pass(1_000);
    expect(statuses(await apis.get(2 * rate, key))).toEqual({ 200: rate, 429: rate });
  });

  it('are nothing to the other keys, and the platform’s has its own', async () => {
    await start(1, { apiRatePerKey: 5 });
    const other = await tenant.key('MANAGE_COMMERCES');
    apis.pass(10_000);
    expect(statuses(await apis.get(20, key))).toEqual({ 200: 10, 429: 10 });
    expect(statuses(await apis.get(20, other))).toEqual({ 200: 10, 429: 10 });
    const asTenant = { 'x-tenant-id': tenant.id };
    expect(statuses(await apis.get(20, apis.first.adminKey, asTenant))).toEqual({ 200: 10, 429: 10 });
  });

  it('count when they are forbidden or name no tenant', async () => {
    await start(1, { apiRatePerKey: 5 });
    const weak = await tenant.key('CREATE_ACTIVITY');
    apis.pass(10_000);
    expect(statuses(await apis.get(20, weak))).toEqual({ 403: 10, 429: 10 });
    expect(statuses(await apis.get(20, key, { 'x-tenant-id': 'other' }))).toEqual({ 403: 10, 429: 10 });
    expect(statuses(await apis.get(20, apis.first.adminKey, { 'x-tenant-id': 'nobody' }))).toEqual({
      404: 10,
      429: 10,
    });
  });

  it('are counted for their tenant too, and what the tenant has too many of costs the key nothing', async () => {
    await start(1, { apiRatePerKey: 10, apiRatePerTenant: 6 });
    const other = await tenant.key('MANAGE_COMMERCES');
    const stranger = await (await createTenant(apis.first)).key('MANAGE_COMMERCES');
    apis.pass(10_000);
    expect(statuses(await apis.get(8, key))).toEqual({ 200: 8 });
    expect(statuses(await apis.get(20, other))).toEqual({ 200: 4, 429: 16 });
    const [last] = await apis.get(1, other);
    expect(last?.body.details).toEqual({ limit: 'tenant', retryAfterSeconds: 1 });
    expect(last && told(last)).toEqual(['"key";r=6;t=1, "tenant";r=0;t=1', '"key";q=10;w=1, "tenant";q=6;w=1']);
    expect(statuses(await apis.get(20, stranger))).toEqual({ 200: 12, 429: 8 });
    apis.pass(1_000);
    expect(statuses(await apis.get(20, other))).toEqual({ 200: 6, 429: 14 });
  });

  it('are told below /v1 in the shape of its errors, public ones are not counted, and the metrics tell', async () => {
    await start(1, { apiRatePerKey: 1 });
    await apis.get(2, key);
    const refused = await apis.first.request<object>('GET', '/v1/rules', { key });
    expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED', retryable: true, retry_after: 1 } });
    const live = await apis.first.request('GET', '/health/live', { key });
    expect(live.status).toBe(200);
    expect(told(live)).toEqual([null, null]);
    const { body } = await apis.first.request<string>('GET', '/metrics', { key: null });
    expect(body).toContain('errand_api_requests_limited_total{limit="key",process="api"} 1');
  });

  it('cost no statement where they have no limit', async () => {
    await start(1, {});
    const answers = await apis.get(30, key);
    expect(statuses(answers)).toEqual({ 200: 30 });
    expect(answers.flatMap(told).filter((text) => text !== null)).toEqual([]);
    expect(statuses(await apis.get(30, wrongKey))).toEqual({ 401: 30 });
    expect(await execute(apis.first, 'SELECT * FROM rate_budgets')).toEqual([]);
  });
});

describe('requests without a valid key', () => {
  it.each([1, 2])('are answered 401 as often as an address may, through %d apis, and then 429', async (count) => {
    apis = await Apis.start(count, { ...unlimited, apiRateFailedPerAddress: 60 });
    const key = await (await createTenant(apis.first)).key('MANAGE_COMMERCES');
    expect(statuses(await apis.get(4, key))).toEqual({ 200: 4 });
    const [first] = await apis.get(1, wrongKey);
    expect(first?.status).toBe(401);
    expect(first && told(first)).toEqual(['"address";r=59;t=60', '"address";q=60;w=60']);
    const answers = [
      ...(await apis.get(50, null)),
      ...(await apis.get(50, 'secret')),
      ...(await apis.get(200, wrongKey)),
    ];
    expect(statuses(answers)).toEqual({ 401: 59, 429: 241 });
    const last = answers.at(-1);
    expect(last?.body).toMatchObject({ code: 'RATE_LIMITED', details: { limit: 'address', retryAfterSeconds: 60 } });
    expect(last?.headers.get('retry-after')).toBe('60');

    // Refused without a look at the database, whatever the key; who has a good one goes on.
    let statements = 0;
    const pool = apis.first.app.get(Database).pool;
    pool.on('acquire', () => (statements += 1));
    const refused = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        apis.first.request('GET', '/api/commerces', { key: wrongKey.replace('aa', String(n).padStart(2, '0')) }),
      ),
    );
    expect(statuses(refused)).toEqual({ 429: 50 });
    expect(statements).toBe(0);
    expect(statuses(await apis.get(40, key))).toEqual({ 200: 40 });
    expect(statements).toBeGreaterThan(0);

    // Not one more before the minute is over, then all of them.
    apis.pass(59_999);
    expect(statuses(await apis.get(20, wrongKey))).toEqual({ 429: 20 });
    apis.pass(1);
    expect(statuses(await apis.get(200, wrongKey))).toEqual({ 401: 60, 429: 140 });
  });

  it('stop sessions that nobody has, without a look at the database, and none that was good', async () => {
    apis = await Apis.start(1, { ...unlimited, apiRateFailedPerAddress: 20 });
    const { first } = apis;
    const tenant = await createTenant(first);
    const key = await tenant.key('MANAGE_COMMERCES');
    const signIn = async () => {
      const { headers } = await first.request('POST', '/api/console/session', { key: null, body: { key } });
      return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
    };
    const used = await signIn();
    expect(statuses(await apis.get(1, null, used))).toEqual({ 200: 1 });
    expect(statuses(await apis.get(30, wrongKey))).toEqual({ 401: 20, 429: 10 });

    let statements = 0;
    first.app.get(Database).pool.on('acquire', () => (statements += 1));
    const refused = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const whose = n % 2 === 0 ? 'platform' : tenant.id.replaceAll('-', '');
        const cookie = `__Host-errand=${whose}_${String(n).padStart(43, 'A')}`;
        return first.request('GET', '/api/commerces', { key: null, headers: { cookie } });
      }),
    );
    expect(statuses(refused)).toEqual({ 429: 50 });
    expect(statements).toBe(0);
    expect(statuses(await apis.get(20, null, used))).toEqual({ 200: 20 });
    expect(statuses(await apis.get(20, null, await signIn()))).toEqual({ 200: 20 });
  });

  it('stop a session that has ended like any other', async () => {
    apis = await Apis.start(1, { ...unlimited, apiRateFailedPerAddress: 20 });
    const { first } = apis;
    const key = await (await createTenant(first)).key('MANAGE_COMMERCES');
    const { headers } = await first.request('POST', '/api/console/session', { key: null, body: { key } });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(statuses(await apis.get(1, null, { cookie }))).toEqual({ 200: 1 });
    const page = { cookie, origin: first.url, 'x-errand-console': '1' };
    expect((await first.request('DELETE', '/api/console/session', { key: null, headers: page })).status).toBe(204);
    expect(statuses(await apis.get(60, null, { cookie }))).toEqual({ 401: 20, 429: 40 });
  });

  it('stop a key that was revoked like any other', async () => {
    apis = await Apis.start(1, { ...unlimited, apiRateFailedPerAddress: 20 });
    const tenant = await createTenant(apis.first);
    const made = await tenant.request<{ id: string; plaintextKey: string }>('POST', '/api/api-keys', {
      body: { name: 'short-lived', permissions: ['MANAGE_COMMERCES'] },
    });
    const key = made.body.plaintextKey;
    expect(statuses(await apis.get(1, key))).toEqual({ 200: 1 });
    await tenant.request('POST', `/api/api-keys/${made.body.id}/revoke`);
    expect(statuses(await apis.get(60, key))).toEqual({ 401: 20, 429: 40 });
  });

  it('are counted by the address that trusted proxies tell, and a /64 of IPv6 is one', async () => {
    apis = await Apis.start(1, { ...unlimited, apiRateFailedPerAddress: 20, trustProxyCidrs: ['127.0.0.0/8'] });
    const from = (address: string) => apis.get(30, wrongKey, { 'x-forwarded-for': address });
    const once = { 401: 20, 429: 10 };
    expect(statuses(await from('198.51.100.7'))).toEqual(once);
    expect(statuses(await from('198.51.100.8'))).toEqual(once);
    expect(statuses(await from('::ffff:198.51.100.8'))).toEqual({ 429: 30 });
    expect(statuses(await from('2001:db8:0:1::1'))).toEqual(once);
    expect(statuses(await from('2001:db8:0:1:ffff::2'))).toEqual({ 429: 30 });
    expect(statuses(await from('2001:db8:0:2::1'))).toEqual(once);
    // The client cannot choose: the last one is what the proxy saw.
    expect(statuses(await from('203.0.113.1, 198.51.100.7'))).toEqual({ 429: 30 });
  });

  it('are counted for the peer, whatever address it claims, where no proxy is trusted', async () => {
    apis = await Apis.start(1, { ...unlimited, apiRateFailedPerAddress: 20 });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => apis.get(1, wrongKey, { 'x-forwarded-for': `198.51.100.${n}` })),
    );
    expect(statuses(answers.flat())).toEqual({ 401: 20, 429: 10 });
  });
});
