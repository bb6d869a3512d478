import { createPostgresBackend, Queue, runMigrations, Worker } from 'bullmq';
import pg from 'pg';

const name = 'call';

/**
 * Its PostgreSQL backend: https://docs.bullmq.io/guide/postgresql. Completed jobs are removed, as recommended there.
 * A pool of 50, a concurrency of 32 and keeping completed jobs made no difference beyond the noise.
 * @param {import('./process.mjs').Options} options
 * @returns {Promise<import('./process.mjs').Queue>}
 */
export async function open({ databaseUrl, concurrency }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await runMigrations(/** @type {any} */ (client));
  await client.end();
  const connection = { connectionString: databaseUrl, max: 20 };
  const queue = new Queue(name, { connection }, createPostgresBackend);
  return {
    add: async (payloads) => queue.addBulk(payloads.map((data) => ({ name, data }))),
    async work({ one }) {
      const worker = new Worker(
        name,
        async (job) => one(job.data),
        { connection, concurrency, removeOnComplete: { count: 0 } },
        createPostgresBackend,
      );
      return async () => worker.close();
    },
    remaining: async () => queue.getJobCountByTypes('wait', 'active', 'prioritized'),
  };
}
