import net from 'node:net';
import type { Settings } from '@errand/config';
import pino from 'pino';
import { Reachability } from './reachability';

/** A server that hears of a question and closes. */
async function listener(): Promise<{ url: string; asked: Promise<void>; count(): number; close(): void }> {
  let count = 0;
  let hear = () => undefined as void;
  const asked = new Promise<void>((resolve) => (hear = resolve));
  const server = net.createServer((socket) => {
    count += 1;
    hear();
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return { url: `postgres://errand@127.0.0.1:${port}/errand`, asked, count: () => count, close: () => server.close() };
}

describe('a doubt about the database', () => {
  it('is cleared up on the way where it came up, and a pool without a free connection is none', async () => {
    const [pooled, direct] = [await listener(), await listener()];
    const settings = { databaseUrl: pooled.url, databaseDirectUrl: direct.url } as Settings;
    const reachability = new Reachability(settings, pino({ level: 'silent' }));
    reachability.doubt(new Error('timeout exceeded when trying to connect'), 'databaseUrl');
    reachability.doubt(new Error('Connection terminated unexpectedly'), 'databaseDirectUrl');
    await direct.asked;
    expect(pooled.count()).toBe(0);
    reachability.doubt(new Error('Connection terminated unexpectedly'), 'databaseUrl');
    await pooled.asked;
    reachability.onModuleDestroy();
    for (const one of [pooled, direct]) one.close();
  });
});
