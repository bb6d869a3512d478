import { randomUUID } from 'node:crypto';
import { inParallel, ms, quantile, rate } from '../numbers.mjs';
import { now } from '../rpc.mjs';

const atOnce = 32;
const perBatch = 1_000;
const leadMs = 5_000;

/** Actions that are to be done later: how many a second are stored, and how fast and how late they are fired. */
export async function actions(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { actions: count } = bench.sizes;
  await scheduling(bench, count);
  await firing(bench, count);
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} count
 */
async function scheduling(bench, count) {
  const { median, range } = await bench.rounds('schedules', async () =>
    bench.withErrand({ dispatchers: 0 }, async (errand) => {
      const tenant = await errand.tenant();
      const later = new Date(Date.now() + 3_600_000).toISOString();
      const schedule = async () => {
        await errand.post('/v1/dispatch', newAction(tenant, later), tenant.headers);
      };
      await inParallel(Array(Math.ceil(count / 10)).fill(0), atOnce, schedule);
      const start = now();
      await inParallel(Array(count).fill(0), atOnce, schedule);
      return { rate: (count * 1000) / (now() - start) };
    }),
  );
  bench.row({ what: `schedules, ${atOnce} at once`, figure: rate(median), note: range });
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} count
 */
async function firing(bench, count) {
  await bench.withErrand({}, async (errand, sink) => {
    const tenant = await errand.tenant();
    await errand.warmUp(bench.sizes.warmUp);
    await sink.reset();
    // Time for all to be stored, also where that takes 5 ms each.
    const dueAt = Date.now() + leadMs + count * 5;
    const due = new Date(dueAt).toISOString();
    /** @type {string[]} */
    const ids = [];
    const start = now();
    for (let made = 0; made < count; made += perBatch) {
      const batch = Array.from({ length: Math.min(perBatch, count - made) }, () => newAction(tenant, due));
      /** @type {{ action_id: string }[]} */
      const outcomes = await errand.post('/v1/dispatch/batch', batch, tenant.headers);
      ids.push(...outcomes.map(({ action_id }) => action_id));
    }
    const figure = rate((count * 1000) / (now() - start));
    bench.row({ what: `schedules, in batches of ${perBatch.toLocaleString('en')}`, figure });
    if (Date.now() >= dueAt || (await sink.count()) > 0) throw new Error('scheduling took longer than the lead time');
    await sink.received(count);
    await errand.settled();
    const { received, duplicates, lastAt } = await sink.totals();
    if (received !== count || duplicates > 0) throw new Error(`${received} calls, ${duplicates} of them twice`);
    const late = (await sink.arrivalsOf(ids)).map((at) => at - dueAt);
    const what = `${count.toLocaleString('en-US')} due at one moment`;
    bench.row({ what: `${what}: fired`, figure: rate((count * 1000) / (lastAt - dueAt)) });
    for (const share of [0.5, 0.9, 0.99]) {
      bench.row({ what: `${what}: lag, p${share * 100}`, figure: ms(quantile(late, share)) });
    }
  });
}

/**
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {string} scheduledAt
 */
function newAction(tenant, scheduledAt) {
  return {
    id: randomUUID(),
    namespace: 'bench',
    tenant: tenant.id,
    provider: 'sink',
    action_type: 'send_reminder',
    payload: { to: '+15550100001', discount: '15%' },
    scheduled_at: scheduledAt,
  };
}
