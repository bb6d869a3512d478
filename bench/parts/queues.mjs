import { callUrl, samplePayloads } from '../activities.mjs';
import { Contender, contenders } from '../contender.mjs';
import { notes, rate } from '../numbers.mjs';
import { now } from '../rpc.mjs';
import { cpuMs, cpuNote } from '../usage.mjs';

/** The job queues on PostgreSQL, whose handler makes the same call and stores the provider's id. */
export async function queues(/** @type {import('../bench.mjs').Bench} */ bench) {
  let best = 0;
  for (const name of contenders) {
    /** @type {number[]} */
    const cpu = [];
    const { median, range } = await bench.rounds(name, async () => {
      const { perSecond, cpuMsPerCall } = await drainOnce(bench, name);
      cpu.push(cpuMsPerCall);
      return perSecond;
    });
    bench.row({ what: `${name} drains the same`, figure: rate(median), note: notes(range, cpuNote(cpu)) });
    best = Math.max(best, median);
  }
  bench.remember('queues', best);
  bench.row({ what: 'Errand', ratio: bench.ratioOf('drain', best), of: 'the fastest of them', target: { least: 2 } });
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {string} name
 */
async function drainOnce(bench, name) {
  const { drain: count, warmUp, concurrency } = bench.sizes;
  return bench.withSink({ empty: true }, async (database, sink) => {
    await database.query('CREATE TABLE calls (id uuid PRIMARY KEY, provider_id text, sent_at timestamptz)');
    const contender = await Contender.start(name, { database, url: callUrl(sink.url), concurrency });
    try {
      await contender.add(samplePayloads(warmUp));
      await contender.work();
      await contender.drained();
      await contender.rest();
      await contender.add(samplePayloads(count));
      await database.checkpoint();
      await sink.reset();
      const cpuBefore = cpuMs(contender.pid);
      await contender.work();
      await sink.received(count);
      await contender.drained();
      const end = now();
      const cpuMsPerCall = (cpuMs(contender.pid) - cpuBefore) / count;
      const { firstAt } = await sink.totals();
      const [row] = await database.query('SELECT count(*)::int AS stored FROM calls WHERE provider_id IS NOT NULL');
      if (row.stored !== count + warmUp) throw new Error(`${name} stored ${row.stored} of ${count + warmUp} ids`);
      return { perSecond: (count * 1000) / (end - firstAt), cpuMsPerCall };
    } finally {
      await contender.stop();
    }
  });
}
