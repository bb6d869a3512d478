import { fileURLToPath } from 'node:url';
import { callUrl } from '../activities.mjs';
import { notes, rate } from '../numbers.mjs';
import { Process } from '../rpc.mjs';
import { Sink } from '../sink.mjs';
import { cpuNote } from '../usage.mjs';

const module = fileURLToPath(new URL('../limit.process.mjs', import.meta.url));

/** The same calls with nothing around them: what a dispatcher's HTTP could reach at most. */
export async function limit(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { drain, warmUp, concurrency } = bench.sizes;
  for (const client of ['undici', 'axios']) {
    /** @type {number[]} */
    const cpu = [];
    const { median, range } = await bench.rounds(client, async () => {
      const sink = await Sink.start();
      const caller = await Process.start(module);
      try {
        const options = { count: drain, warmUp, concurrency };
        const { perSecond, cpuMsPerCall } = await caller.ask('run', client, callUrl(sink.url), options);
        cpu.push(cpuMsPerCall);
        return perSecond;
      } finally {
        await caller.stop();
        await sink.stop();
      }
    });
    bench.remember(`limit.${client}`, median);
    bench.row({
      what: `bare ${client} loop, ${concurrency} at once`,
      figure: rate(median),
      note: notes(range, cpuNote(cpu)),
    });
  }
}
