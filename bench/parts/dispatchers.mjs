import { rate } from '../numbers.mjs';

const most = 3;

/** Several dispatchers on one queue: what each adds, and that none sends what another has sent. */
export async function dispatchers(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { drain, warmUp } = bench.sizes;
  let alone = 0;
  for (let count = 1; count <= most; count += 1) {
    let duplicates = 0;
    const { median, range } = await bench.rounds(`${count} at once`, async () =>
      bench.withErrand({ dispatchers: count }, async (errand) => {
        const tenant = await errand.tenant();
        await errand.warmUp(warmUp * count);
        const drained = await tenant.drain(drain);
        duplicates += drained.totals.duplicates;
        return drained;
      }),
    );
    alone ||= median;
    bench.row({
      what: `${count} dispatcher${count > 1 ? 's' : ''}`,
      figure: rate(median),
      note: range,
      ...(count > 1 ? { ratio: median / alone, of: 'one' } : {}),
    });
    bench.row({
      what: `calls made twice with ${count}`,
      figure: String(duplicates),
      value: duplicates,
      target: { most: 0, unit: '' },
    });
  }
}
