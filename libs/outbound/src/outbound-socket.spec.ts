import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { OutboundError } from './outbound-error';
import { OutboundHttp, type OutboundOptions } from './outbound-http';

/** A port of this machine. */
let server: Server;
let port: number;
let accepted: Socket[];
let http: OutboundHttp;

beforeEach(async () => {
  accepted = [];
  server = createServer((socket) => {
    accepted.push(socket);
    socket.on('error', () => undefined);
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  await http.close();
  for (const socket of accepted) socket.destroy();
  server.close();
});

const refusals: [origin: string, reason: string][] = [];
beforeEach(() => refusals.splice(0));
const open = (options: Partial<OutboundOptions> = {}) =>
  (http = new OutboundHttp({ allowCidrs: [], onRefusal: (...refusal) => refusals.push(refusal), ...options }));
const dial = (url: string, timeoutMs = 5_000, signal?: AbortSignal) => http.connect({ url, timeoutMs, signal });
const failureOf = (promise: Promise<unknown>): Promise<OutboundError | undefined> =>
  promise.then(
    () => undefined,
    (error: OutboundError) => error,
  );
const saved = (url: string) => failureOf(new Promise((resolve) => resolve(http.allowed(url, ['smtp', 'smtps']))));
/** A look-up that gives these, one after the other. */
const answering = (...answers: string[][]) => {
  const found = answers.map((list) => list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  return { lookUp: () => Promise.resolve({ addresses: found.shift() ?? [], ttlMs: 0 }) };
};

describe('an address that must not be reached by mail either', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    'localhost',
    '１２７.1',
  ])('is refused at save and at the call when written as %s', async (host) => {
    open();
    const refused = { code: 'BLOCKED_ADDRESS', rule: 'loopback address' };
    for (const scheme of ['smtp', 'smtps']) {
      expect(await saved(`${scheme}://${host}:${port}`)).toMatchObject(refused);
      expect(await failureOf(dial(`${scheme}://${host}:${port}`))).toMatchObject(refused);
    }
    expect(accepted).toEqual([]);
  });

  it.each(['10.0.0.1', '169.254.169.254', '[fd00::1]', 'a.example:22', '127.0.0.1:22'])(
    'is named by its origin alone, so that %s looks like any other',
    async (host) => {
      open({ allowCidrs: ['127.0.0.1/32:22'] });
      for (const error of [await saved(`smtp://${host}`), await failureOf(dial(`smtp://${host}`))]) {
        expect(error).toMatchObject({ code: 'BLOCKED_ADDRESS', message: `smtp://${host} must not be connected to` });
      }
    },
  );

  it('is refused behind a name, also when only one of several addresses is refused', async () => {
    open(answering(['127.0.0.1', '1.1.1.1']));
    expect(await failureOf(dial(`smtp://mixed.example:${port}`))).toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(refusals).toEqual([[`smtp://mixed.example:${port}`, 'loopback address']]);
    expect(accepted).toEqual([]);
  });

  it('is refused when the name leads elsewhere than a moment ago', async () => {
    open({ allowCidrs: ['127.0.0.1/32'], ...answering(['127.0.0.1'], ['127.0.0.2']) });
    const url = `smtp://rebinding.example:${port}`;
    (await dial(url)).socket.destroy();
    expect(await failureOf(dial(url))).toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(refusals).toEqual([[url, 'loopback address']]);
  });

  it('is refused by the connection’s peer, since 0.0.0.0 connects to the loopback', async () => {
    open({ allowCidrs: ['0.0.0.0/32'] });
    expect(await failureOf(dial(`smtp://0.0.0.0:${port}`))).toMatchObject({
      ...{ code: 'BLOCKED_ADDRESS', rule: 'loopback address' },
    });
  });

  it('gets the same answer behind a name as a name that is nowhere', async () => {
    const url = `smtp://name.example:${port}`;
    const nowhere = { lookUp: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) };
    const answers = new Set<string>();
    for (const options of [answering(['127.0.0.1']), answering(['10.0.0.1', '1.1.1.1']), answering([]), nowhere]) {
      open(options);
      expect(await saved(url)).toBeUndefined();
      const error = await failureOf(dial(url));
      answers.add(JSON.stringify({ ...error, message: error?.message }));
      await http.close();
    }
    expect([...answers]).toHaveLength(1);
  });
});

describe('a socket', () => {
  it('leads to an allowed network, at its port if one is named', async () => {
    open({ allowCidrs: [`127.0.0.0/8:${port}`], ...answering(['127.0.0.1']) });
    const { socket, leftMs } = await dial(`smtp://inside.example:${port}`);
    expect([socket.remotePort, leftMs > 0 && leftMs <= 5_000]).toEqual([port, true]);
    await http.close();
    open({ allowCidrs: ['127.0.0.0/8:587'], ...answering(['127.0.0.1']) });
    expect(await failureOf(dial(`smtp://inside.example:${port}`))).toMatchObject({ code: 'CONNECTION_FAILED' });
  });

  it.each([
    ['http://a.example', 'Only smtp and smtps URLs can be called'],
    ['ftp://a.example', 'Only http, https, smtp and smtps URLs can be called'],
    ['smtp:a.example', 'Not an absolute URL'],
    ['smtp://user:secret@a.example', 'A URL must not carry a user name or password'],
  ])('is not opened to %s', async (url, message) => {
    open();
    expect(await failureOf(dial(url))).toMatchObject({ code: 'INVALID_URL', message });
  });

  it('is for mail alone: HTTP is not spoken to its URLs', async () => {
    open({ allowCidrs: ['127.0.0.0/8'] });
    const url = `smtp://127.0.0.1:${port}`;
    (await dial(url)).socket.destroy();
    const call = http.request({ method: 'POST', url, timeoutMs: 1_000 });
    expect(await failureOf(call)).toMatchObject({ code: 'INVALID_URL' });
    expect(await saved(url)).toBeUndefined();
    expect(() => http.allowed(url)).toThrow('must be an http or https URL');
  });

  it('counts as a call of its owner until it is closed', async () => {
    open({ allowCidrs: ['127.0.0.0/8'], maxConnectionsPerOrigin: 1 });
    const url = `smtp://127.0.0.1:${port}`;
    const { socket } = await http.connect({ url, timeoutMs: 5_000, owner: 'a' });
    const next = http.connect({ url, timeoutMs: 5_000, owner: 'a' });
    (await http.connect({ url, timeoutMs: 5_000, owner: 'b' })).socket.destroy();
    const late = http.connect({ url, timeoutMs: 5_000, owner: 'a', waitMs: 1 });
    expect(await failureOf(late)).toMatchObject({ code: 'ABORTED' });
    socket.destroy();
    expect((await next).socket.remotePort).toBe(port);
  });

  it('is not waited for longer than its time, nor after an abort', async () => {
    const never = () => new Promise<never>(() => undefined);
    open({ lookUp: never, resolveTimeoutMs: 60_000 });
    const stop = new AbortController();
    const stopped = failureOf(dial('smtp://name.example', 5_000, stop.signal));
    stop.abort();
    expect(await stopped).toMatchObject({ code: 'ABORTED' });
    expect(await failureOf(dial('smtp://name.example', 5_000, AbortSignal.abort()))).toMatchObject({ code: 'ABORTED' });
    await http.close();
    // A proxy that never answers: the connection takes as long as it is let.
    open({ allowCidrs: ['127.0.0.0/8'], proxy: `http://127.0.0.1:${port}` });
    expect(await failureOf(dial('smtp://127.0.0.1:587', 50))).toMatchObject({
      ...{ code: 'CONNECTION_FAILED', message: 'No connection to smtp://127.0.0.1 within 50 ms' },
    });
  });

  it('is closed when this process stops', async () => {
    open({ allowCidrs: ['127.0.0.0/8'] });
    const { socket } = await dial(`smtp://127.0.0.1:${port}`);
    const closed = once(socket, 'close');
    await http.close();
    await closed;
    expect(await failureOf(dial(`smtp://127.0.0.1:${port}`))).toMatchObject({ code: 'ABORTED' });
  });

  it('tells nothing of where nobody listens but the code', async () => {
    open({ allowCidrs: ['127.0.0.0/8'] });
    server.close();
    await once(server, 'close');
    expect(await failureOf(dial(`smtp://127.0.0.1:${port}`))).toMatchObject({
      ...{ code: 'CONNECTION_FAILED', message: `No connection to smtp://127.0.0.1:${port} (ECONNREFUSED)` },
    });
  });

  it('goes through the proxy, which is told the checked address', async () => {
    const asked: (string | undefined)[] = [];
    const proxy = createHttpServer().on('connect', ({ url }, client: Socket) => {
      asked.push(url);
      const behind = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 Connected\r\n\r\n'));
      behind.on('error', () => client.destroy()).pipe(client);
      client
        .on('error', () => behind.destroy())
        .on('close', () => behind.destroy())
        .pipe(behind);
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    open({
      proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      ...answering(['1.1.1.1'], ['10.0.0.1']),
    });
    const greeted = once(server, 'connection').then(([socket]) => (socket as Socket).write('220 hi\r\n'));
    const { socket } = await dial('smtp://mail.example:25');
    await greeted;
    expect(String((await once(socket, 'data'))[0])).toBe('220 hi\r\n');
    expect(await failureOf(dial('smtp://mail.example:25'))).toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(asked).toEqual(['1.1.1.1:25']);
    socket.destroy();
    proxy.close();
  });
});
