import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgres, runMigrations } from '@errand/database';
import { migrations } from '../../migrations';
import { requester } from '../support/api';
import { eventually } from '../support/eventually';
import { startProcess } from '../support/processes';
import { Sink } from '../support/sink';
import { type Damage, Drain, MOST_REPEATED, randomMoment, tell } from './drain';

/** Kills a PostgreSQL that writes to disk as in production, `rounds` times, while activities are created and sent. */
export async function killPostgres(rounds: number): Promise<Damage> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-chaos-'));
  fs.chmodSync(folder, 0o755); // PostgreSQL may have to run as another user
  const dataDir = path.join(folder, 'postgres');
  const sink = await Sink.start();
  let server = await EmbeddedPostgres.start({ dataDir, durable: true });
  const { url } = server;
  try {
    await runMigrations(url, migrations);
    const api = await startProcess('api', url, { LOG_LEVEL: 'fatal' });
    const drain = await Drain.prepare({ request: requester(api.url) }, sink, url);
    await Promise.all([drain.addDispatcher(), drain.addDispatcher()]);
    const stop = new AbortController();
    const creating = (async () => {
      while (!stop.signal.aborted) {
        await drain.create(20);
        await delay(50);
      }
    })();
    for (let round = 0; round < rounds; round += 1) {
      await randomMoment(700);
      process.kill(Number(fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
      server = await EmbeddedPostgres.start({ dataDir, durable: true, port: Number(new URL(url).port) });
      const before = drain.acknowledged.size;
      // Nobody restarts the processes: that creates are acknowledged again is their own doing.
      await eventually(
        async () => drain.acknowledged.size,
        (size) => size > before,
        60_000,
      );
    }
    stop.abort();
    await creating;
    const damage = await drain.end();
    tell('PostgreSQL killed', rounds, damage);
    expect(damage).toMatchObject({ lost: [], illegal: [], stuck: [] });
    expect(damage.duplicated).toBeLessThanOrEqual(rounds * 2 * MOST_REPEATED);
    for (const process of [...drain.dispatchers, api]) {
      const ended = await process.kill('SIGTERM');
      if (ended.code !== 0) throw new Error(`ended with ${ended.code}:\n${process.output().slice(-5_000)}`);
    }
    return damage;
  } finally {
    await sink.close();
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
