import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { callHeaders, commerce, newActivity } from './activities.mjs';
import { mainOf } from './built.mjs';
import { Meter } from './meter.mjs';
import { inParallel } from './numbers.mjs';
import { now, Process } from './rpc.mjs';

const adminKey = 'bench-platform-key-0123456789';
const rowsPerBulk = 1000;
const bulksAtOnce = 3;
/** How often the database is asked whether everything is settled. */
const lookEveryMs = 20;

/** @typedef {import('./postgres.mjs').Database} Database */
/** @typedef {import('./sink.mjs').Sink} Sink */
/** @typedef {{ rate: number, cpu: import('./meter.mjs').Cpu, totals: import('./sink.mjs').Totals }} Drained */

/** One installation of Errand as it runs in production: an api, dispatchers, and a database of their own. */
export class Errand {
  /**
   * @param {Database} database
   * @param {Sink} sink
   * @param {{ dispatchers?: number, profile?: string | undefined }} [options] profile: where CPU profiles are written
   */
  static async start(database, sink, { dispatchers = 1, profile } = {}) {
    const api = await Process.start(mainOf('api'), profiled(environment(database), profile));
    const errand = new Errand(database, sink, api, profile);
    for (let started = 0; started < dispatchers; started += 1) await errand.addDispatcher();
    return errand;
  }

  /**
   * @param {Database} database
   * @param {Sink} sink
   * @param {Process} api
   * @param {string | undefined} profile
   */
  constructor(database, sink, api, profile) {
    this.database = database;
    this.sink = sink;
    this.api = api;
    this.profile = profile;
    /** @type {Process[]} */
    this.dispatchers = [];
    this.agent = new Agent({ connections: 256 });
  }

  async addDispatcher() {
    const options = profiled(environment(this.database), this.profile);
    this.dispatchers.push(await Process.start(mainOf('dispatcher'), options));
  }

  /**
   * A tenant with a store, its owner, and the sink as its provider, or another.
   * @param {{ baseUrl?: string, timeoutMs?: number }} [provider]
   */
  async tenant(provider = {}) {
    const code = `t-${randomUUID()}`;
    const { id } = await this.post('/api/tenants', { code, name: code }, { 'x-api-key': adminKey });
    const admin = { 'x-api-key': adminKey, 'x-tenant-id': id };
    await this.post('/api/commerces', commerce, admin);
    await this.post(
      '/api/dispatch-configs',
      {
        name: 'sink',
        providerCode: 'YOM',
        channel: 'WHATSAPP',
        baseUrl: this.sink.url,
        credentials: { apiKey: callHeaders('')['x-api-key'] },
        ...provider,
      },
      admin,
    );
    const key = await this.post('/api/api-keys', { name: 'bench', permissions: ['CREATE_ACTIVITY'] }, admin);
    return new Tenant(this, id, { 'x-api-key': key.plaintextKey });
  }

  /**
   * @param {string} path
   * @param {unknown} body
   * @param {Record<string, string>} headers
   */
  async post(path, body, headers) {
    return this.send('POST', path, JSON.stringify(body), headers);
  }

  /**
   * @param {'POST' | 'PATCH'} method
   * @param {string} path
   * @param {string} body
   * @param {Record<string, string>} headers
   * @returns {Promise<any>} the answer
   * @throws Error for any status but 2xx
   */
  async send(method, path, body, headers) {
    const response = await request(this.api.url + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      dispatcher: this.agent,
    });
    const text = await response.body.text();
    if (response.statusCode >= 300) throw new Error(`${method} ${path}: ${response.statusCode} ${text}`);
    return JSON.parse(text);
  }

  /** Lets the code that dispatches get hot: a process in production has been running for longer than a second. */
  async warmUp(/** @type {number} */ count) {
    const tenant = await this.tenant();
    await tenant.seed(count);
    await this.settled();
  }

  /** Resolves once no activity waits or is in flight any more. */
  async settled() {
    // As two questions each is answered by an index; as one it would be a scan of the table, again and again.
    const ready = `SELECT FROM activities a WHERE a.tenant_id = t.id AND a.status = 'READY' AND a.next_attempt_at`;
    const unsettled = `SELECT FROM tenants t WHERE EXISTS (${ready} IS NULL) OR EXISTS (${ready} IS NOT NULL) LIMIT 1`;
    while ((await this.database.query(unsettled)).length > 0) {
      await delay(lookEveryMs);
    }
  }

  async stop() {
    await Promise.all(this.dispatchers.map((dispatcher) => dispatcher.stop()));
    await this.api.stop();
    await this.agent.close();
  }
}

/** One tenant of an installation. */
export class Tenant {
  /**
   * @param {Errand} errand
   * @param {string} id
   * @param {Record<string, string>} headers of its own key
   */
  constructor(errand, id, headers) {
    this.errand = errand;
    this.id = id;
    this.headers = headers;
  }

  /** @returns {Promise<{ id: string, status: string }>} the activity */
  async create(/** @type {Record<string, unknown>} */ fields = {}) {
    return this.errand.post('/api/activities', newActivity(fields), this.headers);
  }

  /**
   * Creates through the bulk route.
   * @param {number} count
   * @param {(place: number) => Record<string, unknown>} [fieldsOf]
   * @returns the ids, by place
   */
  async seed(count, fieldsOf) {
    /** @type {string[]} */
    const ids = [];
    const starts = Array.from({ length: Math.ceil(count / rowsPerBulk) }, (_, index) => index * rowsPerBulk);
    await inParallel(starts, bulksAtOnce, async (start) => {
      const size = Math.min(rowsPerBulk, count - start);
      const made = await this.createBulk(bulkBody(size, fieldsOf && ((place) => fieldsOf(start + place))));
      for (const [place, id] of made.entries()) ids[start + place] = id;
    });
    return ids;
  }

  /**
   * @param {string} body
   * @returns {Promise<string[]>} the ids
   */
  async createBulk(body) {
    const { results } = await this.errand.send('POST', '/api/activities/bulk', body, this.headers);
    return results.map((/** @type {{ status: string, activity: { id: string } }} */ result) => {
      if (result.status !== 'created') throw new Error(`not created: ${JSON.stringify(result)}`);
      return result.activity.id;
    });
  }

  async pause() {
    await this.change({ status: 'PAUSED' });
  }

  async resume() {
    await this.change({ status: 'ACTIVE' });
  }

  /**
   * Puts `count` activities in the queue and lets the dispatchers at them.
   * @param {number} count
   * @param {Record<string, unknown>} [fields]
   * @returns {Promise<Drained>} from the first call to the last outcome stored
   * @throws Error when one was not dispatched, or its provider's id or its attempt is missing
   */
  async drain(count, fields = {}) {
    const { sink, database } = this.errand;
    await this.pause();
    await this.seed(count, () => fields);
    await database.checkpoint();
    await sink.reset();
    // The api is idle meanwhile.
    const meter = await Meter.start(
      database,
      this.errand.dispatchers.map(({ pid }) => pid),
    );
    await this.resume();
    await sink.received(count);
    await this.errand.settled();
    const end = now();
    const cpu = await meter.stop(count);
    const totals = await sink.totals();
    await this.verify(count);
    return { rate: (count * 1000) / (end - totals.firstAt), cpu, totals };
  }

  async verify(/** @type {number} */ count) {
    const [found] = await this.errand.database.query(
      `SELECT
        (SELECT count(*)::int FROM activities
         WHERE tenant_id = $1 AND status = 'DISPATCHED' AND provider_activity_id IS NOT NULL) AS dispatched,
        (SELECT count(*)::int FROM activity_events WHERE tenant_id = $1 AND attempt IS NOT NULL) AS attempts`,
      [this.id],
    );
    if (found.dispatched !== count || found.attempts !== count) {
      throw new Error(`of ${count} activities: ${JSON.stringify(found)}`);
    }
  }

  /**
   * @param {string} path
   * @param {Record<string, unknown>} body
   */
  async configure(path, body) {
    await this.errand.post(path, body, { 'x-api-key': adminKey, 'x-tenant-id': this.id });
  }

  /**
   * @param {string} path
   * @param {unknown} [posted] undefined: it is read
   * @param {Record<string, string>} [headers] of a key; the platform's unless given
   * @returns {Promise<{ status: number, body: any }>}
   */
  async ask(path, posted, headers = { 'x-api-key': adminKey, 'x-tenant-id': this.id }) {
    const { statusCode, body } = await request(this.errand.api.url + path, {
      ...(posted === undefined ? {} : { method: 'POST', body: JSON.stringify(posted) }),
      headers: { ...headers, 'content-type': 'application/json' },
      dispatcher: this.errand.agent,
    });
    return { status: statusCode, body: await body.json() };
  }

  /** @param {string[]} permissions @returns a key of its own, as the headers that carry it */
  async key(permissions) {
    const { body } = await this.ask('/api/api-keys', { name: `bench-${randomUUID()}`, permissions });
    return { 'x-api-key': body.plaintextKey };
  }

  /**
   * Follows topics as an open page of the console does.
   * @param {string} topics
   * @param {Record<string, string>} headers of a key; each may follow 20 times
   * @param {AbortSignal} signal ends it
   * @returns once it was told first
   */
  async follow(topics, headers, signal) {
    const path = `/api/console/stream?topics=${topics}`;
    const options = { headers, dispatcher: this.errand.agent, signal };
    const { statusCode, body } = await request(this.errand.api.url + path, options);
    if (statusCode !== 200) throw new Error(`GET ${path}: ${statusCode} ${await body.text()}`);
    body.on('error', () => undefined); // how an aborted one ends
    await once(body, 'data');
    body.resume();
  }

  async change(/** @type {Record<string, unknown>} */ fields) {
    await this.errand.send('PATCH', `/api/tenants/${this.id}`, JSON.stringify(fields), { 'x-api-key': adminKey });
  }
}

/**
 * @param {number} size
 * @param {(place: number) => Record<string, unknown>} [fieldsOf]
 */
export function bulkBody(size, fieldsOf) {
  return JSON.stringify({ activities: Array.from({ length: size }, (_, place) => newActivity(fieldsOf?.(place))) });
}

/**
 * How to start a process, with a CPU profile of it where one is wanted.
 * @param {Record<string, string>} env
 * @param {string | undefined} folder
 */
function profiled(env, folder) {
  if (folder === undefined) return { env };
  const execArgv = ['--import', new URL('profile.mjs', import.meta.url).href];
  return { env: { ...env, BENCH_PROFILE_DIR: folder }, execArgv };
}

/**
 * Production settings, but for the provider on this machine.
 * @param {Database} database
 */
function environment(database) {
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: '0',
    DISPATCHER_PORT: '0',
    ADMIN_API_KEY: adminKey,
    ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
    OUTBOUND_ALLOW_CIDRS: '127.0.0.0/8',
  };
}
