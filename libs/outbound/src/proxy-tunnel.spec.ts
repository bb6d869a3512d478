import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import type { OutboundError } from './outbound-error';
import { OutboundHttp, type OutboundOptions } from './outbound-http';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listen(server: Server | HttpServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

interface Asked {
  target: string;
  host: string | undefined;
  authorization: string | undefined;
}

/** A proxy that connects to the loopback, whatever address it is told, unless `answers` says what to send back instead. */
async function startProxy(answers: (asked: Asked, client: Socket) => string | undefined = () => undefined) {
  const asked: Asked[] = [];
  const server = createHttpServer();
  server.on('connect', ({ url = '', headers }, client: Socket, rest: Buffer) => {
    const one = { target: url, host: headers.host, authorization: headers['proxy-authorization'] };
    asked.push(one);
    client.on('error', () => undefined);
    const answer = answers(one, client);
    if (answer !== undefined) {
      if (answer !== '') client.end(answer);
      return;
    }
    const provider = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      provider.write(rest);
      client.pipe(provider).pipe(client);
    });
    provider.on('error', () => client.destroy());
  });
  return { port: await listen(server), asked };
}

const serve = (listener: RequestListener) => listen(createHttpServer(listener));
const call = (http: OutboundHttp, url: string, timeoutMs = 5000) => http.request({ method: 'POST', url, timeoutMs });
const failureOf = (calling: Promise<unknown>): Promise<OutboundError> =>
  calling.then(
    () => Promise.reject(new Error('the call succeeded')),
    (error: OutboundError) => error,
  );

function outbound(proxy: string, addresses: string[], options: Partial<OutboundOptions> = {}): OutboundHttp {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const lookUp = (hostname: string) =>
    Promise.resolve({
      addresses: hostname === 'proxy.internal' ? [{ address: '127.0.0.1', family: 4 }] : found,
      ttlMs: 60_000,
    });
  const http = new OutboundHttp({ allowCidrs: [], proxy, lookUp, ...options });
  cleanups.push(() => http.close());
  return http;
}

describe('calls through a proxy', () => {
  it('go to the checked address, by the name that was called', async () => {
    const { port: proxyPort, asked } = await startProxy();
    const hosts: (string | undefined)[] = [];
    const port = await serve(({ headers }, response) => {
      hosts.push(headers.host);
      response.end('here');
    });
    // The proxy is private, the provider is public: only that is checked.
    const http = outbound(`http://us%40er:pass%3Aword@proxy.internal:${proxyPort}`, ['1.1.1.1'], {
      maxConnectionsPerOrigin: 1,
    });
    for (let round = 0; round < 2; round += 1) {
      expect(await call(http, `http://api.example:${port}/v1`)).toMatchObject({ status: 200, body: 'here' });
    }
    expect(hosts).toEqual([`api.example:${port}`, `api.example:${port}`]);
    const authorization = `Basic ${Buffer.from('us@er:pass:word').toString('base64')}`;
    expect(asked).toEqual([{ target: `1.1.1.1:${port}`, host: `1.1.1.1:${port}`, authorization }]);
  });

  it('name an IPv6 address in brackets, and the next address when there is no way to the first', async () => {
    const { port: proxyPort, asked } = await startProxy(({ target }) =>
      target.startsWith('[') ? undefined : 'HTTP/1.1 502 Bad Gateway\r\n\r\n',
    );
    const port = await serve((_request, response) => response.end('here'));
    const http = outbound(`http://127.0.0.1:${proxyPort}`, ['1.1.1.1', '2606:4700::1111']);
    expect(await call(http, `http://api.example:${port}`)).toMatchObject({ body: 'here' });
    expect(asked.map(({ target }) => target)).toEqual([`1.1.1.1:${port}`, `[2606:4700::1111]:${port}`]);
  });

  it('begin TLS with the name within the tunnel', async () => {
    const { port: proxyPort } = await startProxy();
    let hello: Buffer | undefined;
    const port = await listen(
      createServer((socket) => {
        socket.once('data', (data) => {
          hello = data;
          socket.destroy();
        });
      }),
    );
    const http = outbound(`http://127.0.0.1:${proxyPort}`, ['1.1.1.1']);
    expect(await failureOf(call(http, `https://api.example:${port}`))).toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(hello?.[0]).toBe(0x16);
    expect(hello?.includes('api.example')).toBe(true);
  });

  it.each(['10.0.0.1', '127.0.0.1'])('never leave for %s, which is refused', async (address) => {
    const { port: proxyPort, asked } = await startProxy();
    const http = outbound(`http://127.0.0.1:${proxyPort}`, [address]);
    expect(await failureOf(call(http, 'http://api.example:8080'))).toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(await failureOf(call(http, `http://${address}:8080`))).toMatchObject({ code: 'BLOCKED_ADDRESS' });
    expect(asked).toEqual([]);
  });

  it.each([
    [
      'a wish for a password',
      'HTTP/1.1 407 Proxy Authentication Required\r\nx: top-secret\r\n\r\ntop-secret',
      'the proxy answered with status 407',
    ],
    ['a bad gateway', 'HTTP/1.1 502 top-secret\r\n\r\n', 'the proxy answered with status 502'],
    ['a redirect', 'HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\n\r\n', 'the proxy answered with status 302'],
    ['no HTTP', 'garbage top-secret\r\n\r\n', 'the proxy cannot be used (HPE_INVALID_CONSTANT)'],
    [
      'a head without end',
      `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
      'the proxy cannot be used (HPE_HEADER_OVERFLOW)',
    ],
    ['half an answer', 'HTTP/1.1 200', 'the proxy cannot be used (ECONNRESET)'],
  ])('that the proxy answers with %s have not reached the provider', async (_name, answer, why) => {
    const { port: proxyPort } = await startProxy(() => answer);
    const http = outbound(`http://user:top-secret@127.0.0.1:${proxyPort}`, ['1.1.1.1']);
    const error = await failureOf(call(http, 'http://api.example:8080/x'));
    expect(error).toMatchObject({
      code: 'CONNECTION_FAILED',
      message: `No connection to http://api.example:8080: ${why}`,
    });
    expect(inspect(error)).not.toMatch(/top-secret|dG9wLXNlY3JldA/);
  });

  it('end at their deadline while the proxy answers a byte at a time', async () => {
    const { port: proxyPort } = await startProxy((_asked, client) => {
      const timer = setInterval(() => client.write('H'), 5);
      client.write('HTTP/1.1 200 ');
      client.on('close', () => clearInterval(timer));
      return '';
    });
    const http = outbound(`http://127.0.0.1:${proxyPort}`, ['1.1.1.1']);
    expect(await failureOf(call(http, 'http://api.example:8080', 100))).toMatchObject({ code: 'CONNECTION_FAILED' });
  });

  it('fail while there is no proxy', async () => {
    const server = createServer();
    const port = await listen(server);
    server.close();
    await once(server, 'close');
    const http = outbound(`http://127.0.0.1:${port}`, ['1.1.1.1']);
    expect(await failureOf(call(http, 'http://api.example:8080'))).toMatchObject({
      code: 'CONNECTION_FAILED',
      message: 'No connection to http://api.example:8080: the proxy cannot be used (ECONNREFUSED)',
    });
  });
});
