import { once } from 'node:events';
import type { lookup } from 'node:dns';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { listenOnAll } from './listen-on-all';

const addresses = ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }));
const resolve = ((_name: string, _options: object, done: (error: null, found: typeof addresses) => void) =>
  done(null, addresses)) as unknown as typeof lookup;

async function isListening(port: number, host: string): Promise<boolean> {
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

describe('a server of a name with several addresses', () => {
  it('answers at each of them until it is closed', async () => {
    const server = createServer((_request, response) => response.setHeader('connection', 'close').end('here'));
    listenOnAll(server, 'localhost', resolve);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    while (!(await isListening(port, '127.0.0.2'))) await delay(5);
    for (const { address } of addresses) {
      expect(await (await fetch(`http://${address}:${port}/`)).text()).toBe('here');
    }
    server.close();
    await once(server, 'close');
    expect(await isListening(port, '127.0.0.2')).toBe(false);
  });
});
