import { clearInterval, setInterval } from 'node:timers';
import { mean } from '../numbers.mjs';
import { now } from '../rpc.mjs';
import { residentMb } from '../usage.mjs';

const sampleEveryMs = 250;
/** The last quarter may be this much above the second: the heap breathes, a leak grows. */
const flat = 1.15;

/** Resident memory of the dispatcher during a long drain. */
export async function memory(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { memoryRows, warmUp } = bench.sizes;
  await bench.withErrand({}, async (errand) => {
    const [dispatcher] = errand.dispatchers;
    if (!dispatcher) throw new Error('no dispatcher');
    const tenant = await errand.tenant();
    await errand.warmUp(warmUp);
    /** @type {{ at: number, mb: number }[]} */
    const all = [];
    const timer = setInterval(() => all.push({ at: now(), mb: residentMb(dispatcher.pid) }), sampleEveryMs);
    const { totals } = await tenant.drain(memoryRows);
    clearInterval(timer);
    // Not while the activities are created, when the dispatcher has nothing to do.
    const samples = all.flatMap(({ at, mb }) => (at >= totals.firstAt && at <= totals.lastAt ? [mb] : []));
    const peak = Math.max(...samples);
    const quarter = Math.ceil(samples.length / 4);
    const growth = mean(samples.slice(-quarter)) / mean(samples.slice(quarter, 2 * quarter));
    const what = `dispatcher while draining ${memoryRows.toLocaleString('en-US')}`;
    bench.row({
      what: `${what}: peak RSS`,
      figure: `${Math.round(peak)} MB`,
      value: peak,
      target: { most: 300, unit: 'MB' },
    });
    bench.row({
      what: `${what}: RSS at its end`,
      figure: `${Math.round(samples.at(-1) ?? 0)} MB`,
      ratio: growth,
      of: 'last quarter to second',
      target: { most: flat },
    });
  });
}
