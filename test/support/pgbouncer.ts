import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { eventually } from './eventually';
import { freePort } from './free-port';

/** Where Debian and others put it; undefined where it is not installed. */
export const pgbouncer = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
  .map((folder) => path.join(folder, 'pgbouncer'))
  .find((file) => fs.existsSync(file));

/** A PgBouncer with the settings it has by default, in front of one database. */
export class PgBouncer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** @param more further lines of its configuration */
  static async start(databaseUrl: string, mode: 'session' | 'transaction', more = ''): Promise<PgBouncer> {
    const target = new URL(databaseUrl);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-pgbouncer-'));
    const port = await freePort();
    const configuration = path.join(folder, 'pgbouncer.ini');
    const users = path.join(folder, 'users.txt');
    fs.writeFileSync(users, `"${target.username}" "${decodeURIComponent(target.password)}"\n`);
    fs.writeFileSync(
      configuration,
      `[databases]
* = host=${target.hostname} port=${target.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = ${mode}
default_pool_size = 20
${more}
`,
    );
    const isRoot = process.getuid?.() === 0;
    if (isRoot) execFileSync('chown', ['-R', 'nobody', folder]); // it does not run as root
    const child = spawn(pgbouncer ?? 'pgbouncer', [...(isRoot ? ['-u', 'nobody'] : []), configuration], {
      stdio: 'ignore',
    });
    await eventually(() => answers(port), Boolean);
    const url = new URL(target);
    url.host = `127.0.0.1:${port}`;
    return new PgBouncer(url.href, child, folder);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
    fs.rmSync(this.folder, { recursive: true });
  }
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
