import { fileURLToPath } from 'node:url';
import { Process } from './rpc.mjs';

const ownModule = fileURLToPath(new URL('sink.process.mjs', import.meta.url));
const nginxModule = fileURLToPath(new URL('nginx.process.mjs', import.meta.url));

/**
 * @typedef {object} Totals what came since the last reset
 * @property {number} received
 * @property {number} duplicates requests whose Idempotency-Key had come before
 * @property {number} meanBytes of the bodies
 * @property {number} firstAt ms since 1970
 * @property {number} lastAt ms since 1970
 */

/** The provider's server, in a process of its own. */
export class Sink {
  /** Our own, which knows when each call came. */
  static async start() {
    return new Sink(await Process.start(ownModule));
  }

  /** nginx, which leaves more of the machine to what is measured; it has no answer to `arrivalOf` and `arrivalsOf`. */
  static async startNginx() {
    return new Sink(await Process.start(nginxModule));
  }

  /** @param {Process} process */
  constructor(process) {
    this.process = process;
    this.url = process.url;
  }

  /** @returns {Promise<void>} */
  async reset() {
    return this.process.ask('reset');
  }

  /**
   * Resolves once `count` requests have come since the reset.
   * @param {number} count
   * @returns {Promise<void>}
   */
  async received(count) {
    return this.process.ask('received', count);
  }

  /**
   * When the request with this Idempotency-Key came, in ms since 1970; waits for it.
   * @param {string} key
   * @returns {Promise<number>}
   */
  async arrivalOf(key) {
    return this.process.ask('arrivalOf', key);
  }

  /**
   * @param {string[]} keys
   * @returns {Promise<number[]>} of those that have come
   */
  async arrivalsOf(keys) {
    return this.process.ask('arrivalsOf', keys);
  }

  /** @returns {Promise<number>} */
  async count() {
    return this.process.ask('count');
  }

  /** @returns {Promise<Totals>} */
  async totals() {
    return this.process.ask('totals');
  }

  async stop() {
    await this.process.stop();
  }
}
