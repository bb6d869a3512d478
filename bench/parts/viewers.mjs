import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { createToReceived } from '../create-to-received.mjs';
import { median, ms, quantile } from '../numbers.mjs';
import { fillActivities, fillHistory } from '../year-of-use.mjs';

/** Between two samples. */
const gapMs = 20;
const leadMs = 2_000;
/** How often a page asks for the changes of its rows. */
const lookEveryMs = 5_000;
/** After so many of them it asks for what changes less. */
const looksBetween = 3;
const dayMs = 86_400_000;
const rowsOfPage = 25;
const statuses = ['READY', 'UNRESOLVED', 'DISPATCHED', 'COMPLETED', 'FAILED', 'CANCELED'];

/**
 * What sending feels of people who watch: one tenant with two million activities, whose list and overview are open in 50
 * windows, with what these ask for again and again. Without and with them in turn, so that a bad minute of the machine falls on both.
 */
export async function viewers(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { viewers: count, viewerRounds, viewerSamples, listRows, warmUp } = bench.sizes;
  await bench.withErrand({ dispatchers: 0 }, async (errand, sink) => {
    const tenant = await errand.tenant();
    await fillActivities(tenant, listRows);
    await fillHistory(tenant);
    await errand.addDispatcher();
    await tenant.seed(warmUp);
    await sink.received(warmUp);
    const keys = await Promise.all(Array.from({ length: count }, async () => tenant.key(['VIEW_ACTIVITIES'])));
    for (const [what, take] of Object.entries({ 'due → received': dueToReceived, 'create → received': created })) {
      await take(tenant, viewerSamples);
      /** @type {number[]} */
      const alone = [];
      /** @type {number[]} */
      const watched = [];
      for (let round = 0; round < viewerRounds; round += 1) {
        alone.push(...(await take(tenant, viewerSamples)));
        const windows = new AbortController();
        setMaxListeners(0, windows.signal); // a few of each window
        const shown = await Promise.all(keys.map(async (key) => open(tenant, key, windows.signal)));
        const looking = Promise.all(
          shown.map(async (ids, place) => watch(tenant, keys[place] ?? {}, ids, place / count, windows.signal)),
        );
        looking.catch(() => windows.abort());
        watched.push(...(await take(tenant, viewerSamples)));
        windows.abort();
        await looking;
      }
      const [p99, p99Watched] = [quantile(alone, 0.99), quantile(watched, 0.99)];
      bench.row({
        what: `${what} while nobody looks, p99 of ${alone.length}`,
        figure: ms(p99),
        note: `p50 ${ms(median(alone))}`,
      });
      bench.row({
        what: `the same while ${count} look`,
        figure: ms(p99Watched),
        note: `p50 ${ms(median(watched))}`,
        ratio: p99Watched / p99,
        of: 'while nobody looks',
        target: { most: 1.05 },
      });
    }
  });
}

/**
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {number} count
 */
async function created(tenant, count) {
  /** @type {number[]} */
  const samples = [];
  while (samples.length < count) {
    samples.push(await createToReceived(tenant));
    await delay(gapMs);
  }
  return samples;
}

/**
 * Of activities that are due one after the other.
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {number} count
 */
async function dueToReceived(tenant, count) {
  const { sink } = tenant.errand;
  await sink.reset();
  const begin = Date.now() + leadMs;
  const dueOf = (/** @type {number} */ place) => begin + place * gapMs;
  const ids = await tenant.seed(count, (place) => ({ scheduledAt: new Date(dueOf(place)).toISOString() }));
  if (Date.now() >= begin) throw new Error('creating took longer than the lead time');
  await sink.received(count);
  const arrivals = await sink.arrivalsOf(ids);
  if (arrivals.length !== count) throw new Error(`${arrivals.length} of ${count} came`);
  return arrivals.map((at, place) => at - dueOf(place));
}

/**
 * Opens a window: the stream and the list.
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {Record<string, string>} key
 * @param {AbortSignal} signal closes it
 * @returns {Promise<string[]>} the ids of the rows that it shows
 */
async function open(tenant, key, signal) {
  await tenant.follow('overview,configs', key, signal);
  const body = await read(tenant, key, `/api/activities?perPage=${rowsOfPage}&total=capped&include=waitingFor`);
  return body.data.map((/** @type {{ id: string }} */ activity) => activity.id);
}

/**
 * Asks as a window does: every five seconds what became of the rows, every fifteen how many there are of each status and
 * what the overview draws.
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {Record<string, string>} key
 * @param {string[]} ids
 * @param {number} phase 0 … 1, so that they do not all ask at once
 * @param {AbortSignal} signal
 */
async function watch(tenant, key, ids, phase, signal) {
  const pause = async (/** @type {number} */ time) => delay(time, undefined, { signal }).catch(() => undefined);
  const changes = `/api/activities/changes?ids=${ids.join(',')}&newerThan=${ids[0]}`;
  await pause(phase * lookEveryMs);
  for (let looks = Math.floor(phase * looksBetween); !signal.aborted; looks += 1) {
    const more = looks % looksBetween === 0 ? slowly() : [];
    await Promise.all([changes, ...more].map(async (path) => read(tenant, key, path)));
    await pause(lookEveryMs);
  }
}

const slowly = () => {
  const day = `from=${new Date(Date.now() - dayMs).toISOString()}&to=${new Date().toISOString()}`;
  return [
    ...statuses.map((status) => `/api/activities?status=${status}&perPage=1&total=capped`),
    ...[`/api/stats/activities?${day}&step=5m`, `/api/stats/failures?${day}`],
  ];
};

/**
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {Record<string, string>} key
 * @param {string} path
 * @returns what is answered
 */
async function read(tenant, key, path) {
  const { status, body } = await tenant.ask(path, undefined, key);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}
