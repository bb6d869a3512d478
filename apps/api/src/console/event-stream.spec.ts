import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { EventStream } from './event-stream';
import type { Topic } from './topic';

const topic: Topic = { name: 'configs', kind: 'configs', id: '' };
const megabyte = 'x'.repeat(1_000_000);

let server: Server;
let stream: EventStream;
let response: ServerResponse;
let client: IncomingMessage;
let received = '';

beforeEach(async () => {
  received = '';
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const request = get({ port: (server.address() as AddressInfo).port, agent: false });
  [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  stream = new EventStream(response);
  stream.begin({}, []);
  response.flushHeaders();
  [client] = (await once(request, 'response')) as [IncomingMessage];
  client.on('error', () => undefined); // it is cut off
});
afterEach(() => {
  client.destroy();
  server.close();
});

/** Offers large snapshots until the client, which reads none, has no room for more. @returns the number of the last */
async function fill(): Promise<number> {
  let n = 0;
  while (!response.writableNeedDrain) {
    n += 1;
    stream.offer(topic, { version: `v${n}`, text: `${n} ${megabyte}` });
    for (let turns = 0; turns < 100 && response.writableNeedDrain; turns += 1) await turn(); // what there is room for goes
  }
  return n;
}

describe('a client that does not read', () => {
  it('is cut off when it was passed over 15 times in a row, and nothing has piled up for it', async () => {
    const last = await fill();
    const held = response.writableLength;
    for (let skipped = 1; skipped < 15; skipped += 1) {
      stream.offer(topic, { version: `v${last + skipped}`, text: megabyte });
      expect(stream.isOver).toBe(false);
    }
    expect(response.writableLength).toBe(held);
    stream.beat();
    expect(stream.isOver).toBe(true);
    expect(response.destroyed).toBe(true);
  });

  it('is sent the newest when it reads again, and what was passed over never', async () => {
    const last = await fill();
    for (let skipped = 1; skipped < 15; skipped += 1) stream.offer(topic, { version: `skipped`, text: 'skipped' });
    const drained = once(response, 'drain');
    client.setEncoding('utf8').on('data', (text: string) => (received += text));
    await drained;
    stream.offer(topic, { version: `v${last}`, text: 'the same as was sent' });
    stream.offer(topic, { version: 'newest', text: 'newest' });
    stream.end();
    await once(client, 'end');
    const events = received.split('\n\n').filter((text) => text !== '');
    expect(events).toHaveLength(last + 1);
    expect(events.at(-1)).toBe('event: configs\nid: newest\ndata: newest');
  });
});
