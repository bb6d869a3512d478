import PgBoss from 'pg-boss';

const name = 'call';

/**
 * Batches in several workers. A worker that got a full batch asks again at once (notifyWorker) instead of after its
 * polling interval, whose least value is half a second. Four batches of 100 cost it a fifth less processor time per job
 * than four of 25, and the same as two of 100 or eight of 50.
 * @param {import('./process.mjs').Options} options
 * @returns {Promise<import('./process.mjs').Queue>}
 */
export async function open({ databaseUrl, concurrency }) {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 10, schedule: false });
  boss.on('error', (error) => {
    throw error;
  });
  await boss.start();
  await boss.createQueue(name);
  const workers = 4;
  // A batch is as slow as its slowest call, so several are under way; the connections limit the calls at once.
  const batchSize = concurrency;
  return {
    add: async (payloads) => boss.insert(payloads.map((data) => ({ name, data }))),
    async work({ many }) {
      for (let started = 0; started < workers; started += 1) {
        const id = await boss.work(
          name,
          { batchSize, pollingIntervalSeconds: 0.5, priority: false },
          async (/** @type {{ data: import('../contender.mjs').Payload }[]} */ jobs) => {
            await many(jobs.map(({ data }) => data));
            if (jobs.length === batchSize) boss.notifyWorker(id);
          },
        );
      }
      return async () => boss.offWork(name);
    },
    remaining: async () => boss.getQueueSize(name, { before: 'completed' }),
  };
}
