import { setTimeout as delay } from 'node:timers/promises';
import { inParallel, rate } from '../numbers.mjs';
import { now } from '../rpc.mjs';

const tenantsAtOnce = 4;
/** Of the large backlog the first calls are not counted: by then the code is hot, as it is for the small one. */
const settlingMs = 1_000;

/** The drain rate out of large backlogs of many tenants, beside that out of a small one of a single tenant. */
export async function growth(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { growthSmall, growthRows, growthTenants, growthManyRows, growthManyTenants, warmUp } = bench.sizes;
  const small = await bench.rounds('small backlog', async () =>
    bench.withErrand({ fastSink: true }, async (errand) => {
      const tenant = await errand.tenant();
      await errand.warmUp(warmUp);
      return tenant.drain(growthSmall);
    }),
  );
  bench.row({ what: `backlog of ${label(growthSmall)}, 1 tenant`, figure: rate(small.median), note: small.range });
  await largeBacklog(bench, growthRows, growthTenants, { rate: small.median, least: 0.9 });
  await largeBacklog(bench, growthManyRows, growthManyTenants, { rate: small.median, least: 0.8 });
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} rows
 * @param {number} tenants
 * @param {{ rate: number, least: number }} small the small backlog's rate, and the share of it that is the target
 */
async function largeBacklog(bench, rows, tenants, small) {
  const { growthWindowMs } = bench.sizes;
  const large = await bench.withErrand({ dispatchers: 0, fastSink: true }, async (errand, sink) => {
    await inParallel(Array.from({ length: tenants }), tenantsAtOnce, async () => {
      await (await errand.tenant()).seed(rows / tenants);
    });
    await errand.database.checkpoint();
    await errand.addDispatcher();
    await sink.received(1);
    await delay(settlingMs);
    const [start, before] = [now(), await sink.count()];
    await delay(growthWindowMs);
    const [end, after] = [now(), await sink.count()];
    if (after >= rows) throw new Error('the backlog ended within the window');
    return ((after - before) * 1000) / (end - start);
  });
  bench.row({
    what: `backlog of ${label(rows)}, ${label(tenants)} tenants, over ${growthWindowMs / 1000} s`,
    figure: rate(large),
    ratio: large / small.rate,
    of: 'the small backlog',
    target: { least: small.least },
  });
}

/** @param {number} count */
const label = (count) => count.toLocaleString('en-US');
