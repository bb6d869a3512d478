// A job queue in a process of its own, with the handler that all of them share: make the call, store the id.
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Agent, request } from 'undici';
import { callHeaders, samplePayloads } from '../activities.mjs';
import { inParallel } from '../numbers.mjs';
import { now, serve } from '../rpc.mjs';

/** @typedef {import('../contender.mjs').Payload} Payload */
/**
 * @typedef {object} Queue
 * @property {(payloads: Payload[]) => Promise<unknown>} add one batch, in one statement where the queue can
 * @property {(handlers: Handlers) => Promise<() => Promise<unknown>>} work returns what stops it
 * @property {() => Promise<number>} remaining
 */
/**
 * @typedef {object} Handlers
 * @property {(payload: Payload) => Promise<void>} one
 * @property {(payloads: Payload[]) => Promise<void>} many for queues that hand out batches: the ids are stored together
 */
/** @typedef {{ databaseUrl: string, url: string, concurrency: number }} Options */

const batchSize = 1000;
/** Connections that store the ids; more of them only queue up inside PostgreSQL. */
const poolSize = 10;
const lookEveryMs = 5;

/** @type {Queue} */
let queue;
/** @type {pg.Pool} */
let calls;
/** @type {Handlers} */
let handlers;
/** @type {Payload[]} */
let prepared = [];
/** @type {() => Promise<unknown>} */
let rest = async () => undefined;

/** @param {Options} options @returns {Handlers} */
function handlersFor({ url, concurrency }) {
  const dispatcher = new Agent({ connections: concurrency });
  const call = async (/** @type {Payload} */ payload) => {
    const body = JSON.stringify(payload);
    const answer = await request(url, { method: 'POST', headers: callHeaders(payload.id), body, dispatcher });
    return JSON.parse(await answer.body.text()).id;
  };
  return {
    async one(payload) {
      const values = [payload.id, await call(payload)];
      const text = 'UPDATE calls SET provider_id = $2, sent_at = now() WHERE id = $1';
      await calls.query({ name: 'store-one', text, values });
    },
    async many(payloads) {
      const ids = await Promise.all(payloads.map(call));
      const text = `UPDATE calls c SET provider_id = s.provider_id, sent_at = now()
        FROM unnest($1::uuid[], $2::text[]) AS s (id, provider_id) WHERE c.id = s.id`;
      await calls.query({ name: 'store-many', text, values: [payloads.map(({ id }) => id), ids] });
    },
  };
}

/** @param {Payload[]} payloads @returns {Payload[][]} */
function batchesOf(payloads) {
  return Array.from({ length: Math.ceil(payloads.length / batchSize) }, (_, index) =>
    payloads.slice(index * batchSize, (index + 1) * batchSize),
  );
}

serve({
  async open(/** @type {string} */ name, /** @type {Options} */ options) {
    const contender = await import(`./${name}.mjs`);
    queue = await contender.open(options);
    calls = new pg.Pool({ connectionString: options.databaseUrl, max: poolSize });
    handlers = handlersFor(options);
  },
  /** Queues the calls, and makes the rows of ours that will hold their ids. */
  async add(/** @type {Payload[]} */ payloads) {
    await calls.query('INSERT INTO calls (id) SELECT unnest($1::uuid[])', [payloads.map(({ id }) => id)]);
    for (const batch of batchesOf(payloads)) await queue.add(batch);
  },
  prepare(/** @type {number} */ count) {
    prepared = samplePayloads(count);
  },
  async ingest(/** @type {number} */ atOnce) {
    const batches = batchesOf(prepared);
    const start = now();
    await inParallel(batches, atOnce, async (batch) => void (await queue.add(batch)));
    return (prepared.length * 1000) / (now() - start);
  },
  async work() {
    rest = await queue.work(handlers);
  },
  async rest() {
    await rest();
  },
  async drained() {
    while ((await queue.remaining()) > 0) await delay(lookEveryMs);
  },
});
