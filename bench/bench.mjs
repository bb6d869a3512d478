import { Errand } from './errand.mjs';
import { median, rate, sorted } from './numbers.mjs';
import { Sink } from './sink.mjs';

/** @typedef {import('./postgres.mjs').Database} Database */
/** @typedef {{ rate: number, cpu?: import('./meter.mjs').Cpu }} Measured rate: per second */

/** What a part gets: a place to measure in, and a place for its figures. */
export class Bench {
  /**
   * @param {import('./postgres.mjs').Postgres} postgres
   * @param {import('./options.mjs').Options} options
   */
  constructor(postgres, { sizes, profile, nginx }) {
    this.postgres = postgres;
    this.sizes = sizes;
    this.profile = profile;
    this.nginx = nginx;
    this.part = '';
    /** @type {import('./table.mjs').PartRow[]} */
    this.rows = [];
    /** @type {Map<string, number>} */
    this.figures = new Map();
  }

  /**
   * A part that fails says so in the table and keeps no other from being measured.
   * @param {string} name
   * @param {(bench: Bench) => Promise<void>} measure
   * @returns whether it was measured
   */
  async run(name, measure) {
    this.part = name;
    this.say('…');
    try {
      await measure(this);
      return true;
    } catch (error) {
      this.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.row({ what: `failed: ${error instanceof Error ? error.message : String(error)}` });
      return false;
    }
  }

  /** @param {import('./table.mjs').Row} row */
  row(row) {
    this.rows.push({ part: this.part, ...row });
    const ratio = row.ratio === undefined ? '' : ` (${row.ratio.toFixed(2)} of ${row.of})`;
    this.say(`${row.what}: ${row.figure ?? ''}${ratio}`);
  }

  /**
   * Measures a rate several times, each time from nothing.
   * @param {string} name for the progress
   * @param {() => Promise<Measured>} measure
   */
  async rounds(name, measure) {
    /** @type {number[]} */
    const rates = [];
    /** @type {import('./meter.mjs').Cpu[]} */
    const cpus = [];
    while (rates.length < this.sizes.rounds) {
      const measured = await measure();
      rates.push(measured.rate);
      if (measured.cpu) cpus.push(measured.cpu);
      this.say(`  ${name}: ${rate(rates.at(-1) ?? 0)}`);
    }
    const [least, most] = [sorted(rates)[0] ?? 0, sorted(rates).at(-1) ?? 0];
    return { median: median(rates), range: rates.length > 1 ? `${rate(least)} – ${rate(most)}` : '', cpus };
  }

  /** Keeps a figure that later parts are compared with. @param {string} name @param {number} figure */
  remember(name, figure) {
    if (!Number.isNaN(figure)) this.figures.set(name, figure);
  }

  /** @param {number} figure @param {string} name of a remembered one @returns undefined where that was not measured */
  ratio(figure, name) {
    const base = this.figures.get(name);
    return base === undefined ? undefined : figure / base;
  }

  /** @param {string} name of a remembered one @param {number} base */
  ratioOf(name, base) {
    const figure = this.figures.get(name);
    return figure === undefined ? undefined : figure / base;
  }

  /** @param {{ fastSink?: boolean }} options fastSink: nginx where it is installed; it only counts the calls */
  async sink({ fastSink = false }) {
    return fastSink && this.nginx !== undefined ? Sink.startNginx() : Sink.start();
  }

  /**
   * A database and a provider, for as long as `measure` runs.
   * @template T
   * @param {{ empty?: boolean, fastSink?: boolean }} options
   * @param {(database: Database, sink: Sink) => Promise<T>} measure
   */
  async withSink(options, measure) {
    const database = await this.postgres.database(options);
    const sink = await this.sink(options);
    try {
      return await measure(database, sink);
    } finally {
      await sink.stop();
      await database.drop();
    }
  }

  /**
   * An installation of Errand on a database of its own, for as long as `measure` runs.
   * @template T
   * @param {{ dispatchers?: number, fastSink?: boolean }} options
   * @param {(errand: Errand, sink: Sink) => Promise<T>} measure
   */
  async withErrand(options, measure) {
    return this.withSink(options, async (database, sink) => {
      const errand = await Errand.start(database, sink, { ...options, profile: this.profile });
      try {
        return await measure(errand, sink);
      } finally {
        await errand.stop();
      }
    });
  }

  /** @param {string} text */
  say(text) {
    process.stderr.write(`${this.part}: ${text}\n`);
  }
}
