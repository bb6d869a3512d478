import { Logger, makeWorkerUtils, run, runMigrations } from 'graphile-worker';
import pg from 'pg';

/**
 * Settings: https://worker.graphile.org/docs/performance, with as many jobs at once as Errand makes calls. Measured on
 * 2 cores: a completeJobBatchDelay of 0 and a local queue of 500 are the best of what was tried.
 * @param {import('./process.mjs').Options} options
 * @returns {Promise<import('./process.mjs').Queue>}
 */
export async function open({ databaseUrl, concurrency }) {
  const pgPool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const logger = new Logger(() => () => undefined);
  await runMigrations({ pgPool, logger });
  const utils = await makeWorkerUtils({ pgPool, logger });
  return {
    add: async (payloads) => utils.addJobs(payloads.map((payload) => ({ identifier: 'call', payload }))),
    async work({ one }) {
      const runner = await run({
        pgPool,
        logger,
        noHandleSignals: true,
        taskList: { call: async (payload) => one(/** @type {any} */ (payload)) },
        preset: {
          worker: {
            concurrentJobs: concurrency,
            localQueue: { size: 500 },
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
          },
        },
      });
      return async () => runner.stop();
    },
    async remaining() {
      const { rows } = await pgPool.query('SELECT count(*)::int AS n FROM graphile_worker.jobs');
      return rows[0].n;
    },
  };
}
