import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Found } from './names';
import type { OutboundRequest } from './outbound-call';
import type { OutboundError } from './outbound-error';
import { OutboundHttp, type OutboundOptions } from './outbound-http';
import { ownTimeMs } from './own-time';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const loopback: Found = { addresses: [{ address: '127.0.0.1', family: 4 }], ttlMs: 60_000 };
const serve = (listener: RequestListener) => listen(createHttpServer(listener));
const serveRaw = (onRequest: (socket: Socket, text: string) => void) =>
  listen(createServer((socket) => socket.on('data', (data) => onRequest(socket, data.toString()))));

function outbound(options: Partial<OutboundOptions> = {}): OutboundHttp {
  const http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'], ...options });
  cleanups.push(() => http.close());
  return http;
}

const post = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
  method: 'POST',
  url,
  body: '{}',
  timeoutMs: 5000,
  ...more,
});

const failureOf = (call: Promise<unknown>): Promise<OutboundError> =>
  call.then(
    () => Promise.reject(new Error('the call succeeded')),
    (error: OutboundError) => error,
  );

/** Writes so that each piece arrives by itself. */
async function inPieces(socket: Socket, pieces: string[]): Promise<void> {
  socket.setNoDelay(true);
  for (const piece of pieces) {
    await new Promise((resolve) => socket.write(piece, resolve));
    await new Promise(setImmediate);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

describe('an outbound call', () => {
  it('sends method, path, headers and body, and gives back status, headers and body', async () => {
    const url = await serve((request, response) => {
      void bodyOf(request).then((body) => {
        response.writeHead(418, { 'X-One': 'a', 'set-cookie': ['a=1', 'b=2'] });
        response.end(`${request.method} ${request.url} ${request.headers['x-api-key'] as string} ${body}`);
      });
    });
    const answer = await outbound().request({
      method: 'PATCH',
      url: `${url}/päth?q=1#fragment`,
      headers: { 'x-api-key': 'k' },
      body: 'ünï',
      timeoutMs: 5000,
    });
    expect(answer.status).toBe(418);
    expect(answer.headers).toMatchObject({ 'x-one': 'a', 'set-cookie': 'a=1, b=2' });
    expect(answer.body).toBe('PATCH /p%C3%A4th?q=1 k ünï');
  });

  it('decodes a character that is split over chunks, after an informational response', async () => {
    const url = await serve((_request, response) => {
      response.writeProcessing();
      const [first = 0, second = 0] = Buffer.from('é');
      response.write(Buffer.of(first), () => setImmediate(() => response.end(Buffer.of(second))));
    });
    expect(await outbound().request(post(url))).toMatchObject({ status: 200, body: 'é' });
  });

  it('keeps connections for calls in turn', async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end();
    });
    const http = outbound();
    for (let call = 0; call < 10; call++) await http.request(post(url));
    // undici rests a connection for one turn of the event loop after each answer, hence two.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('takes a redirect as the answer and does not follow it', async () => {
    let followed = 0;
    const elsewhere = await serve((_request, response) => response.end(String(++followed)));
    const url = await serve((_request, response) => response.writeHead(307, { location: elsewhere }).end());
    expect(await outbound().request(post(url))).toMatchObject({ status: 307, headers: { location: elsewhere } });
    expect(followed).toBe(0);
  });

  it('obeys no proxy variable', async () => {
    let proxied = 0;
    const proxy = await serve((_request, response) => response.end(String(++proxied)));
    const url = await serve((_request, response) => response.end('direct'));
    const before = process.env.HTTP_PROXY;
    process.env.HTTP_PROXY = proxy;
    cleanups.push(() => {
      if (before === undefined) delete process.env.HTTP_PROXY;
      else process.env.HTTP_PROXY = before;
    });
    const http = outbound();
    expect((await http.request(post(url))).body).toBe('direct');
    expect((await http.axios.post<string>(url, '')).data).toBe('direct');
    expect(proxied).toBe(0);
  });
});

describe('the deadline of a call', () => {
  it('cuts a server that never answers', async () => {
    const url = await serve(() => undefined);
    expect(await failureOf(outbound().request(post(url, { timeoutMs: 50 })))).toMatchObject({ code: 'TIMEOUT' });
  });

  it('cuts a server that drips its answer byte by byte', async () => {
    const url = await serve((_request, response) => {
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    const error = await failureOf(outbound().request(post(url, { timeoutMs: 100 })));
    expect(error).toMatchObject({ code: 'TIMEOUT', status: 200 });
  });

  it('begins when the address of the host is known', async () => {
    const url = await serve((request, response) => (request.url === '/hangs' ? undefined : response.end('here')));
    let answer: (found: Found) => void = () => undefined;
    const http = outbound({ lookUp: () => new Promise((found) => (answer = found)) });
    const signal = new AbortController().signal;
    const named = http.request(post(url.replace('127.0.0.1', 'slow.example'), { timeoutMs: 500, signal }));
    await failureOf(http.request(post(`${url}/hangs`, { timeoutMs: 600 })));
    answer(loopback);
    expect(await named).toMatchObject({ body: 'here' });
    expect(ownTimeMs(signal)).toBeGreaterThan(500);
  });

  it('is not waited for by a look-up that never ends, which has a limit of its own', async () => {
    const http = outbound({ lookUp: () => new Promise(() => undefined), resolveTimeoutMs: 50 });
    expect(await failureOf(http.request(post('http://slow.example/')))).toMatchObject({ code: 'CONNECTION_FAILED' });
  });
});

describe('an origin at its limit of connections', () => {
  /** Keeps what is sent to /first and what hangs; all else is answered. */
  async function busy(options: Partial<OutboundOptions> = {}) {
    const seen: string[] = [];
    const ports = new Set<number | undefined>();
    let arrived = (_answer: () => void): void => undefined;
    const firstArrived = new Promise<() => void>((resolve) => (arrived = resolve));
    const url = await serve((request, response) => {
      seen.push(request.url ?? '');
      ports.add(request.socket.remotePort);
      if (request.url === '/first') arrived(() => response.end());
      else if (request.url !== '/hangs') response.end();
    });
    return { http: outbound({ maxConnectionsPerOrigin: 1, ...options }), url, seen, ports, firstArrived };
  }

  it('lets further calls wait, and their time begins with their turn', async () => {
    const { http, url } = await busy();
    const signal = new AbortController().signal;
    const first = failureOf(http.request(post(`${url}/hangs`, { timeoutMs: 500 })));
    const second = http.request(post(`${url}/second`, { timeoutMs: 500, signal }));
    expect(await first).toMatchObject({ code: 'TIMEOUT' });
    expect(await second).toMatchObject({ status: 200 });
    expect(ownTimeMs(signal)).toBeGreaterThan(400);
  });

  it('never sends a call that was given up while it waited, and keeps the connection', async () => {
    const { http, url, seen, ports, firstArrived } = await busy();
    const first = http.request(post(`${url}/first`));
    const answerFirst = await firstArrived;
    const stop = new AbortController();
    const second = failureOf(http.request(post(`${url}/second`, { signal: stop.signal })));
    const impatient = failureOf(http.request(post(`${url}/impatient`, { waitMs: 1 })));
    stop.abort();
    expect(await second).toMatchObject({ code: 'ABORTED' });
    expect(await impatient).toMatchObject({ code: 'ABORTED' });
    const third = http.request(post(`${url}/third`));
    answerFirst();
    await Promise.all([first, third]);
    expect(seen).toEqual(['/first', '/third']);
    expect(ports.size).toBe(1);
  });

  it('ends the calls that wait when the way out is closed', async () => {
    const { http, url, seen, firstArrived } = await busy();
    const first = failureOf(http.request(post(`${url}/first`)));
    await firstArrived;
    const second = failureOf(http.request(post(`${url}/second`)));
    await http.close();
    expect([(await first).code, (await second).code]).toEqual(['ABORTED', 'ABORTED']);
    expect(seen).toEqual(['/first']);
  });

  it('has its connection back however a call ends', async () => {
    const stop = new AbortController();
    const ways: Record<string, (socket: Socket) => unknown> = {
      '/late': () => undefined,
      '/reset': (socket) => socket.resetAndDestroy(),
      '/garbage': (socket) => socket.end('this is not HTTP\r\n\r\n'),
      '/large': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n'),
      '/stopped': () => stop.abort(),
      '/half': (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'),
    };
    const answered = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';
    const url = await serveRaw((socket, text) => {
      const way = ways[text.split(' ')[1] ?? ''];
      if (way) way(socket);
      else socket.write(answered);
    });
    const http = outbound({ maxConnectionsPerOrigin: 1 });
    for (const path of Object.keys(ways)) {
      const more = { timeoutMs: path === '/late' ? 50 : 5000, signal: path === '/stopped' ? stop.signal : undefined };
      await failureOf(http.request(post(url + path, more)));
      expect({ path, status: (await http.request(post(`${url}/next`))).status }).toEqual({ path, status: 200 });
    }
    await failureOf(http.request(post(url, { headers: { 'x-api-key': 'not\nsendable' } })));
    expect(await http.request(post(url))).toMatchObject({ status: 200 });
  });

  it('looks its name up once for all the calls that begin together', async () => {
    let lookUps = 0;
    const url = await serve((_request, response) => response.end());
    const lookUp = () => {
      lookUps += 1;
      return new Promise<Found>((found) => setImmediate(found, loopback));
    };
    const http = outbound({ lookUp });
    const named = url.replace('127.0.0.1', 'api.example');
    await Promise.all(Array.from({ length: 10 }, () => http.request(post(named))));
    expect(lookUps).toBe(1);
  });
});

describe('a connection that fails', () => {
  it('is CONNECTION_FAILED for every waiting call when the port is closed', async () => {
    const server = createServer();
    const url = await listen(server);
    server.close();
    await once(server, 'close');
    const http = outbound({ maxConnectionsPerOrigin: 2 });
    const errors = await Promise.all(Array.from({ length: 10 }, () => failureOf(http.request(post(url)))));
    expect(new Set(errors.map(({ message }) => message))).toEqual(new Set([`No connection to ${url} (ECONNREFUSED)`]));
  });

  it('is CONNECTION_FAILED when the name does not resolve', async () => {
    const lookUp = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    expect(await failureOf(outbound({ lookUp }).request(post('https://nowhere.example/')))).toMatchObject({
      code: 'CONNECTION_FAILED',
      message: 'No connection to https://nowhere.example: its name leads to no address that may be connected to',
    });
  });

  it('is CONNECTION_FAILED when TLS cannot be agreed', async () => {
    const url = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const error = await failureOf(outbound().request(post(url.replace('http:', 'https:'))));
    expect(error.code).toBe('CONNECTION_FAILED');
  });

  it('is CONNECTION_FAILED when a header cannot be sent, without showing it', async () => {
    const url = await serve((_request, response) => response.end());
    const error = await failureOf(outbound().request(post(url, { headers: { 'x-api-key': 'se\ncret' } })));
    expect(error.code).toBe('CONNECTION_FAILED');
    expect(inspect(error)).not.toContain('cret');
  });

  it('is CONNECTION_LOST when the server resets after it got the request', async () => {
    const url = await serveRaw((socket) => socket.resetAndDestroy());
    expect(await failureOf(outbound().request(post(url)))).toMatchObject({ code: 'CONNECTION_LOST' });
  });

  it('is CONNECTION_LOST when the answer ends early', async () => {
    const url = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'));
    expect(await failureOf(outbound().request(post(url)))).toMatchObject({ code: 'CONNECTION_LOST', status: 200 });
  });

  it('is CONNECTION_LOST when the answer is not HTTP, without showing it', async () => {
    const url = await serveRaw((socket) => socket.end('secret garbage\r\n\r\n'));
    const error = await failureOf(outbound().request(post(url)));
    expect(error.code).toBe('CONNECTION_LOST');
    expect(inspect(error)).not.toContain('garbage');
  });

  it('is CONNECTION_LOST, and not repeated, when the server drops a kept-alive connection on the next request', async () => {
    const seen: string[] = [];
    const url = await serveRaw((socket, text) => {
      seen.push(text.split(' ')[1] ?? '');
      if (seen.length === 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
      else socket.destroy();
    });
    const http = outbound();
    await http.request(post(`${url}/one`));
    expect(await failureOf(http.request(post(`${url}/two`)))).toMatchObject({ code: 'CONNECTION_LOST' });
    expect(seen).toEqual(['/one', '/two']);
  });

  it('goes unnoticed when the server closed the idle connection before', async () => {
    const url = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
    const http = outbound();
    for (let call = 0; call < 3; call++) expect((await http.request(post(url))).status).toBe(200);
  });
});

describe('an answer with informational ones before it', () => {
  const final = 'HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\nok';
  const hint = 'HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n';
  const goOn = 'HTTP/1.1 100 Continue\r\n\r\n';
  const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n';

  it.each([
    ['100 in one piece with it', [goOn + final]],
    ['100 before it', [goOn, final]],
    ['several', [goOn + hint, goOn, hint + final]],
    ['101', [upgrade + final]],
    ['100 cut at every place', [...(goOn + final)]],
    ['103 cut within its blank line', [hint.slice(0, -1), hint.slice(-1) + final.slice(0, 3), final.slice(3)]],
    ['none, in pieces', [...final]],
  ])('is found after %s', async (_, pieces) => {
    const url = await serveRaw((socket) => void inPieces(socket, pieces));
    const http = outbound({ maxConnectionsPerOrigin: 1 });
    for (let call = 0; call < 2; call++) {
      expect(await http.request(post(url))).toMatchObject({ status: 201, body: 'ok' });
    }
  });

  it('is not mistaken for one by its body', async () => {
    const head = `HTTP/1.1 200 OK\r\ncontent-length: ${goOn.length * 2}\r\n\r\n`;
    const url = await serveRaw((socket) => void inPieces(socket, [head, goOn, goOn]));
    expect(await outbound().request(post(url))).toMatchObject({ status: 200, body: goOn + goOn });
  });

  it('has its deadline although they go on for ever', async () => {
    const url = await serveRaw((socket) => {
      const timer = setInterval(() => socket.write(goOn), 5);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await failureOf(outbound().request(post(url, { timeoutMs: 100 })))).toMatchObject({ code: 'TIMEOUT' });
  });

  it.each([
    ['CONNECTION_LOST', 'HTTP/1.1 100 Continue\r\n'],
    ['CONNECTION_LOST', 'HT'],
    ['RESPONSE_TOO_LARGE', `HTTP/1.1 100 Continue\r\nx: ${'y'.repeat(100_000)}`],
  ])('that never comes is %s', async (code, start) => {
    const url = await serveRaw((socket) => socket.end(start));
    expect(await failureOf(outbound().request(post(url, { statusSuffices: true })))).toMatchObject({ code });
  });
});

describe('a call for which the status suffices', () => {
  const ok = (...headers: string[]) => ['HTTP/1.1 201 Created', ...headers, '', ''].join('\r\n');

  it.each<[string, string, string, 'end' | 'leave']>([
    ['is cut', ok('content-length: 99') + '{"id":"a"}', '{"id":"a"}', 'end'],
    ['hangs', ok('content-length: 99') + '{"id":"a"}', '{"id":"a"}', 'leave'],
    ['is cut within a chunk', ok('transfer-encoding: chunked') + 'ff\r\nso', 'so', 'end'],
    ['is chunked wrongly', ok('transfer-encoding: chunked') + '2\r\nso\r\nzz\r\n', 'so', 'leave'],
    ['is announced as too large', ok('content-length: 99999999'), '', 'leave'],
    ['is too large', ok('connection: close') + 'x'.repeat(2_000_000), expect.any(String), 'end'],
    ['has two lengths', ok('content-length: 2', 'transfer-encoding: chunked') + 'ok', '', 'leave'],
    ['comes after a head beyond what is read', ok(`x: ${'y'.repeat(100_000)}`), '', 'leave'],
    ['comes after a head that is no HTTP', ok('no colon here'), '', 'leave'],
    ['never comes, nor the end of the head', 'HTTP/1.1 201 Created\r\nx: ', '', 'leave'],
    ['is cut off together with a part of the head', 'HTTP/1.1 201 Created\r\nx: ', '', 'end'],
    ['never comes, nor more than the status', 'HTTP/1.0 201', '', 'leave'],
    ['is cut off together with all but the status', 'HTTP/1.1 201\r\n', '', 'end'],
    ['never comes, after a 1xx', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n', '', 'leave'],
    ['is cut off, after blank lines', '\r\n\r\nHTTP/1.1 201 Created\r\nx: ', '', 'end'],
  ])('has it when the body %s', async (_, answer, body, then) => {
    const url = await serveRaw((socket) => (then === 'end' ? socket.end(answer) : socket.write(answer)));
    const call = outbound().request(post(url, { statusSuffices: true, timeoutMs: 500 }));
    expect(await call).toMatchObject({ status: 201, body });
  });

  it('has it when the head drips, whatever the status', async () => {
    const url = await serveRaw((socket, text) => {
      socket.write(`HTTP/1.1 ${/ \/(\d+)/.exec(text)?.[1]} So\r\nx: `);
      const timer = setInterval(() => socket.write('.'), 10);
      socket.on('close', () => clearInterval(timer));
    });
    const http = outbound();
    for (const status of [200, 400, 503]) {
      const request = post(`${url}/${status}`, { timeoutMs: 100 });
      expect(await http.request({ ...request, statusSuffices: true })).toEqual({ status, headers: {}, body: '' });
      expect(await failureOf(http.request(request))).toMatchObject({ code: 'TIMEOUT', status });
    }
  });

  it.each([
    ['the caller’s signal', (stop: AbortController, _: OutboundHttp) => stop.abort()],
    ['the end of this process', (_: AbortController, http: OutboundHttp) => void http.close()],
  ])('has it when %s ends the call within the head', async (_, end) => {
    const stop = new AbortController();
    const http = outbound();
    const begun = ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\n', 'x: '];
    const url = await serveRaw((socket) => void inPieces(socket, begun).then(() => end(stop, http)));
    const answer = await http.request(post(url, { statusSuffices: true, signal: stop.signal }));
    expect(answer).toMatchObject({ status: 202, body: '' });
  });

  it('has its own on a kept-alive connection, not that of the answer before', async () => {
    const url = await serveRaw((socket, text) => {
      if (text.includes('/first')) socket.write('HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\nok');
      if (text.includes('/cut')) socket.end('HTTP/1.1 4');
      if (text.includes('/refused')) socket.write('\r\nHTTP/1.1 409 Conflict\r\n');
    });
    const http = outbound({ maxConnectionsPerOrigin: 1 });
    const call = (path: string) => http.request(post(url + path, { statusSuffices: true, timeoutMs: 200 }));
    for (const [path, status] of Object.entries({ '/cut': undefined, '/silent': undefined, '/refused': 409 })) {
      expect(await call('/first')).toMatchObject({ status: 201 });
      const end = await call(path).catch((error: OutboundError) => error);
      expect(end.status).toBe(status);
    }
  });

  it('belongs to the call it answers, with many at once', async () => {
    const url = await serveRaw((socket, text) => {
      const status = / \/(\d+)/.exec(text)?.[1];
      const begun = `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 ${status} `;
      void inPieces(socket, [...begun]).then(() => socket.end());
    });
    const http = outbound();
    const statuses = Array.from({ length: 40 }, (_, index) => 200 + index * 7);
    const answers = await Promise.all(
      statuses.map((status) => http.request(post(`${url}/${status}`, { statusSuffices: true }))),
    );
    expect(answers.map(({ status }) => status)).toEqual(statuses);
  });

  it('has it when this process read it too late', async () => {
    const url = await serveRaw((socket) => {
      socket.write(ok('content-length: 2') + 'ok');
      const busyUntil = performance.now() + 150;
      while (performance.now() < busyUntil);
    });
    const answer = await outbound().request(post(url, { timeoutMs: 100 }));
    expect(answer).toMatchObject({ status: 201, body: 'ok' });
  });

  it('has the status of a refusal just so, and its headers', async () => {
    const head = 'HTTP/1.1 429 Too Many Requests\r\nretry-after: 7\r\ncontent-length: 9\r\n\r\n';
    const url = await serveRaw((socket) => socket.end(head));
    const answer = await outbound().request(post(url, { statusSuffices: true }));
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '7' }, body: '' });
  });

  it('fails when not even a status came', async () => {
    const url = await serveRaw((socket) => socket.end('HTTP/1.1 2'));
    const error = await failureOf(outbound().request(post(url, { statusSuffices: true })));
    expect(error).toMatchObject({ code: 'CONNECTION_LOST' });
    expect(error.status).toBeUndefined();
  });
});

describe('the body of an answer', () => {
  const json = '{"id":"ünï-7"}';
  const bytes = Buffer.from(json);
  const answering = (body: Buffer, encoding?: string) =>
    serve((_request, response) => response.writeHead(200, encoding ? { 'content-encoding': encoding } : {}).end(body));

  it('is asked for without compression', async () => {
    const url = await serve((request, response) => response.end(request.headers['accept-encoding']));
    expect(await outbound().request(post(url))).toMatchObject({ body: 'identity' });
  });

  it.each([
    ['gzip', gzipSync(bytes)],
    ['X-GZip', gzipSync(bytes)],
    ['deflate', deflateSync(bytes)],
    ['deflate', deflateRawSync(bytes)],
    ['br', brotliCompressSync(bytes)],
    ['deflate, gzip', gzipSync(deflateSync(bytes))],
    ['identity', bytes],
    ['gzip', bytes],
    ['utf-8', bytes],
    [undefined, Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), bytes])],
    ['gzip', gzipSync(`\ufeff${json}`)],
  ])('is read where it comes as %s (%#)', async (encoding, body) => {
    expect(await outbound().request(post(await answering(body, encoding)))).toMatchObject({ body: json });
  });

  it.each([
    ['latin1', undefined, Buffer.from('{"id":"é"}', 'latin1'), 'not UTF-8: {"id":"\\xe9"}'],
    [
      'UTF-16',
      undefined,
      Buffer.from('{"a":1}', 'utf16le'),
      String.raw`not UTF-8: {\x00"\x00a\x00"\x00:\x001\x00}\x00`,
    ],
    ['a NUL', undefined, Buffer.from('a\0b'), 'not UTF-8: a\\x00b'],
    ['half a character', undefined, Buffer.of(0x61, 0xc3), 'not UTF-8: a\\xc3'],
    ['gzip that nobody told of', undefined, Buffer.of(0x1f, 0x8b, 8, 0), 'not UTF-8: \\x1f\\x8b\\x08\\x00'],
    ['gzip that is broken', 'gzip', Buffer.of(0x1f, 0x8b, 8, 0xff), 'not UTF-8: \\x1f\\x8b\\x08\\xff'],
    ['a coding that is not known', 'zstd', Buffer.of(0x28, 0xb5), 'not UTF-8: (\\xb5'],
    ['the replacement character itself', undefined, Buffer.from('a\ufffd'), 'a\ufffd'],
  ])('is shown byte by byte where it is no text: %s', async (_, encoding, body, text) => {
    expect(await outbound().request(post(await answering(body, encoding)))).toMatchObject({ body: text });
  });

  it('counts decompressed', async () => {
    const url = await answering(gzipSync(Buffer.alloc(2_000, 'x')), 'gzip');
    const http = outbound();
    const error = await failureOf(http.request(post(url, { maxResponseBytes: 1999 })));
    expect(error).toMatchObject({ code: 'RESPONSE_TOO_LARGE', status: 200 });
    expect((await http.request(post(url, { maxResponseBytes: 2000 }))).body).toHaveLength(2000);
    const enough = await http.request(post(url, { maxResponseBytes: 1999, statusSuffices: true }));
    expect(enough).toMatchObject({ status: 200, body: '' });
  });

  it('is what came of it when it is cut, decompressed', async () => {
    const whole = gzipSync(Buffer.from('a'.repeat(500) + 'b'.repeat(500)));
    const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${whole.length}\r\n\r\n`;
    const url = await serveRaw((socket) => {
      socket.write(head);
      socket.end(whole.subarray(0, -8));
    });
    const { body } = await outbound().request(post(url, { statusSuffices: true }));
    expect(body).toMatch(/^a{500}b*$/);
  });
});

describe('the end of a call', () => {
  it.each([
    ['declared', { 'content-length': '2000' }],
    ['chunked', {}],
  ])('comes when a %s body passes the cap', async (_kind, headers) => {
    const url = await serve((_request, response) => response.writeHead(200, headers).end('x'.repeat(2000)));
    const http = outbound();
    const error = await failureOf(http.request(post(url, { maxResponseBytes: 1999 })));
    expect(error).toMatchObject({ code: 'RESPONSE_TOO_LARGE', status: 200 });
    expect((await http.request(post(url, { maxResponseBytes: 2000 }))).body).toHaveLength(2000);
  });

  it('comes with headers beyond 64 kB', async () => {
    const url = await serveRaw((socket, text) => {
      const size = Number(/ \/(\d+)/.exec(text)?.[1]);
      socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(size)}\r\ncontent-length: 0\r\n\r\n`);
    });
    const http = outbound();
    expect((await http.request(post(`${url}/65536`))).headers.x).toHaveLength(65_536);
    const error = await failureOf(http.request(post(`${url}/100000`)));
    expect(error).toMatchObject({ code: 'RESPONSE_TOO_LARGE', status: 200 });
  });

  it('comes with the caller’s signal, before or during the call', async () => {
    const stop = new AbortController();
    const url = await serve(() => stop.abort());
    const http = outbound();
    const during = await failureOf(http.request(post(url, { signal: stop.signal })));
    const before = await failureOf(http.request(post(url, { signal: stop.signal })));
    expect([during.code, before.code]).toEqual(['ABORTED', 'ABORTED']);
  });

  it('comes as ABORTED when the way out is closed, and later calls end the same way', async () => {
    const http = outbound();
    const url = await serve(() => void http.close());
    expect(await failureOf(http.request(post(url)))).toMatchObject({ code: 'ABORTED' });
    expect(await failureOf(http.request(post(url)))).toMatchObject({ code: 'ABORTED' });
  });

  it('shows neither query nor headers nor body in its error', async () => {
    const url = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nx-s: secret\r\ncontent-length: 9\r\n\r\nsecret'),
    );
    const secret = { headers: { authorization: 'secret' }, body: 'secret' };
    const error = await failureOf(outbound().request(post(`${url}/secret?token=secret`, secret)));
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('secret');
    expect(error.message).toBe(`${url} broke the connection (UND_ERR_SOCKET)`);
  });
});
