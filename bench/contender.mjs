import { fileURLToPath } from 'node:url';
import { Process } from './rpc.mjs';

const module = fileURLToPath(new URL('contenders/process.mjs', import.meta.url));

/** The job queues that Errand is compared with; each is a module in contenders/. */
export const contenders = ['graphile-worker', 'pg-boss', 'bullmq'];

/** @typedef {ReturnType<typeof import('./activities.mjs').samplePayload>} Payload */

/** One job queue at work, in a process of its own. */
export class Contender {
  /**
   * @param {string} name
   * @param {{ database: import('./postgres.mjs').Database, url: string, concurrency: number }} options
   */
  static async start(name, { database, url, concurrency }) {
    const process = await Process.start(module, { env: { NODE_ENV: 'production' } });
    await process.ask('open', name, { databaseUrl: database.url, url, concurrency });
    return new Contender(process);
  }

  /** @param {Process} process */
  constructor(process) {
    this.process = process;
    this.pid = process.pid;
  }

  /** Queues calls, a thousand at a time. @param {Payload[]} payloads */
  async add(payloads) {
    await this.process.ask('add', payloads);
  }

  /** Makes the jobs that `ingest` adds. @param {number} count */
  async prepare(count) {
    await this.process.ask('prepare', count);
  }

  /**
   * Adds what was prepared in batches of a thousand.
   * @param {number} atOnce
   * @returns {Promise<number>} jobs per second
   */
  async ingest(atOnce) {
    return this.process.ask('ingest', atOnce);
  }

  async work() {
    await this.process.ask('work');
  }

  /** Stops working; what is queued stays. */
  async rest() {
    await this.process.ask('rest');
  }

  /** Resolves once every job is done as far as the queue is concerned. */
  async drained() {
    await this.process.ask('drained');
  }

  async stop() {
    await this.process.stop();
  }
}
