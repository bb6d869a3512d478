import { startApi, type TestApi } from '../support/api';
import { RawClient } from '../support/raw-client';
import { createTenant, type TestTenant } from '../support/tenants';

const MiB = 1024 * 1024;

let api: TestApi;
let tenant: TestTenant;
let other: TestTenant;
let key: string;

beforeAll(async () => {
  api = await startApi({ httpBodyBytes: 16 * MiB });
  tenant = await createTenant(api);
  other = await createTenant(api);
  key = await tenant.key('CREATE_ACTIVITY');
});
afterAll(() => api.close());

const head = (path: string, headers: string, contentLength = 4_000_000) =>
  `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${contentLength}\r\n${headers}\r\n`;

async function unfinished(bytes: number): Promise<RawClient> {
  const client = await RawClient.connect(api.url);
  await client.send(head('/api/activities', `x-api-key: ${key}\r\n`));
  await client.send(Buffer.alloc(bytes, ' '));
  return client;
}

describe('a body', () => {
  it.each([
    ['of a stranger', '/api/rules/import', 401],
    ['for no route', '/nowhere', 404],
    ['for a path with another method', '/health/live', 405],
    ['for the root', '/', 405],
  ])('%s is not waited for', async (_, path, status) => {
    const clients = await Promise.all(Array.from({ length: 20 }, () => RawClient.connect(api.url)));
    for (const client of clients) void client.send(head(path, '') + '[');
    for (const client of clients) {
      expect(await client.answer()).toMatchObject({ status });
      client.destroy();
    }
  });

  it('that was answered before it came is read away, also of a client that says it will close', async () => {
    const client = await RawClient.connect(api.url);
    void client.send(head('/nowhere', 'connection: close\r\n'));
    expect(await client.answer()).toMatchObject({ status: 404 });
    // A server that closes would have done so by now, and whoever still writes would see a broken connection.
    expect(await api.request('GET', '/health/live')).toMatchObject({ status: 200 });
    expect(client.isClosed).toBe(false);
    await client.send(Buffer.alloc(4_000_000, ' '));
    await client.closed();
  });

  it('of too many values is refused before it is parsed, wherever it is sent', async () => {
    for (const path of ['/api/activities', '/api/activities/bulk', '/v1/dispatch', '/api/activity-results']) {
      for (const text of ['['.repeat(4_000_000), `{"rawPayload":[${'1,'.repeat(1_900_000)}1]}`]) {
        const { status, body } = await tenant.request<{ code: string }>('POST', path, { body: text });
        expect([path, status, body.code]).toEqual([path, 400, 'VALIDATION_FAILED']);
      }
    }
  });

  it('of 4 MB of tiny parts is refused as a form', async () => {
    const body = '--x\r\n\r\n\r\n'.repeat(400_000);
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const answer = await tenant.request('POST', '/api/rules/import', { body, headers });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field: 'body' }] } });
  });
});

describe('unfinished bodies of one tenant', () => {
  it('hold no more than its share, and keep nobody else’s from being read', async () => {
    const clients = [];
    for (let index = 0; index < 6; index += 1) clients.push(await unfinished(MiB));
    const answers = await Promise.all(clients.slice(0, 2).map((client) => client.answer()));
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '1' }, body: { code: 'OVERLOADED' } });
    }
    const body = JSON.stringify({ reason: 'x'.repeat(3 * MiB) });
    expect(await other.request('POST', '/api/activities', { body })).toMatchObject({ status: 400 });
    expect(await tenant.request('POST', '/api/activities', { body: {} })).toMatchObject({ status: 400 });
    for (const client of clients) client.destroy();
  });
});

describe('connections', () => {
  it('beyond the number that may be are closed, and idle ones make room', async () => {
    const small = await startApi({ httpMaxConnections: 10, databaseUrl: api.settings.databaseUrl });
    try {
      const idle = await Promise.all(Array.from({ length: 10 }, () => RawClient.connect(small.url)));
      for (const client of idle) void client.send('GET /health/live HTTP/1.1\r\nhost: a\r\n\r\n');
      for (const client of idle) expect(await client.answer()).toMatchObject({ status: 200 });
      const refused = await RawClient.connect(small.url);
      await refused.closed();
      await Promise.all(idle.map((client) => client.closed()));
      expect(await small.request('GET', '/health/live')).toMatchObject({ status: 200 });
    } finally {
      await small.close();
    }
  });
});
