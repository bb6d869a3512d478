import { ms, quantile } from '../numbers.mjs';

const leadMs = 4_000;

/** Many activities due within a second, and at the same moment: how late the provider gets them. */
export async function scheduled(/** @type {import('../bench.mjs').Bench} */ bench) {
  await lateness(bench, 'within a second', 1_000, 20);
  await lateness(bench, 'at one moment', 0, 150);
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {string} when
 * @param {number} spreadMs
 * @param {number} most ms that they may be late at p99
 */
async function lateness(bench, when, spreadMs, most) {
  const { scheduled: count, warmUp } = bench.sizes;
  await bench.withErrand({}, async (errand, sink) => {
    const tenant = await errand.tenant();
    await errand.warmUp(warmUp);
    await sink.reset();
    const dueAt = Date.now() + leadMs;
    const due = Array.from({ length: count }, (_, place) => dueAt + Math.floor((place * spreadMs) / count));
    const ids = await tenant.seed(count, (place) => ({ scheduledAt: new Date(due[place] ?? dueAt).toISOString() }));
    if (Date.now() >= dueAt || (await sink.count()) > 0) throw new Error('creating took longer than the lead time');
    await sink.received(count);
    const arrivals = await sink.arrivalsOf(ids);
    if (arrivals.length !== count) throw new Error(`${arrivals.length} of ${count} came`);
    const late = arrivals.map((at, place) => at - (due[place] ?? dueAt));
    const earliest = Math.min(...late);
    if (earliest < 0) throw new Error(`one came ${-earliest} ms early`);
    const p99 = quantile(late, 0.99);
    const what = `${count.toLocaleString('en-US')} due ${when}: due → received`;
    bench.row({ what: `${what}, p50`, figure: ms(quantile(late, 0.5)) });
    bench.row({
      what: `${what}, p99`,
      figure: ms(p99),
      value: p99,
      note: `most ${ms(Math.max(...late))}`,
      target: { most, unit: 'ms' },
    });
  });
}
