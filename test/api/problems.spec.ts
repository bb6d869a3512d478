import { startApi, type TestApi } from '../support/api';
import { createTestDatabase } from '../support/database';
import { DatabaseProxy } from '../support/database-proxy';
import { createTenant, type TestTenant } from '../support/tenants';

let api: TestApi;
let tenant: TestTenant;

beforeAll(async () => {
  api = await startApi();
  tenant = await createTenant(api);
});

afterAll(() => api.close());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  tenant.request<{ requestId: string }>('POST', '/api/dispatch-configs', {
    body,
    headers: { 'x-tenant-id': tenant.id, ...headers },
  });

describe('an error', () => {
  it('has the same form whatever went wrong', async () => {
    const { status, body, headers } = await post({ name: '', channel: 'FAX', extra: 1, limits: { maxPerSecond: '5' } });
    expect(status).toBe(400);
    expect(body).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: expect.stringContaining('and 2 more') as string,
      code: 'VALIDATION_FAILED',
      details: expect.arrayContaining([
        { field: 'extra', message: 'is not a known field' },
        { field: 'name', message: expect.any(String) as string },
        { field: 'providerCode', message: 'is required' },
        { field: 'channel', message: expect.stringContaining('SALESMAN') as string },
        { field: 'limits.maxPerSecond', message: 'must be an integer number' },
      ]) as object,
      requestId: headers.get('x-request-id'),
    });
  });

  it('carries the caller’s x-request-id when that is a token, and a new one otherwise', async () => {
    expect((await post({}, { 'x-request-id': 'trace-1.a_b' })).body.requestId).toBe('trace-1.a_b');
    expect((await post({}, { 'x-request-id': '<script>' })).body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['text that is no JSON', '{"name":', 400, 'MALFORMED_JSON'],
    ['an array', [], 400, 'VALIDATION_FAILED'],
    ['null', 'null', 400, 'VALIDATION_FAILED'],
    ['nothing', '', 400, 'VALIDATION_FAILED'],
    ['a NUL character', { name: 'a\u0000b' }, 400, 'VALIDATION_FAILED'],
    ['a NUL character in a free-form object', { settings: { a: ['\u0000'] } }, 400, 'VALIDATION_FAILED'],
    ['half of a surrogate pair', '{"name":"\\ud800"}', 400, 'VALIDATION_FAILED'],
    ['a number beyond a double', '{"settings":{"a":1e400}}', 400, 'VALIDATION_FAILED'],
    ['__proto__', '{"__proto__":{"isActive":false}}', 400, 'VALIDATION_FAILED'],
    ['constructor.prototype', '{"settings":{"constructor":{"prototype":{}}}}', 400, 'VALIDATION_FAILED'],
    ['100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000), 400, 'VALIDATION_FAILED'],
    ['5 MiB', { name: 'x'.repeat(5 * 1024 * 1024) }, 413, 'PAYLOAD_TOO_LARGE'],
  ])('answers a body of %s', async (_, body, status, code) => {
    expect(await post(body)).toMatchObject({ status, body: { statusCode: status, code } });
  });

  it('does not quote a malformed body, which may hold a credential', async () => {
    const { body } = await post('{"credentials":{"apiKey":"hunter2" oops}}');
    expect(body).toMatchObject({ code: 'MALFORMED_JSON', message: expect.stringContaining('position') as string });
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('answers 415 to a body that is not JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect(await post('a=1', { 'content-type': type })).toMatchObject({
        status: 415,
        body: { code: 'UNSUPPORTED_MEDIA_TYPE' },
      });
    }
  });

  it('answers 404 to an unknown path and 405 to a known one with another method', async () => {
    expect(await api.request('GET', '/nowhere?a=1')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND', message: 'Nothing at /nowhere' },
    });
    const wrongMethod = await api.request('PUT', '/api/tenants/me');
    expect(wrongMethod).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } });
    expect(wrongMethod.headers.get('allow')).toContain('GET');
  });

  it.each(['/api/tenants/not-a-uuid', '/api/tenants/%00', `/api/tenants/${'9'.repeat(400)}`])(
    'answers 400 to the ill-formed id in %s',
    async (path) => {
      expect(await api.request('GET', path)).toMatchObject({
        status: 400,
        body: { code: 'VALIDATION_FAILED', details: [{ field: 'id' }] },
      });
    },
  );

  it('answers 400 to a URL that does not decode', async () => {
    expect(await api.request('GET', '/api/tenants/%ff%')).toMatchObject({ status: 400, body: { statusCode: 400 } });
  });

  it.each([
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['page=', 'page'],
    ['perPage=101', 'perPage'],
    ['per_page=x', 'perPage'],
    ['page=1&page=2', 'page'],
    ['limit=5', 'limit'],
    ['perPage=1&per_page=2', 'perPage'],
    ['isActive=yes', 'isActive'],
    ['channel=%00', 'channel'],
  ])('names the field of the bad query %s', async (query, field) => {
    expect(await tenant.request('GET', `/api/dispatch-configs?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', details: [{ field }] },
    });
  });

  it.each(['x', '!!!', Buffer.from('tenants:1').toString('base64url')])('refuses the cursor %s', async (cursor) => {
    expect(await api.request('GET', `/api/tenants?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_CURSOR' },
    });
  });

  it('is 503 with Retry-After while the database is away, and nothing once it is back', async () => {
    const database = await createTestDatabase();
    const proxy = await DatabaseProxy.start(database.url);
    const distant = await startApi({ databaseUrl: proxy.url });
    try {
      await proxy.cut();
      const away = await distant.request('GET', '/api/tenants');
      expect(away).toMatchObject({ status: 503, body: { code: 'NOT_READY', requestId: expect.any(String) as string } });
      expect(away.headers.get('retry-after')).toBe('1');
      await proxy.restore();
      expect(await distant.request('GET', '/api/tenants')).toMatchObject({ status: 200 });
    } finally {
      await distant.close();
      await proxy.cut();
      await database.drop();
    }
  });
});

describe('field names', () => {
  it('may be spelled in snake_case at every level, but not inside free-form objects', async () => {
    const { status, body } = await post({
      name: 'snake',
      provider_code: 'MOCK',
      channel: 'SMS',
      is_active: false,
      limits: { max_per_second: 5 },
      retry: { max_attempts: 2, baseDelayMs: 10 },
      timeout_ms: 1000,
      settings: { latencyMs: 1 },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      isActive: false,
      limits: { maxPerSecond: 5, maxConcurrent: null },
      retry: { maxAttempts: 2, baseDelayMs: 10, maxDelayMs: null },
      timeoutMs: 1000,
      settings: { latencyMs: 1, failureRate: 0 },
    });
    expect(await post({ name: 'x', providerCode: 'MOCK', channel: 'SMS', settings: { latency_ms: 1 } })).toMatchObject({
      status: 400,
      body: { details: [{ field: 'settings.latency_ms' }] },
    });
  });

  it('may not be given in both spellings', async () => {
    const both = { name: 'x', providerCode: 'MOCK', provider_code: 'MOCK', channel: 'SMS' };
    expect(await post(both)).toMatchObject({
      status: 400,
      body: { details: [{ field: 'providerCode', message: 'is given twice, as providerCode and as provider_code' }] },
    });
  });
});
