import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createToReceived } from '../create-to-received.mjs';
import { ms, notes, quantile } from '../numbers.mjs';

const hangingTenants = 2;
/** More than a tenant's channel gets calls at once. */
const dueOfEach = 110;
/** A sample that has not come by then never counts as received. */
const giveUpMs = 20_000;

/** Tenants whose provider never answers beside one that creates now and then: what the last one feels of them. */
export async function hanging(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { hangingWindowMs, hangingTimeoutMs, hangingEveryMs, warmUp } = bench.sizes;
  const silent = await SilentProvider.start();
  try {
    await bench.withErrand({}, async (errand) => {
      const small = await errand.tenant();
      await errand.warmUp(warmUp);
      const alone = await sampleFor(small, hangingWindowMs, hangingEveryMs);

      const others = [];
      while (others.length < hangingTenants) {
        const other = await errand.tenant({ baseUrl: silent.url, timeoutMs: hangingTimeoutMs });
        await other.pause();
        await other.seed(dueOfEach);
        others.push(other);
      }
      await Promise.all(others.map((other) => other.resume()));
      await silent.called;
      const beside = await sampleFor(small, hangingWindowMs, hangingEveryMs);
      // Hung calls end now, so that the dispatcher can stop.
      silent.stop();

      const [p99Alone, p99Beside] = [quantile(alone, 0.99), quantile(beside, 0.99)];
      const lost = beside.filter((sample) => sample === Infinity).length;
      bench.row({
        what: `third tenant alone: create → received, p99 of ${alone.length}`,
        figure: waited(p99Alone),
        note: `p50 ${waited(quantile(alone, 0.5))}`,
      });
      bench.row({
        what: `the same beside ${hangingTenants} × ${dueOfEach} due whose provider hangs, p99 of ${beside.length}`,
        figure: waited(p99Beside),
        value: p99Beside,
        target: { most: 300, unit: 'ms' },
        ...(p99Beside === Infinity ? {} : { ratio: p99Beside / p99Alone, of: 'alone' }),
        note: notes(
          `p50 ${waited(quantile(beside, 0.5))}`,
          `their timeoutMs ${hangingTimeoutMs.toLocaleString('en-US')}`,
          lost === 0 ? '' : `${lost} not received within ${giveUpMs / 1000} s`,
        ),
      });
    });
  } finally {
    silent.stop();
  }
}

/** @param {number} sample */
const waited = (sample) => (sample === Infinity ? `> ${giveUpMs / 1000} s` : ms(sample));

/**
 * Creates at a steady pace for some time, however long each takes.
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {number} windowMs
 * @param {number} everyMs
 * @returns {Promise<number[]>} ms; Infinity for what did not come
 */
async function sampleFor(tenant, windowMs, everyMs) {
  /** @type {Promise<number>[]} */
  const samples = [];
  for (let left = windowMs; left > 0; left -= everyMs) {
    samples.push(Promise.race([createToReceived(tenant), delay(giveUpMs, Infinity, { ref: false })]));
    await delay(everyMs);
  }
  return Promise.all(samples);
}

/** Takes every call and never answers. It has next to nothing to do, so it needs no process of its own. */
class SilentProvider {
  static async start() {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SilentProvider(server);
  }

  /** @param {net.Server} server */
  constructor(server) {
    const { port } = /** @type {net.AddressInfo} */ (server.address());
    this.server = server;
    this.url = `http://127.0.0.1:${port}`;
    /** @type {Set<net.Socket>} */
    this.sockets = new Set();
    /** Resolves with the first call. */
    this.called = once(server, 'connection');
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      socket.resume();
    });
  }

  /** Cuts every call off and takes no more. */
  stop() {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }
}
