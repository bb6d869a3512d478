import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Settings } from '@errand/config';
import { Database } from '@errand/database';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { pgbouncer, PgBouncer } from '../support/pgbouncer';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';

const connectionText = `SELECT current_setting('statement_timeout') AS "limit", current_setting('datestyle') AS style`;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** Creates 40 at once and waits for all at the provider: sooner than the poll only with LISTEN. */
async function sendsForty(settings: Partial<Settings>): Promise<void> {
  const scenario = await Scenario.start(1, settings);
  try {
    const actor = await scenario.tenant();
    await actor.yom();
    const created = await Promise.all(Array.from({ length: 40 }, () => actor.create()));
    for (const { id, scheduledAt } of created) {
      expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({ scheduledAt });
    }
    expect(created[0]?.scheduledAt).toBe('2026-01-01T00:00:00.000Z');
    const notes = (await scenario.api.request<{ notes?: string[] }>('GET', '/health/ready')).body.notes;
    expect(notes).toBeUndefined();
  } finally {
    await scenario.close();
  }
}

/** What a database administrator may set, and what no value may depend on. */
async function speakOtherwise(): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const name = new URL(database.url).pathname.slice(1);
  for (const [setting, value] of [
    ['datestyle', 'German, DMY'],
    ['timezone', 'America/Santiago'],
    ['intervalstyle', 'iso_8601'],
  ]) {
    await client.query(`ALTER DATABASE ${name} SET ${setting} TO '${value}'`);
  }
  await client.end();
}

describe('a database', () => {
  it('may write dates, times and intervals in any style', async () => {
    await speakOtherwise();
    await sendsForty({ databaseUrl: database.url });
  });

  it('may be at a Unix socket', async () => {
    const url = new URL(database.url);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-socket-'));
    const server = net.createServer((client) => {
      const upstream = net.connect(Number(url.port), url.hostname);
      client.pipe(upstream).pipe(client);
      client.on('error', () => upstream.destroy());
      upstream.on('error', () => client.destroy());
    });
    await new Promise<void>((resolve) => server.listen(path.join(folder, '.s.PGSQL.5432'), resolve));
    try {
      await sendsForty({
        databaseUrl: `postgres://${url.username}:${url.password}@${url.pathname}?host=${folder}`,
      });
    } finally {
      await new Promise((resolve) => server.close(resolve));
      fs.rmSync(folder, { recursive: true });
    }
  });
});

(pgbouncer === undefined ? describe.skip : describe)('behind a PgBouncer as it is installed', () => {
  it('in session mode everything is as without', async () => {
    const bouncer = await PgBouncer.start(database.url, 'session');
    try {
      await sendsForty({ databaseUrl: bouncer.url, databaseDirectUrl: database.url, databasePooler: 'session' });
    } finally {
      await bouncer.stop();
    }
  });

  it('in transaction mode all are created and sent at once, in any style of dates', async () => {
    await speakOtherwise();
    const bouncer = await PgBouncer.start(database.url, 'transaction');
    try {
      await sendsForty({ databaseUrl: bouncer.url, databaseDirectUrl: database.url, databasePooler: 'transaction' });
    } finally {
      await bouncer.stop();
    }
  });

  it('in transaction mode the limits of time hold for transactions and leave no trace', async () => {
    const bouncer = await PgBouncer.start(database.url, 'transaction');
    const scenario = await Scenario.start(0, { databaseUrl: bouncer.url, databasePooler: 'transaction' });
    try {
      const row = await scenario.api.app
        .get(Database)
        .transaction((tx) => tx.query({ name: 'one-name', text: connectionText }));
      expect(row).toEqual([{ limit: '30s', style: 'ISO, MDY' }]);
      expect(await execute(scenario.api, connectionText)).toEqual([{ limit: '0', style: 'ISO, MDY' }]);
      expect((await scenario.api.request('GET', '/health/ready')).body).toMatchObject({
        notes: [expect.stringContaining('DATABASE_DIRECT_URL')],
      });
    } finally {
      await scenario.close();
      await bouncer.stop();
    }
  });
});
