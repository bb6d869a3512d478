import { parseArgs } from 'node:util';
import { parts } from './parts/index.mjs';

/** What is measured, by size. `npm run bench -- --drain 50000` changes one of them. */
const full = {
  /** How often the rates are measured; the median counts. */
  rounds: 3,
  /** Calls at once: what a dispatcher gives one tenant's channel by default (half of DISPATCH_CONCURRENCY). */
  concurrency: 100,
  /** Calls made before the clock starts, in every process that is measured. */
  warmUp: 2_000,
  drain: 20_000,
  singles: 5_000,
  bulk: 50_000,
  latencySamples: 300,
  scheduled: 1_000,
  actions: 5_000,
  noisyBacklog: 100_000,
  /** The small tenant creates this often: at one a second a backlog would last for too few samples. */
  noisyEveryMs: 100,
  growthSmall: 10_000,
  growthRows: 1_000_000,
  growthTenants: 1_000,
  growthWindowMs: 10_000,
  memoryRows: 100_000,
  healthRows: 20_000,
  healthUpdates: 1_000_000,
};

/** @typedef {typeof full} Sizes */

/** @type {Sizes} */
const quick = {
  ...full,
  rounds: 1,
  warmUp: 1_000,
  drain: 5_000,
  singles: 1_500,
  bulk: 10_000,
  latencySamples: 100,
  actions: 1_000,
  noisyBacklog: 10_000,
  noisyEveryMs: 25,
  growthRows: 100_000,
  growthTenants: 100,
  growthWindowMs: 4_000,
  memoryRows: 20_000,
  healthUpdates: 50_000,
};

/** @typedef {{ sizes: Sizes, only: string[], isQuick: boolean, profile: string | undefined }} Options */

const usage = `npm run bench -- [--quick] [--only ${Object.keys(parts).join(',')}] [--cpu-prof FOLDER] [--SIZE NUMBER]

Sizes (full / quick):
${Object.entries(full)
  .map(([name, value]) => `  --${name} ${value} / ${quick[/** @type {keyof Sizes} */ (name)]}`)
  .join('\n')}
`;

/**
 * @param {string[]} args
 * @returns {Options | string} a text to print instead of measuring
 * @throws Error naming an unknown option, part or a size that is no number
 */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean' },
      quick: { type: 'boolean' },
      only: { type: 'string' },
      'cpu-prof': { type: 'string' },
      ...Object.fromEntries(Object.keys(full).map((name) => [name, { type: /** @type {const} */ ('string') }])),
    },
  });
  if (values.help) return usage;
  const sizes = { ...(values.quick ? quick : full) };
  for (const name of /** @type {(keyof Sizes)[]} */ (Object.keys(full))) {
    const text = /** @type {Record<string, unknown>} */ (values)[name];
    if (text === undefined) continue;
    sizes[name] = Number(text);
    if (!(sizes[name] >= 1)) throw new Error(`--${name} ${String(text)} is no number`);
  }
  const only = values.only === undefined ? Object.keys(parts) : values.only.split(',');
  const unknown = only.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`unknown parts: ${unknown.join(', ')}; there are ${Object.keys(parts)}`);
  return { sizes, only, isQuick: values.quick === true, profile: values['cpu-prof'] };
}
