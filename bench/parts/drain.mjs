import { cpuNote, totalCpu } from '../meter.mjs';
import { notes, rate } from '../numbers.mjs';

/** Full work for one tenant: claim, load, send, store the id and the attempt. */
export async function drain(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { sizes } = bench;
  let bytes = 0;
  const { median, range, cpus } = await bench.rounds('Errand', async () =>
    bench.withErrand({ fastSink: true }, async (errand) => {
      const tenant = await errand.tenant();
      await errand.warmUp(sizes.warmUp);
      const drained = await tenant.drain(sizes.drain);
      bytes = drained.totals.meanBytes;
      return drained;
    }),
  );
  bench.remember('drain', median);
  bench.remember('drain.cpu', totalCpu(cpus));
  bench.row({
    what: `one dispatcher drains ${sizes.drain.toLocaleString('en-US')} (${bytes} B a call)`,
    figure: rate(median),
    note: notes(range, cpuNote('dispatcher', cpus)),
    ratio: bench.ratio(median, 'limit.undici'),
    of: 'bare undici',
    target: { least: 0.5 },
  });
}
