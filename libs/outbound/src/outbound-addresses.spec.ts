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

const refusals: [origin: string, reason: string][] = [];
const open = (options: Partial<OutboundOptions> = {}) =>
  (http = new OutboundHttp({ allowCidrs: [], onRefusal: (...refusal) => refusals.push(refusal), ...options }));
const call = (url: string) => http.request({ method: 'POST', url, timeoutMs: 5000 });
const failureOf = (promise: Promise<unknown>): Promise<OutboundError | undefined> =>
  promise.then(
    () => undefined,
    (error: OutboundError) => error,
  );
const saved = (url: string) => failureOf(new Promise((resolve) => resolve(http.allowed(url))));
/** A look-up that gives these, one after the other. */
const answering = (...answers: string[][]) => {
  const found = answers.map((list) => list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  return { lookUp: () => Promise.resolve({ addresses: found.shift() ?? [], ttlMs: 0 }) };
};

beforeEach(() => refusals.splice(0));

describe('an address that must not be reached', () => {
  it.each(['127.0.0.1', '127.1', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', 'localhost'])(
    'is refused at save and at the call when written as %s',
    async (host) => {
      open();
      const url = `http://${host}:${port}/path?token=1`;
      const refused = { code: 'BLOCKED_ADDRESS', rule: 'loopback address' };
      expect(await saved(url)).toMatchObject(refused);
      expect(await failureOf(call(url))).toMatchObject(refused);
      expect(connections).toBe(0);
    },
  );

  it('is refused behind a name, also when only one of several addresses is refused', async () => {
    open(answering(['127.0.0.1', '1.1.1.1']));
    const url = `http://mixed.example:${port}/`;
    expect(await failureOf(call(url))).toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(refusals).toEqual([[`http://mixed.example:${port}`, 'loopback address']]);
    expect(connections).toBe(0);
  });

  it('is refused when the name leads elsewhere than a moment ago', async () => {
    open({ allowCidrs: ['127.0.0.1/32'], ...answering(['127.0.0.1'], ['127.0.0.2']) });
    const url = `http://rebinding.example:${port}/`;
    expect((await call(url)).status).toBe(200);
    expect(await failureOf(call(url))).toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(refusals).toEqual([[`http://rebinding.example:${port}`, 'loopback address']]);
    expect(connections).toBe(1);
  });

  it('is refused by the connection’s peer, since 0.0.0.0 connects to the loopback', async () => {
    open({ allowCidrs: ['0.0.0.0/32'] });
    expect(await failureOf(call(`http://0.0.0.0:${port}/`))).toMatchObject({
      code: 'BLOCKED_ADDRESS',
      rule: 'loopback address',
    });
  });

  it('is reached when its network is allowed, at its port if one is named', async () => {
    const url = `http://inside.example:${port}/`;
    open({ allowCidrs: [`127.0.0.0/8:${port}`], ...answering(['127.0.0.1']) });
    expect((await call(url)).status).toBe(200);
    await http.close();
    open({ allowCidrs: ['127.0.0.0/8:1'], ...answering(['127.0.0.1']) });
    expect(await failureOf(call(url))).toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(connections).toBe(1);
  });

  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '[fd00::1]', 'localhost', 'a.example:22', '127.0.0.1:25'])(
    'is named by its origin alone, so that %s looks like any other',
    async (host) => {
      open({ allowCidrs: ['127.0.0.1/32:25'] });
      for (const error of [
        await saved(`http://${host}/x?token=1`),
        await failureOf(call(`http://${host}/x?token=1`)),
      ]) {
        expect(error).toMatchObject({ code: 'BLOCKED_ADDRESS', message: `http://${host} must not be connected to` });
      }
      expect(refusals).toHaveLength(2);
    },
  );

  it('gets the same answer behind a name as a name that is nowhere', async () => {
    const url = `http://name.example:${port}/`;
    const ends = [
      answering(['127.0.0.1']),
      answering(['10.0.0.1', '1.1.1.1']),
      answering([]),
      { lookUp: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) },
      { lookUp: () => Promise.reject(Object.assign(new Error(), { code: 'ESERVFAIL' })) },
      { lookUp: () => new Promise<never>(() => undefined), resolveTimeoutMs: 20 },
    ];
    const answers = new Set<string>();
    for (const options of ends) {
      open(options);
      expect(await saved(url)).toBeUndefined();
      const error = await failureOf(call(url));
      answers.add(JSON.stringify({ ...error, message: error?.message }));
      await http.close();
    }
    expect([...answers]).toHaveLength(1);
    expect(refusals.map(([, reason]) => reason)).toEqual([
      ...['loopback address', 'private address', 'no address', 'ENOTFOUND', 'ESERVFAIL', 'ETIMEOUT'],
    ]);
  });

  it('is explained to the operator', async () => {
    open(answering(['10.0.0.1'], ['1.1.1.1'], []));
    expect(await http.refusalOf('http://a.example')).toBe('private address');
    expect(await http.refusalOf('http://a.example')).toBeNull();
    expect(await http.refusalOf('http://a.example')).toBe('its name has no address');
    expect(await http.refusalOf('http://a.example:22')).toBe('port 22');
    expect(await http.refusalOf('http://[::1]')).toBe('loopback address');
  });
});

describe('a URL', () => {
  it.each(['', '/relative', 'ftp://example.com/', 'file:///etc/passwd', 'http://', 'http://user:secret@example.com/'])(
    'of the form “%s” is INVALID_URL, and its error does not repeat it',
    async (url) => {
      open();
      for (const error of [await saved(url), await failureOf(call(url))]) {
        expect(error?.code).toBe('INVALID_URL');
        expect(error?.message).not.toMatch(/secret|passwd/);
      }
    },
  );

  it('is not looked up when it is saved', async () => {
    let lookUps = 0;
    open({ lookUp: () => Promise.reject(new Error(`look-up ${(lookUps += 1)}`)) });
    expect(await saved('https://soon.example/')).toBeUndefined();
    expect(lookUps).toBe(0);
  });
});
