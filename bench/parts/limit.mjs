import { fileURLToPath } from 'node:url';
import { callUrl } from '../activities.mjs';
import { microseconds, totalCpu } from '../meter.mjs';
import { notes, rate } from '../numbers.mjs';
import { Process } from '../rpc.mjs';

const module = fileURLToPath(new URL('../limit.process.mjs', import.meta.url));

/** The same calls with nothing around them: what a dispatcher's HTTP could reach at most. */
export async function limit(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { drain, warmUp, concurrency } = bench.sizes;
  for (const client of ['undici', 'axios']) {
    const { median, range, cpus } = await bench.rounds(client, async () => {
      const sink = await bench.sink({ fastSink: true });
      const caller = await Process.start(module);
      try {
        return await caller.ask('run', client, callUrl(sink.url), { count: drain, warmUp, concurrency });
      } finally {
        await caller.stop();
        await sink.stop();
      }
    });
    bench.remember(`limit.${client}`, median);
    bench.row({
      what: `bare ${client} loop, ${concurrency} at once`,
      figure: rate(median),
      note: notes(range, `CPU a call: ${microseconds(totalCpu(cpus))}`),
    });
  }
}
