import { startApi, type TestApi } from '../support/api';

const origin = 'https://app.example';

let api: TestApi;

describe('pages of other origins', () => {
  beforeAll(async () => {
    api = await startApi({ corsOrigins: [origin, 'http://localhost:5173'] });
  });
  afterAll(() => api.close());

  const preflight = (path: string, headers: object = {}) =>
    fetch(api.url + path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-api-key',
        ...headers,
      },
    });

  it('may ask first, without a key, and are told what they may send', async () => {
    const { status, headers } = await preflight('/api/activities');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-methods')).toContain('PATCH');
    for (const name of ['x-api-key', 'authorization', 'idempotency-key', 'if-match', 'x-tenant-id', 'content-type']) {
      expect(headers.get('access-control-allow-headers')).toContain(name);
    }
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toContain('Origin');
  });

  it.each([
    ['/api/tenants/me', 401],
    ['/v1/scheduled', 401],
    ['/health', 200],
    ['/nothing', 404],
  ])('read the answer, errors too: %s', async (path, status) => {
    const answer = await fetch(api.url + path, { headers: { origin } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each(['https://app.example.evil.example', 'https://app.example:8443', 'http://app.example', 'null'])(
    'may not unless they are named: %s',
    async (other) => {
      expect(
        (await preflight('/api/activities', { origin: other })).headers.get('access-control-allow-origin'),
      ).toBeNull();
      const answer = await fetch(`${api.url}/health`, { headers: { origin: other } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it.each(['/api/console', '/api/console/session', '/api/CONSOLE/me?a=b', '/callbacks/x'])(
    'never get at %s',
    async (path) => {
      for (const answer of [await preflight(path), await fetch(api.url + path, { headers: { origin } })]) {
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    },
  );

  it('leave other requests as they were', async () => {
    expect((await fetch(`${api.url}/api/activities`, { method: 'OPTIONS' })).status).toBe(405);
    expect((await fetch(`${api.url}/nothing`, { method: 'OPTIONS' })).status).toBe(404);
  });
});

describe('unless CORS_ORIGINS says so', () => {
  it('no page may', async () => {
    const closed = await startApi();
    const ask = { origin, 'access-control-request-method': 'GET' };
    const answers = [
      await fetch(`${closed.url}/api/activities`, { method: 'OPTIONS', headers: ask }),
      await fetch(`${closed.url}/health`, { headers: { origin } }),
    ];
    await closed.close();
    for (const { headers } of answers) expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
