import { parseArgs } from 'node:util';
import { nginxVersion } from './nginx.mjs';
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
  hangingEveryMs: 100,
  hangingWindowMs: 15_000,
  /** Of the calls that hang: DISPATCH_TIMEOUT_MS of production. */
  hangingTimeoutMs: 10_000,
  growthSmall: 10_000,
  growthRows: 1_000_000,
  growthTenants: 1_000,
  /** Fewer rows for more tenants: it takes long enough to make these. */
  growthManyRows: 200_000,
  growthManyTenants: 10_000,
  growthWindowMs: 10_000,
  memoryRows: 100_000,
  healthRows: 20_000,
  healthUpdates: 1_000_000,
  listRows: 2_000_000,
  /** Windows of the console that are open. */
  viewers: 50,
  /** How often it is measured without and with them, in turn. */
  viewerRounds: 4,
  viewerSamples: 250,
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
  hangingEveryMs: 50,
  hangingWindowMs: 5_000,
  growthRows: 100_000,
  growthTenants: 100,
  growthManyRows: 50_000,
  growthManyTenants: 1_000,
  growthWindowMs: 4_000,
  memoryRows: 20_000,
  healthUpdates: 50_000,
  listRows: 100_000,
  viewerRounds: 2,
  viewerSamples: 100,
};

/**
 * @typedef {object} Options
 * @property {Sizes} sizes
 * @property {string[]} only the parts to measure
 * @property {boolean} isQuick
 * @property {string | undefined} profile where CPU profiles are written
 * @property {boolean} statements whether PostgreSQL accounts for each statement
 * @property {string | undefined} nginx its name and version, where it is the sink that calls go to
 */

const usage = `npm run bench -- [--quick] [--only PART,PART] [--SIZE NUMBER] [--node-sink] [--cpu-prof FOLDER] [--statements]

  --quick            small sizes, one round
  --only             of ${Object.keys(parts).join(', ')}
  --node-sink        our own sink everywhere, also where nginx is installed
  --cpu-prof FOLDER  writes a CPU profile of each api and dispatcher
  --statements       prints with each rate what its statements cost PostgreSQL; rates are a little lower for it

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
      'node-sink': { type: 'boolean' },
      statements: { type: 'boolean' },
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
  return {
    sizes,
    only,
    isQuick: values.quick === true,
    profile: values['cpu-prof'],
    statements: values.statements === true,
    nginx: values['node-sink'] ? undefined : nginxVersion(),
  };
}
