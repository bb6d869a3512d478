import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** Linux counts in hundredths of a second, whatever its kernel's own tick is. */
const ticksPerSecond = 100;

/**
 * Processor time a process has used so far.
 * @param {number} pid
 * @returns ms; NaN where the system does not tell
 */
export function cpuMs(pid) {
  const { own } = statOf(pid);
  return own;
}

/**
 * Processor time a process and all that descend from it have used so far, those that have ended among them.
 * @param {number} pid
 * @returns ms; NaN where the system does not tell
 */
export function treeCpuMs(pid) {
  if (process.platform !== 'linux') return NaN;
  const all = new Map(processes().map((id) => [id, statOf(id)]));
  const isOfTree = (/** @type {number} */ id) => {
    for (let at = id; at > 1; at = all.get(at)?.parent ?? 0) if (at === pid) return true;
    return false;
  };
  return [...all].reduce((sum, [id, { own, ended }]) => (isOfTree(id) ? sum + own + ended : sum), 0);
}

const processes = () =>
  fs
    .readdirSync('/proc')
    .map(Number)
    .filter((id) => id > 0);

/**
 * @param {number} pid
 * @returns {{ parent: number, own: number, ended: number }} processor time in ms of itself and of its children that
 *   have ended; NaN where the system does not tell; nothing for a process that has just ended
 */
function statOf(pid) {
  if (process.platform !== 'linux') return { parent: NaN, own: NaN, ended: NaN };
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return { parent: 0, own: 0, ended: 0 };
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0, , , , , , , , , , user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields;
  const inMs = 1000 / ticksPerSecond;
  return { parent, own: (user + system) * inMs, ended: (endedUser + endedSystem) * inMs };
}

/** @param {string} file @returns {string | undefined} */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @returns MB of resident memory
 */
export function residentMb(pid) {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
