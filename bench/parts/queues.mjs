import { callUrl, samplePayloads } from '../activities.mjs';
import { Contender, contenders } from '../contender.mjs';
import { cpuNote, Meter, microseconds, totalCpu } from '../meter.mjs';
import { notes, rate } from '../numbers.mjs';
import { now } from '../rpc.mjs';

/** The job queues on PostgreSQL, whose handler makes the same call and stores the provider's id. */
export async function queues(/** @type {import('../bench.mjs').Bench} */ bench) {
  let best = 0;
  let leastCpu = Infinity;
  for (const name of contenders) {
    const { median, range, cpus } = await bench.rounds(name, async () => drainOnce(bench, name));
    bench.row({ what: `${name} drains the same`, figure: rate(median), note: notes(range, cpuNote('client', cpus)) });
    best = Math.max(best, median);
    leastCpu = Math.min(leastCpu, totalCpu(cpus));
  }
  bench.remember('queues', best);
  bench.row({ what: 'Errand', ratio: bench.ratioOf('drain', best), of: 'the fastest of them', target: { least: 2 } });
  bench.row({
    what: 'Errand: CPU a call of dispatcher and PostgreSQL',
    figure: microseconds(bench.figures.get('drain.cpu') ?? NaN),
    ratio: bench.ratioOf('drain.cpu', leastCpu),
    of: 'the least of them',
    note: `least ${microseconds(leastCpu)}`,
    target: { most: 1 },
  });
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {string} name
 */
async function drainOnce(bench, name) {
  const { drain: count, warmUp, concurrency } = bench.sizes;
  return bench.withSink({ empty: true, fastSink: true }, async (database, sink) => {
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
      const meter = await Meter.start(database, [contender.pid]);
      await contender.work();
      await sink.received(count);
      await contender.drained();
      const end = now();
      const cpu = await meter.stop(count);
      const { firstAt } = await sink.totals();
      const [row] = await database.query('SELECT count(*)::int AS stored FROM calls WHERE provider_id IS NOT NULL');
      if (row.stored !== count + warmUp) throw new Error(`${name} stored ${row.stored} of ${count + warmUp} ids`);
      return { rate: (count * 1000) / (end - firstAt), cpu };
    } finally {
      await contender.stop();
    }
  });
}
