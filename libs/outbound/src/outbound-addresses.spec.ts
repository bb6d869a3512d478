import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { OutboundError } from './outbound-error';
import { OutboundHttp, type OutboundOptions } from './outbound-http';

/** A port of this machine that must see no connection. */
let server: Server;
let port: number;
let connections: number;
let http: OutboundHttp;

beforeEach(async () => {
  connections = 0;
  server = createServer((socket) => {
    connections++;
    socket.on('error', () => undefined);
    socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  await http.close();
  server.close();
});

const open = (options: Partial<OutboundOptions> = {}) => (http = new OutboundHttp({ allowCidrs: [], ...options }));
const call = (url: string) => http.request({ method: 'POST', url, timeoutMs: 5000 });
const failureOf = (promise: Promise<unknown>): Promise<OutboundError | undefined> =>
  promise.then(
    () => undefined,
    (error: OutboundError) => error,
  );
const addresses = (...list: string[]) => list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an address that must not be reached', () => {
  it.each(['127.0.0.1', '127.1', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', 'localhost'])(
    'is refused at save and at the call when written as %s',
    async (host) => {
      open();
      const url = `http://${host}:${port}/path?token=1`;
      const refused = { code: 'BLOCKED_ADDRESS', rule: 'loopback' };
      expect(await failureOf(http.allowed(url))).toMatchObject(refused);
      expect(await failureOf(call(url))).toMatchObject(refused);
      expect(connections).toBe(0);
    },
  );

  it('is refused behind a name, also when only one of several addresses is refused', async () => {
    open({ resolve: () => Promise.resolve(addresses('1.1.1.1', '127.0.0.1')) });
    const url = `http://mixed.example:${port}/`;
    expect(await failureOf(http.allowed(url))).toMatchObject({ code: 'BLOCKED_ADDRESS', rule: 'loopback' });
    expect(await failureOf(call(url))).toMatchObject({ code: 'BLOCKED_ADDRESS', rule: 'loopback' });
    expect(connections).toBe(0);
  });

  it('is refused when the name led elsewhere at save', async () => {
    const answers = [addresses('1.1.1.1'), addresses('127.0.0.1')];
    open({ resolve: () => Promise.resolve(answers.shift() ?? []) });
    const url = `http://rebinding.example:${port}/`;
    await http.allowed(url);
    expect(await failureOf(call(url))).toMatchObject({ code: 'BLOCKED_ADDRESS', rule: 'loopback' });
    expect(connections).toBe(0);
  });

  it('is refused by the connection’s peer, since 0.0.0.0 connects to the loopback', async () => {
    open({ allowCidrs: ['0.0.0.0/32'] });
    expect(await failureOf(call(`http://0.0.0.0:${port}/`))).toMatchObject({
      code: 'BLOCKED_ADDRESS',
      rule: 'loopback',
    });
  });

  it('is reached when its network is allowed', async () => {
    open({ allowCidrs: ['127.0.0.0/8'], resolve: () => Promise.resolve(addresses('127.0.0.1')) });
    const url = `http://inside.example:${port}/`;
    await http.allowed(url);
    expect((await call(url)).status).toBe(200);
  });

  it('is named by its rule and its origin only', async () => {
    open();
    const error = await failureOf(http.allowed('http://169.254.169.254/latest/meta-data?token=1'));
    expect(error?.message).toBe('http://169.254.169.254 must not be connected to: cloud metadata address');
  });
});

describe('a URL', () => {
  it.each(['', '/relative', 'ftp://example.com/', 'file:///etc/passwd', 'http://', 'http://user:secret@example.com/'])(
    'of the form “%s” is INVALID_URL, and its error does not repeat it',
    async (url) => {
      open();
      for (const error of [await failureOf(http.allowed(url)), await failureOf(call(url))]) {
        expect(error?.code).toBe('INVALID_URL');
        expect(error?.message).not.toMatch(/secret|passwd/);
      }
    },
  );

  it('whose name does not resolve passes at save', async () => {
    open({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    await expect(http.allowed('https://soon.example/')).resolves.toBe('https://soon.example/');
  });
});
