import { notes, rate } from '../numbers.mjs';
import { cpuNote } from '../usage.mjs';

/** Full work for one tenant: claim, load, send, store the id and the attempt. */
export async function drain(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { sizes } = bench;
  let bytes = 0;
  /** @type {number[]} */
  const cpu = [];
  const { median, range } = await bench.rounds('Errand', async () =>
    bench.withErrand({}, async (errand) => {
      const tenant = await errand.tenant();
      await errand.warmUp(sizes.warmUp);
      const { rate: perSecond, cpuMsPerCall, totals } = await tenant.drain(sizes.drain);
      bytes = totals.meanBytes;
      cpu.push(cpuMsPerCall);
      return perSecond;
    }),
  );
  bench.remember('drain', median);
  bench.row({
    what: `one dispatcher drains ${sizes.drain.toLocaleString('en-US')} (${bytes} B a call)`,
    figure: rate(median),
    note: notes(range, cpuNote(cpu)),
    ratio: bench.ratio(median, 'limit.undici'),
    of: 'bare undici',
    target: { least: 0.5 },
  });
}
