import { median } from './numbers.mjs';
import { cpuMs } from './usage.mjs';

/**
 * @typedef {object} Cpu processor time per call in ms; NaN where the system does not tell
 * @property {number} client of the processes that do the work
 * @property {number} postgres of PostgreSQL, all of its processes
 */

/** What a piece of work takes, beside time: of processors and, with --statements, of each statement. */
export class Meter {
  /**
   * @param {import('./postgres.mjs').Database} database
   * @param {number[]} pids of the processes that do the work
   */
  static async start(database, pids) {
    await database.statements?.reset();
    return new Meter(database, pids);
  }

  /**
   * @param {import('./postgres.mjs').Database} database
   * @param {number[]} pids
   */
  constructor(database, pids) {
    this.database = database;
    this.pids = pids;
    this.before = this.read();
  }

  read() {
    const client = this.pids.reduce((sum, pid) => sum + cpuMs(pid), 0);
    return { client, postgres: this.database.serverCpuMs() };
  }

  /** @param {number} calls @returns {Promise<Cpu>} since the start */
  async stop(calls) {
    const { client, postgres } = this.read();
    await this.database.statements?.print(calls);
    return { client: (client - this.before.client) / calls, postgres: (postgres - this.before.postgres) / calls };
  }
}

/** @param {Cpu[]} rounds @returns {number} both sides of the median round, in ms a call */
export const totalCpu = (rounds) => median(rounds.map(({ client, postgres }) => client + postgres));

/**
 * Processor time as a note. Unlike a rate it hardly depends on what else runs on the machine.
 * @param {string} client what its processes are
 * @param {Cpu[]} rounds
 * @param {string} [of] what was done
 */
export function cpuNote(client, rounds, of = 'call') {
  const [ours, theirs] = [rounds.map((cpu) => cpu.client), rounds.map((cpu) => cpu.postgres)];
  return `CPU a ${of}: ${client} ${microseconds(median(ours))}, PostgreSQL ${microseconds(median(theirs))}`;
}

/** @param {number} ms @returns {string} – where the system does not tell */
export const microseconds = (ms) => (Number.isNaN(ms) ? '–' : `${Math.round(ms * 1000)} µs`);
