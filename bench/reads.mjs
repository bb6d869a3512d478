import { performance } from 'node:perf_hooks';
import { median, ms } from './numbers.mjs';

const samples = 5;
/** What no query of a person may take longer than, in ms. */
const most = 1_000;

/** What a person asks for, one at a time, each until it has a median. */
export class Reads {
  /**
   * @param {import('./bench.mjs').Bench} bench
   * @param {import('./errand.mjs').Tenant} tenant
   */
  constructor(bench, tenant) {
    this.bench = bench;
    this.tenant = tenant;
  }

  /**
   * A query that is refused has its code in the note, and meets no target.
   * @param {string} what
   * @param {string} path
   * @param {unknown} [body] to post; undefined: it is read
   */
  async measure(what, path, body) {
    /** @type {number[]} */
    const times = [];
    /** @type {Set<string>} */
    const answers = new Set();
    let isRefused = false;
    // The first read warms the cache and is not counted.
    for (let sample = 0; sample <= samples; sample += 1) {
      const startedAt = performance.now();
      const answer = await this.tenant.ask(path, body);
      if (sample > 0) times.push(performance.now() - startedAt);
      isRefused ||= answer.status !== 200;
      answers.add(answer.status === 200 ? sizeOf(answer.body) : (answer.body.code ?? String(answer.status)));
    }
    this.bench.row({
      what: `${what}, p50 of ${samples}`,
      figure: ms(median(times)),
      value: median(times),
      note: `most ${ms(Math.max(...times))}; ${[...answers].join(', ')}`,
      ...(isRefused ? {} : { target: { most, unit: 'ms' } }),
    });
  }
}

/** @param {Record<string, unknown>} body how much there is in it */
function sizeOf({ data, series, buckets, matched, newer }) {
  if (Array.isArray(series) && Array.isArray(buckets)) return `${series.length} × ${buckets.length}`;
  if (Array.isArray(data))
    return typeof newer === 'number' ? `${data.length} rows, ${newer} newer` : `${data.length} rows`;
  return typeof matched === 'number' ? `${matched} matched` : 'found';
}
