import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { median } from './numbers.mjs';

/** Linux counts in hundredths of a second, whatever its kernel's own tick is. */
const ticksPerSecond = 100;

/**
 * Processor time a process has used so far.
 * @param {number} pid
 * @returns ms; NaN where the system does not tell
 */
export function cpuMs(pid) {
  if (process.platform !== 'linux') return NaN;
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(user) + Number(system)) * 1000) / ticksPerSecond;
}

/**
 * @param {number} pid
 * @returns MB of resident memory
 */
export function residentMb(pid) {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

/**
 * Processor time per call as a note. Unlike a rate it hardly depends on what else runs on the machine.
 * @param {number[]} cpuMsPerCall one a round
 */
export function cpuNote(cpuMsPerCall) {
  const microseconds = Math.round(median(cpuMsPerCall) * 1000);
  return Number.isNaN(microseconds) ? '' : `${microseconds} µs CPU a call`;
}
