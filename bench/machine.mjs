import { execFileSync } from 'node:child_process';
import os from 'node:os';

/** One line that says where and of what the figures are. */
export function describeRun() {
  const cpus = os.cpus();
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GB`;
  return [
    new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown CPU'}`,
    memory,
    `${os.type()} ${os.release()}`,
    `Node ${process.version}`,
    `commit ${commit()}`,
    `load at start ${os.loadavg()[0]?.toFixed(1)}`,
  ].join(' · ');
}

function commit() {
  try {
    const git = (/** @type {string[]} */ ...args) =>
      execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const changed = git('status', '--porcelain', '--untracked-files=no').trim() !== '';
    return git('rev-parse', '--short', 'HEAD').trim() + (changed ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
}
