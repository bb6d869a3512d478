import { startApi, type TestApi } from '../support/api';
import { startDispatcher } from '../support/dispatcher';
import { RawClient } from '../support/raw-client';

let api: TestApi;
let dispatcher: Awaited<ReturnType<typeof startDispatcher>>;

beforeAll(async () => {
  api = await startApi({ httpRequestTimeoutMs: 1000 });
  dispatcher = await startDispatcher({ databaseUrl: api.settings.databaseUrl, httpRequestTimeoutMs: 1000 });
});
afterAll(async () => {
  await dispatcher.close();
  await api.close();
});

/** What is answered before there is a route, or past it. */
const early = [
  ['no HTTP', 'hello\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ['HTTP/0.9', 'GET /health/live\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ['an unknown method', 'FOO / HTTP/1.1\r\nhost: a\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ['no Host', 'GET /health/live HTTP/1.1\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ['two Hosts', 'GET /health/live HTTP/1.1\r\nhost: a\r\nHost: b\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ['the same Host twice', 'GET /health/live HTTP/1.1\r\nhost: a\r\nhost: a\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ['a Host that is none', 'GET /health/live HTTP/1.1\r\nhost: a/b@c\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ['a header without a colon', 'GET / HTTP/1.1\r\nhost: a\r\nbad\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
    400,
    'MALFORMED_REQUEST',
  ],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
    'MALFORMED_REQUEST',
  ],
  ['a length that is no number', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ['a large head', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
  ['many headers', `GET / HTTP/1.1\r\nhost: a\r\n${'x: y\r\n'.repeat(100)}\r\n`, 431, 'HEADERS_TOO_LARGE'],
  ['another expectation', 'POST / HTTP/1.1\r\nhost: a\r\nexpect: tea\r\n\r\n', 417, 'EXPECTATION_FAILED'],
  ['CONNECT', 'CONNECT a:443 HTTP/1.1\r\nhost: a\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
  ['a head that does not end', 'GET / HTTP/1.1\r\nhost: a\r\n', 408, 'REQUEST_TIMEOUT'],
] as const;

describe.each(['api', 'dispatcher'] as const)('the port of the %s', (process) => {
  const url = () => (process === 'api' ? api.url : dispatcher.url);

  it.each(early)('answers %s in the form of every error, and ends the connection', async (_, bytes, status, code) => {
    const client = await RawClient.connect(url());
    await client.send(bytes);
    const answer = await client.answer();
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' },
      body: { statusCode: status, code, message: expect.any(String) as string },
    });
    expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
    await client.closed();
  });

  it.each(['TRACE', 'PROPFIND'])('answers the method %s', async (method) => {
    const client = await RawClient.connect(url());
    await client.send(`${method} /health/live HTTP/1.1\r\nhost: a\r\n\r\n`);
    const { status, body } = await client.answer();
    expect([404, 405]).toContain(status);
    expect(body.requestId).toEqual(expect.any(String));
    client.destroy();
  });

  it.each(['HTTP/1.0\r\n', 'HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n'])(
    'serves %j',
    async (rest) => {
      const client = await RawClient.connect(url());
      await client.send(`GET /health/live ${rest}\r\n`);
      expect(await client.answer()).toMatchObject({ status: 200, body: { status: 'ok' } });
      client.destroy();
    },
  );

  it('answers an unknown path, with a body too, in the form of every error', async () => {
    const client = await RawClient.connect(url());
    await client.send('POST /nowhere HTTP/1.1\r\nhost: a\r\nx-request-id: r-1\r\ncontent-length: 9\r\n\r\n');
    const expected = { status: 404, body: { code: 'NOT_FOUND', requestId: 'r-1' } };
    expect(await client.answer()).toMatchObject(expected);
    client.destroy();
  });
});

describe('a request to the api', () => {
  const post = (path: string, headers: string) =>
    `POST ${path} HTTP/1.1\r\nhost: a\r\nx-request-id: r-1\r\nx-api-key: ${api.adminKey}\r\ncontent-type: application/json\r\n${headers}\r\n`;

  it('whose body does not end is answered 408', async () => {
    const client = await RawClient.connect(api.url);
    await client.send(`${post('/api/tenants', 'content-length: 100\r\n')}{`);
    expect(await client.answer()).toMatchObject({ status: 408, body: { code: 'REQUEST_TIMEOUT', requestId: 'r-1' } });
    await client.closed();
  });

  it('whose chunks are broken is answered 400, below /v1 in its form', async () => {
    const client = await RawClient.connect(api.url);
    await client.send(`${post('/v1/dispatch', 'transfer-encoding: chunked\r\n')}zz\r\n`);
    expect(await client.answer()).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED_REQUEST', requestId: 'r-1', retryable: false },
    });
    await client.closed();
  });

  it('is told to send its body only when that is read', async () => {
    const [refused, taken] = [await RawClient.connect(api.url), await RawClient.connect(api.url)];
    const head = 'content-length: 2\r\nexpect: 100-continue\r\n';
    await refused.send(post('/api/tenants', head).replace(api.adminKey, 'wrong'));
    expect(await refused.answer()).toMatchObject({ status: 401 });
    await refused.closed();
    expect(refused.text).not.toContain('100 Continue');
    await taken.send(`${post('/api/tenants', head)}{}`);
    expect(await taken.answer()).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(taken.text).toMatch(/^HTTP\/1.1 100 Continue/);
    taken.destroy();
  });

  it('with another content than its type says is refused, and its connection goes on', async () => {
    const client = await RawClient.connect(api.url);
    await client.send(`${post('/api/tenants', 'content-length: 5\r\n').replace(api.adminKey, 'wrong')}12`);
    expect(await client.answer()).toMatchObject({ status: 401 });
    client.destroy();
  });
});
