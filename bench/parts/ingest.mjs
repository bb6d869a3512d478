import { newActivity } from '../activities.mjs';
import { Contender } from '../contender.mjs';
import { bulkBody } from '../errand.mjs';
import { cpuNote, Meter } from '../meter.mjs';
import { inParallel, notes, rate } from '../numbers.mjs';
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
      return timed(errand, { calls: bodies(singles), perCall: 1, atOnce: singlesAtOnce }, async (body) => {
        await errand.send('POST', '/api/activities', body, tenant.headers);
      });
    }),
  );
  bench.row({
    what: `single creates, ${singlesAtOnce} at once`,
    figure: rate(single.median),
    value: single.median,
    target: { least: 3_000, unit: '/s' },
    note: notes(single.range, cpuNote('api', single.cpus, 'create')),
  });

  const many = await bench.rounds('bulk creates', async () =>
    bench.withErrand({ dispatchers: 0 }, async (errand) => {
      const tenant = await errand.tenant();
      const calls = Array.from({ length: bulk / rowsPerBulk }, () => bulkBody(rowsPerBulk));
      return timed(errand, { calls, perCall: rowsPerBulk, atOnce: bulksAtOnce }, async (body) => {
        await tenant.createBulk(body);
      });
    }),
  );
  const jobs = await bench.rounds('addJobs', async () => addJobs(bench, bulk));
  bench.row({
    what: 'graphile-worker addJobs, 1,000 a call, in process',
    figure: rate(jobs.median),
    note: notes(jobs.range, cpuNote('client', jobs.cpus, 'create')),
  });
  bench.row({
    what: `bulk creates over HTTP, 1,000 a call, ${bulksAtOnce} at once`,
    figure: rate(many.median),
    value: many.median,
    target: { least: 17_000, unit: '/s' },
    ratio: many.median / jobs.median,
    of: 'addJobs',
    note: notes(many.range, cpuNote('api', many.cpus, 'create')),
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
      await contender.prepare(count);
      const meter = await Meter.start(database, [contender.pid]);
      const perSecond = await contender.ingest(bulksAtOnce);
      return { rate: perSecond, cpu: await meter.stop(count) };
    } finally {
      await contender.stop();
    }
  });
}

/** @param {number} count */
const bodies = (count) => Array.from({ length: count }, () => JSON.stringify(newActivity()));

/**
 * @param {import('../errand.mjs').Errand} errand
 * @param {{ calls: string[], perCall: number, atOnce: number }} work perCall: how many a call creates
 * @param {(body: string) => Promise<void>} call
 * @returns {Promise<import('../bench.mjs').Measured>} creates per second, after a tenth of them
 */
async function timed({ api, database }, { calls, perCall, atOnce }, call) {
  const warmUp = Math.ceil(calls.length / 10);
  await inParallel(calls.slice(0, warmUp), atOnce, call);
  const created = (calls.length - warmUp) * perCall;
  const meter = await Meter.start(database, [api.pid]);
  const start = now();
  await inParallel(calls.slice(warmUp), atOnce, call);
  const perSecond = (created * 1000) / (now() - start);
  return { rate: perSecond, cpu: await meter.stop(created) };
}
