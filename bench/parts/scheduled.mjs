import { ms, quantile } from '../numbers.mjs';

const leadMs = 4_000;

/** Many activities due at the same moment: how late the provider gets them. */
export async function scheduled(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { scheduled: count, warmUp } = bench.sizes;
  await bench.withErrand({}, async (errand, sink) => {
    const tenant = await errand.tenant();
    await errand.warmUp(warmUp);
    await sink.reset();
    const dueAt = Date.now() + leadMs;
    const ids = await tenant.seed(count, { scheduledAt: new Date(dueAt).toISOString() });
    if (Date.now() >= dueAt || (await sink.count()) > 0) throw new Error('creating took longer than the lead time');
    await sink.received(count);
    const { firstAt, lastAt } = await sink.totals();
    const lateness = (await sink.arrivalsOf(ids)).map((at) => at - dueAt);
    if (lateness.length !== count) throw new Error(`${lateness.length} of ${count} came`);
    if (firstAt < dueAt) throw new Error(`one came ${dueAt - firstAt} ms early`);
    const p99 = quantile(lateness, 0.99);
    const what = `${count.toLocaleString('en-US')} due at once: due → received`;
    bench.row({ what: `${what}, p50`, figure: ms(quantile(lateness, 0.5)) });
    bench.row({
      what: `${what}, p99`,
      figure: ms(p99),
      value: p99,
      note: `last ${ms(lastAt - dueAt)}`,
      target: { most: 100, unit: 'ms' },
    });
  });
}
