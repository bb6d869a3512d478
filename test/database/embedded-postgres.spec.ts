import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedPostgres } from '@errand/database';
import { Client } from 'pg';
import { eventually } from '../support/eventually';

describe('the embedded PostgreSQL', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-embedded-'));
  fs.chmodSync(folder, 0o755);
  const dataDir = path.join(folder, 'postgres');
  const start = () => EmbeddedPostgres.start({ dataDir, durable: true });
  const pidFile = path.join(dataDir, 'postmaster.pid');
  const serverPid = () => Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]);

  afterAll(async () => {
    await (await start()).stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is started once by several starts at the same time, from nothing', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
    expect(servers.filter(({ reused }) => !reused)).toHaveLength(1);
  });

  it('has a UTF-8 database named errand, and refuses a wrong password', async () => {
    const { url, reused } = await start();
    expect(reused).toBe(true);
    const rows = await query(url, `SELECT current_database() AS name, current_setting('server_encoding') AS encoding`);
    expect(rows).toEqual([{ name: 'errand', encoding: 'UTF8' }]);
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps what was committed when the server is killed, and starts again at once', async () => {
    const before = await start();
    await query(before.url, 'CREATE TABLE kept (word text)');
    await query(before.url, `INSERT INTO kept VALUES ('señal')`);
    process.kill(serverPid(), 'SIGKILL');
    const after = await start();
    expect(after.reused).toBe(false);
    expect(await query(after.url, 'SELECT word FROM kept')).toEqual([{ word: 'señal' }]);
  });

  it('starts although the pid file names a living stranger', async () => {
    await (await start()).stop();
    writePidFile(process.ppid);
    const server = await start();
    expect(server.reused).toBe(false);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  (process.platform === 'linux' ? it : it.skip)('starts although the pid file names a zombie', async () => {
    await (await start()).stop();
    const zombie = await makeZombie(path.join(folder, 'postgres-that-ended', 'postgres'));
    writePidFile(zombie.pid);
    expect(fs.readFileSync(`/proc/${zombie.pid}/stat`, 'utf8')).toContain('(postgres) Z');
    try {
      expect((await start()).reused).toBe(false);
    } finally {
      zombie.parent.kill('SIGKILL');
    }
  });

  it('says that the port is taken', async () => {
    await (await start()).stop();
    const taken = net.createServer().unref();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as net.AddressInfo).port));
    });
    await expect(EmbeddedPostgres.start({ dataDir, durable: true, port })).rejects.toThrow(/could not bind/);
    taken.close();
  });

  it('leaves no process behind when it stops', async () => {
    const server = await start();
    const pid = serverPid();
    await server.stop();
    expect(fs.existsSync(pidFile)).toBe(false);
    expect(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()).toMatch(/^Z?/);
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  function writePidFile(pid: number): void {
    fs.writeFileSync(pidFile, [pid, dataDir, 1, 5432, '', '127.0.0.1', '0 0', 'ready', ''].join('\n'));
  }
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/**
 * A process that has ended and whose parent does not ask how: a shell would, so the process ends only once the shell
 * has become `sleep`.
 */
async function makeZombie(program: string) {
  fs.mkdirSync(path.dirname(program));
  fs.symlinkSync('/bin/true', program);
  const script = `
    (while read -r name < /proc/$$/comm && [ "$name" != sleep ]; do :; done; exec "$0") &
    echo $!
    exec sleep 600`;
  const parent = spawn('/bin/sh', ['-c', script, program], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (data) => resolve(Number(data))));
    await eventually(
      async () => fs.readFileSync(`/proc/${pid}/stat`, 'utf8'),
      (stat) => stat.includes(') Z'),
    );
    return { pid, parent };
  } catch (error) {
    parent.kill('SIGKILL');
    throw error;
  }
}
