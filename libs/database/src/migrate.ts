import { setTimeout as delay } from 'node:timers/promises';
import { Client, type PoolConfig } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { prepareSession, preparing } from './connecting';
import { type AppRole, grantTo } from './grants';
import { reasonOf } from './sql-errors';

/** By which the server knows its connections. */
const name = 'errand-migrate';
/** Any fixed number: ASCII “errand”. Whoever holds it migrates. */
const lockKey = 0x657272616e64;
const oldestServer = 14;

/**
 * Applies the migrations that the database has not seen, in order, each in its own transaction unless it sets
 * `transaction = false`. Of two that run at once the second waits and finds nothing to do.
 * @param databaseUrl of the owner, past any pooler, see {@link ownerUrl}
 * @param migrations oldest first; class names end in a 13-digit number, by which TypeORM orders them
 * @param app the role that the processes work as, which is given its rights in the same run; none where it is the owner
 * @returns the names applied by this call
 * @throws Error when the server is older than PostgreSQL 14, or when a migration fails (the ones before it stay),
 *   or when the role cannot be given its rights
 */
export async function runMigrations(
  databaseUrl: string,
  migrations: readonly (new () => MigrationInterface)[],
  app?: AppRole,
): Promise<string[]> {
  const guard = new Client({ connectionString: databaseUrl, keepAlive: true });
  let lost: Error | undefined;
  guard.on('error', (error) => {
    lost = error;
  });
  await guard.connect().catch((error: Error) => {
    throw new Error(`Cannot connect to PostgreSQL: ${reasonOf(error)}`, { cause: error });
  });
  try {
    await prepareSession(guard, name, false);
    await refuseOldServer(guard);
    await takeLock(guard);
    const applied = await applyPending(databaseUrl, migrations);
    if (app) await grantTo(guard, app);
    if (lost) throw new Error('The connection that held the migration lock was lost', { cause: lost });
    return applied;
  } finally {
    await guard.end(); // releases the lock
  }
}

async function refuseOldServer(guard: Client): Promise<void> {
  const { rows } = await guard.query<{ version: string; number: number }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number`,
  );
  const server = rows[0];
  if (server && server.number < oldestServer * 10_000) {
    throw new Error(`Errand needs PostgreSQL ${oldestServer} or later; DATABASE_URL is a PostgreSQL ${server.version}`);
  }
}

/**
 * Asks again and again instead of waiting inside the server: a session that waits in pg_advisory_lock holds a
 * snapshot, and CREATE INDEX CONCURRENTLY in the migration of the other would wait for it for ever.
 */
async function takeLock(guard: Client): Promise<void> {
  for (;;) {
    const { rows } = await guard.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [lockKey]);
    if (rows[0]?.taken) return;
    await delay(100);
  }
}

async function applyPending(
  databaseUrl: string,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    extra: {
      connectionString: databaseUrl,
      // Without limits of time: a migration may be long.
      onConnect: preparing(name, false),
    } satisfies PoolConfig,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    logger: 'debug', // silent; the caller reports
  });
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations()).map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
