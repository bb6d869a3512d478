import { setTimeout as delay } from 'node:timers/promises';
import { createToReceived } from '../create-to-received.mjs';
import { ms, quantile } from '../numbers.mjs';

/** Between two samples the system gets idle again. */
const gapMs = 20;
const unmeasured = 20;

/** Create → the provider has it, one at a time on an idle system. */
export async function latency(/** @type {import('../bench.mjs').Bench} */ bench) {
  await bench.withErrand({}, async (errand) => {
    const tenant = await errand.tenant();
    /** @type {number[]} */
    const samples = [];
    for (let taken = 0; taken < bench.sizes.latencySamples + unmeasured; taken += 1) {
      samples.push(await createToReceived(tenant));
      await delay(gapMs);
    }
    samples.splice(0, unmeasured);
    for (const [name, share, most] of /** @type {const} */ ([
      ['p50', 0.5, 10],
      ['p99', 0.99, 25],
    ])) {
      const value = quantile(samples, share);
      bench.row({
        what: `create → received, idle, ${name} of ${samples.length}`,
        figure: ms(value),
        value,
        target: { most, unit: 'ms' },
      });
    }
  });
}
