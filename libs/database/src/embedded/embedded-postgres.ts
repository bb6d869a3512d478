import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type Account, findAccount, giveTo, underAccount } from './account';
import { findBinaries } from './binaries';
import { ensureCluster, readPassword } from './cluster';
import { disownPidFile, isServerOf, readPidFile } from './pid-file';

export interface EmbeddedPostgresOptions {
  /** Made when absent; the server's log is the file beside it with the suffix `.log`. */
  dataDir: string;
  /** False for tests: no fsync, so a crash of the machine (not of the server) may lose everything. */
  durable: boolean;
  /** Default: a free one. A server that already runs keeps its own. */
  port?: number;
}

/** Crash recovery of a large database can take this long. */
const startTimeoutMs = 120_000;
const stopTimeoutMs = 30_000;
const pollMs = 20;

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // their paths are limited to about 100 characters
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  jit: 'off', // costs more than it saves on short statements
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const volatileSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * A PostgreSQL server of our own, from the binaries npm installed: nothing to install, nothing to configure. It is
 * detached, so it outlives this process until {@link stop}; a server that was left running is found and used again.
 */
export class EmbeddedPostgres {
  private constructor(
    /** With user, password and database `errand`. */
    readonly url: string,
    /** Whether the server ran already. */
    readonly reused: boolean,
    private readonly dataDir: string,
    private readonly pid: number,
  ) {}

  /** @throws Error saying what is wrong, with the server's own words, when it does not start */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const dataDir = path.resolve(options.dataDir);
    const binaries = findBinaries();
    fs.mkdirSync(path.dirname(dataDir), { recursive: true });
    const account = findAccount(binaries.postgres, path.dirname(dataDir));
    await ensureCluster(binaries.initdb, account, dataDir, options.durable);
    giveTo(account, dataDir);
    const { pid, port, reused } = await reachServer(binaries.postgres, account, { ...options, dataDir });
    const server = `postgresql://errand:${readPassword(dataDir)}@127.0.0.1:${port}`;
    await ensureDatabase(`${server}/postgres`);
    return new EmbeddedPostgres(`${server}/errand`, reused, dataDir, pid);
  }

  isRunning(): boolean {
    return isServerOf(this.dataDir, this.pid);
  }

  /** Ends every session and stops the server; it has written everything to disk when this resolves. */
  async stop(): Promise<void> {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      if (!this.isRunning()) return;
      process.kill(this.pid, signal);
      const deadline = Date.now() + stopTimeoutMs;
      while (this.isRunning() && Date.now() < deadline) await delay(pollMs);
    }
  }
}

interface Server {
  pid: number;
  port: number;
  reused: boolean;
}

/** The server that runs on the data directory already, or a new one; PostgreSQL's lock file decides which. */
async function reachServer(postgres: string, account: Account, options: EmbeddedPostgresOptions): Promise<Server> {
  const { dataDir } = options;
  const deadline = Date.now() + startTimeoutMs;
  let child: ChildProcess | undefined;
  while (Date.now() < deadline) {
    const found = readPidFile(dataDir);
    if (found && isServerOf(dataDir, found.pid)) {
      if (found.ready && (await accepts(found.port))) return { ...found, reused: found.pid !== child?.pid };
    } else if (child === undefined) {
      if (found) disownPidFile(dataDir, found.pid);
      child = spawnServer(postgres, account, options, options.port ?? (await freePort()));
    } else if (child.exitCode !== null || child.signalCode !== null) {
      const log = readLog(dataDir);
      if (!mayStartNextTime(log, options.port)) throw new Error(`PostgreSQL did not start on ${dataDir}:\n${log}`);
      child = undefined;
    }
    await delay(pollMs);
  }
  throw new Error(`PostgreSQL on ${dataDir} was not ready within ${startTimeoutMs / 1000} s:\n${readLog(dataDir)}`);
}

function spawnServer(
  postgres: string,
  account: Account,
  { dataDir, durable }: EmbeddedPostgresOptions,
  port: number,
): ChildProcess {
  const all = { ...settings, ...(durable ? {} : volatileSettings), port: String(port) };
  const call = underAccount(account, postgres, [
    ...['-D', dataDir],
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  fs.writeFileSync(logFile(dataDir), '');
  const log = fs.openSync(logFile(dataDir), 'a');
  const child = spawn(call.command, call.args, { ...call.options, detached: true, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  child.unref();
  return child;
}

/** Another start was faster, children of a killed server are still going away, or somebody took the free port. */
function mayStartNextTime(log: string, fixedPort: number | undefined): boolean {
  if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(log)) return true;
  return fixedPort === undefined && /could not bind .* address/i.test(log);
}

const logFile = (dataDir: string) => `${dataDir}.log`;

function readLog(dataDir: string): string {
  return fs.readFileSync(logFile(dataDir), 'utf8').slice(-4_000).trim();
}

async function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'errand'`);
    if (rowCount === 0) await client.query('CREATE DATABASE errand').catch(ignoreExisting);
  } finally {
    await client.end();
  }
}

function ignoreExisting(error: Error & { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error; // made by a start at the same time
}
