import { setTimeout as delay } from 'node:timers/promises';
import { inParallel, rate } from '../numbers.mjs';
import { now } from '../rpc.mjs';

const tenantsAtOnce = 4;
/** Of the large backlog the first calls are not counted: by then the code is hot, as it is for the small one. */
const settlingMs = 1_000;

/** The drain rate out of a large backlog of many tenants, beside that out of a small one of a single tenant. */
export async function growth(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { growthSmall, growthRows, growthTenants, growthWindowMs, warmUp } = bench.sizes;
  const small = await bench.rounds('small backlog', async () =>
    bench.withErrand({}, async (errand) => {
      const tenant = await errand.tenant();
      await errand.warmUp(warmUp);
      return (await tenant.drain(growthSmall)).rate;
    }),
  );
  bench.row({ what: `backlog of ${label(growthSmall)}, 1 tenant`, figure: rate(small.median), note: small.range });

  const large = await bench.withErrand({ dispatchers: 0 }, async (errand, sink) => {
    await inParallel(Array.from({ length: growthTenants }), tenantsAtOnce, async () => {
      await (await errand.tenant()).seed(growthRows / growthTenants);
    });
    await errand.database.checkpoint();
    await errand.addDispatcher();
    await sink.received(1);
    await delay(settlingMs);
    const [start, before] = [now(), await sink.count()];
    await delay(growthWindowMs);
    const [end, after] = [now(), await sink.count()];
    if (after >= growthRows) throw new Error('the backlog ended within the window');
    return ((after - before) * 1000) / (end - start);
  });
  bench.row({
    what: `backlog of ${label(growthRows)}, ${label(growthTenants)} tenants, over ${growthWindowMs / 1000} s`,
    figure: rate(large),
    ratio: large / small.median,
    of: 'the small backlog',
    target: { least: 0.9 },
  });
}

/** @param {number} count */
const label = (count) => count.toLocaleString('en-US');
