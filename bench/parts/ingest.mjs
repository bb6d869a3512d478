import { newActivity } from '../activities.mjs';
import { Contender } from '../contender.mjs';
import { bulkBody } from '../errand.mjs';
import { inParallel, rate } from '../numbers.mjs';
import { now } from '../rpc.mjs';

const singlesAtOnce = 32;
const bulksAtOnce = 4;
const rowsPerBulk = 1000;

/** Creating over HTTP, one by one and a thousand at a time, beside graphile-worker's addJobs in its own process. */
export async function ingest(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { singles, bulk } = bench.sizes;
  const single = await bench.rounds('single creates', async () =>
    bench.withErrand({ dispatchers: 0 }, async (errand) => {
      const tenant = await errand.tenant();
      return timed(bodies(singles), singlesAtOnce, async (body) => {
        await errand.send('POST', '/api/activities', body, tenant.headers);
      });
    }),
  );
  bench.row({
    what: `single creates, ${singlesAtOnce} at once`,
    figure: rate(single.median),
    note: single.range,
  });

  const many = await bench.rounds('bulk creates', async () =>
    bench.withErrand({ dispatchers: 0 }, async (errand) => {
      const tenant = await errand.tenant();
      const calls = Array.from({ length: bulk / rowsPerBulk }, () => bulkBody(rowsPerBulk));
      return (
        rowsPerBulk *
        (await timed(calls, bulksAtOnce, async (body) => {
          await tenant.createBulk(body);
        }))
      );
    }),
  );
  const jobs = await bench.rounds('addJobs', async () => addJobs(bench, bulk));
  bench.row({ what: 'graphile-worker addJobs, 1,000 a call, in process', figure: rate(jobs.median), note: jobs.range });
  bench.row({
    what: `bulk creates over HTTP, 1,000 a call, ${bulksAtOnce} at once`,
    figure: rate(many.median),
    note: many.range,
    ratio: many.median / jobs.median,
    of: 'addJobs',
    target: { least: 0.5 },
  });
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} count
 */
async function addJobs(bench, count) {
  return bench.withSink({ empty: true }, async (database, sink) => {
    const contender = await Contender.start('graphile-worker', { database, url: sink.url, concurrency: bulksAtOnce });
    try {
      return await contender.ingest(count, bulksAtOnce);
    } finally {
      await contender.stop();
    }
  });
}

/** @param {number} count */
const bodies = (count) => Array.from({ length: count }, () => JSON.stringify(newActivity()));

/**
 * @param {string[]} calls
 * @param {number} atOnce
 * @param {(body: string) => Promise<void>} call
 * @returns calls per second, after a tenth of them
 */
async function timed(calls, atOnce, call) {
  const warmUp = Math.ceil(calls.length / 10);
  await inParallel(calls.slice(0, warmUp), atOnce, call);
  const start = now();
  await inParallel(calls.slice(warmUp), atOnce, call);
  return ((calls.length - warmUp) * 1000) / (now() - start);
}
