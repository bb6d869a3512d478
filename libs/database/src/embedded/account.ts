import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** How to run PostgreSQL's programs: as which user, through which other program. */
export interface Account {
  /** Set when the programs run as another user than this process. */
  user?: { uid: number; gid: number };
  /** The command line before the program's own. */
  prefix: string[];
}

/**
 * PostgreSQL refuses to run as root. As root this finds, in this order: the user `postgres` or `nobody` if it can
 * reach the programs and the data; a user namespace in which root looks like somebody else.
 * @param folder the existing folder that holds the data directory
 * @throws Error that asks for DATABASE_URL when PostgreSQL runs in none of these ways
 */
export function findAccount(postgres: string, folder: string): Account {
  const problems: string[] = [];
  for (const account of candidates()) {
    const problem = tryOut(account, postgres, folder);
    if (problem === undefined) return account;
    problems.push(problem);
  }
  throw new Error(
    `The bundled PostgreSQL does not run here: ${problems.join('; ')}. ` +
      'Run as another user than root, or set DATABASE_URL to a PostgreSQL 14 or later.',
  );
}

/** The command line and spawn options that run a program under the account. */
export function underAccount({ user, prefix }: Account, program: string, args: string[]) {
  const [command, ...rest] = [...prefix, program, ...args] as [string, ...string[]];
  // Not our environment: PGDATA, PGPORT or LANG would change what the programs do.
  const env = { PATH: process.env.PATH, SYSTEMROOT: process.env.SYSTEMROOT, LC_ALL: 'C', TZ: 'UTC' };
  return { command, args: rest, options: { ...user, env, cwd: path.parse(program).root } };
}

/** Makes everything below `file` belong to the account's user. */
export function giveTo({ user }: Account, file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = user ?? { uid: 0, gid: 0 };
  if (fs.statSync(file).uid === uid) return;
  if (fs.statSync(file).isDirectory()) {
    for (const name of fs.readdirSync(file, { recursive: true }))
      fs.lchownSync(path.join(file, String(name)), uid, gid);
  }
  fs.chownSync(file, uid, gid); // last: it stands for all
}

function* candidates(): Generator<Account> {
  if (process.getuid?.() !== 0) {
    yield { prefix: [] };
    return;
  }
  for (const name of ['postgres', 'nobody']) {
    const user = findUser(name);
    if (user) yield { user, prefix: [] };
  }
  yield { prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] };
}

function findUser(name: string): Account['user'] {
  if (!fs.existsSync('/etc/passwd')) return undefined;
  const entries = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const entry = entries.find(([user]) => user === name);
  return entry && { uid: Number(entry[2]), gid: Number(entry[3]) };
}

function tryOut(account: Account, postgres: string, folder: string): string | undefined {
  const version = run(account, postgres, ['--version']);
  if (version !== undefined || process.platform === 'win32') return version;
  return run(account, '/bin/sh', ['-c', 'cd "$0"', folder]);
}

function run(account: Account, program: string, args: string[]): string | undefined {
  const call = underAccount(account, program, args);
  const { status, error, stderr } = spawnSync(call.command, call.args, { ...call.options, encoding: 'utf8' });
  if (status === 0) return undefined;
  const who = account.user
    ? `as uid ${account.user.uid}`
    : account.prefix[0]
      ? `by ${account.prefix[0]}`
      : 'as this user';
  return `${who}: ${error ? error.message : stderr.trim() || `exit status ${status}`}`;
}
