// Builds the three processes and the console when dist/ is missing or older than the sources. In an image without
// the build tools (pruned dev dependencies) dist/ is all there is, so it is used as it stands.
const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const sources = [
  'apps',
  'libs',
  'migrations',
  'clients/typescript/src/schema.generated.ts',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];
const mains = [
  ...['api', 'dispatcher', 'cli'].map((app) => path.join(root, `dist/apps/${app}/src/main.js`)),
  path.join(root, 'dist/apps/console/index.html'),
];

function newest(file) {
  const stat = fs.statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = fs.readdirSync(file).filter((name) => !name.endsWith('.spec.ts')); // no part of the build
  return Math.max(0, ...names.map((name) => newest(path.join(file, name))));
}

function isBuilt() {
  if (!mains.every((file) => fs.existsSync(file))) return false;
  const oldestOutput = Math.min(...mains.map((file) => fs.statSync(file).mtimeMs));
  const existing = sources.map((name) => path.join(root, name)).filter((file) => fs.existsSync(file));
  return Math.max(...existing.map(newest)) <= oldestOutput;
}

const nest = path.join(root, 'node_modules/@nestjs/cli/bin/nest.js');
if (fs.existsSync(nest) && !isBuilt()) {
  process.stderr.write('building, some 20 s, once…\n');
  // The build is waited for without a turn of the event loop, so another process tells how long it has been at it.
  const tell =
    'const s = Date.now(), p = process.ppid; setInterval(() => process.ppid === p ? ' +
    'process.stderr.write(`  building… ${Math.round((Date.now() - s) / 1000)} s\\n`) : process.exit(), 5000)';
  const progress = spawn(process.execPath, ['-e', tell], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const run = (...args) =>
      execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    run(nest, 'build');
    run(path.join(__dirname, 'build-console.mjs'));
  } finally {
    progress.kill();
  }
}
