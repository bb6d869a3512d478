// npm run bench: every figure the README quotes, from one run on one machine.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Bench } from './bench.mjs';
import { describeRun } from './machine.mjs';
import { readOptions } from './options.mjs';
import { parts } from './parts/index.mjs';
import { Postgres } from './postgres.mjs';
import { table } from './table.mjs';

const comparing = ['queues', 'ingest'];

/** What Errand is compared with is not among the product's dependencies. */
function installContenders() {
  if (fs.existsSync(path.join(import.meta.dirname, 'node_modules'))) return;
  process.stderr.write('installing what Errand is compared with…\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed in bench/');
}

/** @param {import('./options.mjs').Options} options */
async function measure(options) {
  const startedAt = performance.now();
  const run = describeRun();
  if (options.only.some((name) => comparing.includes(name))) installContenders();
  const postgres = await Postgres.start(options);
  // It is detached, so that Ctrl-C does not reach it; our other processes end with this one.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void postgres.stop().then(() => process.exit(1)));
  try {
    const bench = new Bench(postgres, options);
    for (const [name, part] of Object.entries(parts)) {
      if (options.only.includes(name) && !(await bench.run(name, part))) process.exitCode = 1;
    }
    const took = `${Math.round((performance.now() - startedAt) / 1000)} s`;
    const how = `sink ${options.nginx ?? 'our own, in Node'} · ${options.isQuick ? 'quick' : 'full'} · took ${took}`;
    process.stdout.write(`\n${run} · ${how}\n\n${table(bench.rows)}\n`);
  } finally {
    await postgres.stop();
  }
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') process.stdout.write(options);
else await measure(options);
