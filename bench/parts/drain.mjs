import { rate } from '../numbers.mjs';

/** Full work for one tenant: claim, load, send, store the id and the attempt. */
export async function drain(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { sizes } = bench;
  let bytes = 0;
  const { median, range } = await bench.rounds('Errand', async () =>
    bench.withErrand({}, async (errand) => {
      const tenant = await errand.tenant();
      await errand.warmUp(sizes.warmUp);
      const { rate: perSecond, totals } = await tenant.drain(sizes.drain);
      bytes = totals.meanBytes;
      return perSecond;
    }),
  );
  bench.remember('drain', median);
  bench.row({
    what: `one dispatcher drains ${sizes.drain.toLocaleString('en-US')} (${bytes} B a call)`,
    figure: rate(median),
    note: range,
    ratio: bench.ratio(median, 'limit.undici'),
    of: 'bare undici',
    target: { least: 0.5 },
  });
}
