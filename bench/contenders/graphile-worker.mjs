import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import pg from 'pg';

/**
 * Settings: https://worker.graphile.org/docs/performance, with as many jobs at once as Errand makes calls. Other sizes
 * of the local queue (500), of the pool (25), of concurrency (24) and a batch delay of 20 ms cost it the same processor
 * time per job, within the noise.
 * @param {import('./process.mjs').Options} options
 * @returns {Promise<import('./process.mjs').Queue>}
 */
export async function open({ databaseUrl, concurrency }) {
  const logger = new Logger(() => () => undefined);
  const utils = await makeWorkerUtils({ connectionString: databaseUrl, logger });
  await utils.migrate();
  const looking = new pg.Client({ connectionString: databaseUrl });
  await looking.connect();
  return {
    add: async (payloads) => utils.addJobs(payloads.map((payload) => ({ identifier: 'call', payload }))),
    async work({ one }) {
      const runner = await run({
        connectionString: databaseUrl,
        logger,
        noHandleSignals: true,
        taskList: { call: async (payload) => one(/** @type {any} */ (payload)) },
        preset: {
          worker: {
            concurrentJobs: concurrency,
            maxPoolSize: 10,
            localQueue: { size: concurrency + 1 },
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
          },
        },
      });
      return async () => runner.stop();
    },
    async remaining() {
      const { rows } = await looking.query('SELECT count(*)::int AS n FROM graphile_worker.jobs');
      return rows[0].n;
    },
  };
}
