import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** What a server says about itself in `postmaster.pid`. */
export interface PidFile {
  pid: number;
  port: number;
  ready: boolean;
}

const fileIn = (dataDir: string) => path.join(dataDir, 'postmaster.pid');

/** Lines by number: 1 pid, 4 port, 8 status (src/include/utils/pidfile.h in PostgreSQL). */
export function readPidFile(dataDir: string): PidFile | undefined {
  let lines: string[];
  try {
    lines = fs.readFileSync(fileIn(dataDir), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Whether the process is a living server of this data directory, and not a zombie or a stranger with its number. */
export function isServerOf(dataDir: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  if (process.platform === 'win32') return exists(pid);
  if (!fs.existsSync('/proc/self/stat')) return isPostgresByPs(pid);
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const state = stat.slice(stat.lastIndexOf(')') + 2)[0];
    if (name !== 'postgres' || state === 'Z' || state === 'X') return false;
  } catch {
    return false;
  }
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(dataDir); // a server works in its data directory
  } catch {
    return true; // another user's process: not ours to look into
  }
}

/**
 * Makes a file whose process number now belongs to a zombie or to a stranger harmless: PostgreSQL would refuse to
 * start because of it. The file is not removed but gets our own number, since a server takes a file that names its
 * parent for stale and then still checks the old shared memory, which keeps it from starting beside surviving
 * children of the dead one (CreateLockFile in src/backend/utils/init/miscinit.c).
 */
export function disownPidFile(dataDir: string, pid: number): void {
  if (!exists(pid)) return; // PostgreSQL sees by itself that nobody has this number
  const content = fs.readFileSync(fileIn(dataDir), 'utf8');
  if (content.startsWith(`${pid}\n`)) fs.writeFileSync(fileIn(dataDir), content.replace(/^.*/, String(process.pid)));
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isPostgresByPs(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes('postgres') && !stdout.trim().startsWith('Z');
}
