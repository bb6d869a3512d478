import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { built } from '../built.mjs';
import { median } from '../numbers.mjs';

const batch = 100;
const samples = 50;

/**
 * What a claim takes before and after the table has been updated a million times, as a day of work does: a claim and
 * its return are two updates of each row. The plan is printed with the progress.
 */
export async function health(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { claimQueued } = await import(built('libs/activities/src/sql/claim.sql.js'));
  const { returnClaims } = await import(built('libs/activities/src/sql/lease.sql.js'));
  const { healthRows, healthUpdates } = bench.sizes;
  await bench.withErrand({ dispatchers: 0 }, async (errand) => {
    const { database } = errand;
    const tenant = await errand.tenant();
    await tenant.seed(healthRows);
    await database.query('ANALYZE activities');

    const claimValues = () => [tenant.id, randomUUID(), new Date(Date.now() + 60_000), new Date(), batch, 'WHATSAPP'];
    /** @returns {Promise<number>} how many were claimed and returned */
    const cycle = async (/** @type {number[]} */ times = []) => {
      const values = claimValues();
      const startedAt = performance.now();
      const claimed = await database.query(claimQueued.text, values);
      times.push(performance.now() - startedAt);
      const ids = claimed.map(({ id }) => id);
      await database.query(returnClaims.text, [tenant.id, ids, ids.map(() => values[1]), new Date()]);
      return ids.length;
    };
    const claimMs = async () => {
      /** @type {number[]} */
      const times = [];
      while (times.length < samples) await cycle(times);
      return median(times);
    };

    const before = await claimMs();
    for (let updates = 0; updates < healthUpdates;) updates += 2 * (await cycle());
    const after = await claimMs();
    await database.query('BEGIN');
    const plan = await database.query(`EXPLAIN (ANALYZE, BUFFERS) ${claimQueued.text}`, claimValues());
    await database.query('ROLLBACK');
    for (const line of plan) bench.say(`  ${line['QUERY PLAN']}`);
    const what = `claim of ${batch} out of ${healthRows.toLocaleString('en-US')}`;
    bench.row({ what, figure: `${before.toFixed(2)} ms` });
    bench.row({
      what: `${what} after ${healthUpdates.toLocaleString('en-US')} updates`,
      figure: `${after.toFixed(2)} ms`,
      ratio: after / before,
      of: 'the time before',
    });
  });
}
