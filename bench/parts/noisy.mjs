import { setTimeout as delay } from 'node:timers/promises';
import { createToReceived } from '../create-to-received.mjs';
import { ms, quantile } from '../numbers.mjs';

/** How many samples the small tenant gives when it is alone. */
const samplesAlone = 100;

/** A tenant with a large backlog beside one that creates now and then: what the small one feels of it. */
export async function noisy(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { noisyBacklog, noisyEveryMs, warmUp } = bench.sizes;
  await bench.withErrand({}, async (errand, sink) => {
    const small = await errand.tenant();
    const large = await errand.tenant();
    await errand.warmUp(warmUp);
    const alone = await sampleUntil(small, noisyEveryMs, async (taken) => taken >= samplesAlone);

    await large.pause();
    await large.seed(noisyBacklog);
    await errand.database.checkpoint();
    await sink.reset();
    await large.resume();
    await sink.received(1);
    const beside = await sampleUntil(small, noisyEveryMs, async () => (await sink.count()) >= noisyBacklog);

    const [p99Alone, p99Beside] = [quantile(alone, 0.99), quantile(beside, 0.99)];
    bench.row({
      what: `small tenant alone: create → received, p99 of ${alone.length}`,
      figure: ms(p99Alone),
      note: `p50 ${ms(quantile(alone, 0.5))}`,
    });
    bench.row({
      what: `the same beside ${noisyBacklog.toLocaleString('en-US')} due of another tenant, p99 of ${beside.length}`,
      figure: ms(p99Beside),
      note: `p50 ${ms(quantile(beside, 0.5))}`,
      ratio: p99Beside / p99Alone,
      of: 'alone',
      target: { most: 3 },
    });
  });
}

/**
 * Creates at a steady pace, however long each takes.
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {number} everyMs
 * @param {(taken: number) => Promise<boolean>} isOver
 */
async function sampleUntil(tenant, everyMs, isOver) {
  /** @type {Promise<number>[]} */
  const samples = [];
  while (!(await isOver(samples.length))) {
    samples.push(createToReceived(tenant));
    await delay(everyMs);
  }
  return Promise.all(samples);
}
