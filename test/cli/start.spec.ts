import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedPostgres } from '@errand/database';
import { eventually } from '../support/eventually';
import { freePort } from '../support/free-port';

const root = path.join(__dirname, '../..');
const main = path.join(root, 'dist/apps/cli/src/main.js');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-start-'));
fs.chmodSync(folder, 0o755);
const dataDir = path.join(folder, 'data');
const pidFile = path.join(dataDir, 'postgres/postmaster.pid');
const running: Started[] = [];

jest.setTimeout(120_000);

afterEach(async () => {
  for (const started of running.splice(0)) {
    started.process.kill('SIGTERM');
    await started.closed;
  }
});

afterAll(async () => {
  await (await EmbeddedPostgres.start({ dataDir: path.dirname(pidFile), durable: true })).stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  it('goes from nothing to a delivered activity, and leaves nothing running when npm is told to end', async () => {
    const started = start('npm start');
    await started.untilReady();

    const [create, list] = started.output().match(/^curl .*$/gm) ?? [];
    expect(JSON.parse(shell(create))).toMatchObject({ status: 'READY', channel: 'WHATSAPP' });
    await until(() => shell(list).includes('"DISPATCHED"'));
    const [, platformKey = ''] = /Platform key (\S+)/.exec(started.output()) ?? [];
    const [, url = ''] = /^errand ready at (.*)$/m.exec(started.output()) ?? [];
    const headers = { 'x-api-key': platformKey, 'x-tenant-id': 'demo' };
    const configs = (await (await fetch(`${url}/api/dispatch-configs`, { headers })).json()) as {
      data: { name: string; priority: number }[];
    };
    expect(configs.data.map(({ name }) => name)).toEqual(expect.arrayContaining(['email', 'backup']));
    // A config that says nothing of its priority has 0.
    expect(configs.data.filter(({ priority }) => priority <= 1_000_000)).toEqual([]);
    const history = (await (await fetch(`${url}/api/activities?perPage=100`, { headers })).json()) as {
      data: { reason: string; status: string; lastError: { message: string } | null }[];
    };
    const became = Object.fromEntries(history.data.map(({ reason, status }) => [reason, status]));
    expect(became).toMatchObject({
      ...{ order_suggestion: 'COMPLETED', promo_november: 'COMPLETED', delivery_reminder: 'DISPATCHED' },
      ...{ payment_reminder: 'FAILED', survey_call: 'READY', collection_visit: 'READY', loyalty_points: 'UNRESOLVED' },
    });
    const errorOf = (reason: string) => history.data.find((one) => one.reason === reason)?.lastError?.message;
    expect(errorOf('payment_reminder')).toContain('The device token is not registered any more');
    expect(errorOf('survey_call')).toContain('All lines are busy');
    expect(started.output().match(/"DISPATCH_BATCH_SIZE"/g)).toHaveLength(1);
    const stores = path.join(folder, 'stores.ndjson');
    fs.writeFileSync(stores, '{"externalId":"STORE-2","name":"Second Store"}\n');
    expect(shell(`npm run import -- commerces ${stores} --tenant demo`)).toContain('1 created, 0 updated, 0 wrong');
    expect(shell('npm run rules -- export --tenant demo')).toContain('rules:');
    expect(fs.statSync(path.join(dataDir, 'demo-api-key')).mode & 0o077).toBe(0);
    for (const name of ['encryption-key', 'platform-key']) {
      expect(fs.statSync(path.join(dataDir, name)).mode & 0o077).toBe(0);
    }

    started.process.kill('SIGTERM');
    await started.closed;
    await until(() => !fs.existsSync(pidFile));
  });

  it('keeps the demo key and the activities, and uses a PostgreSQL that a killed start left running', async () => {
    const key = fs.readFileSync(path.join(dataDir, 'demo-api-key'), 'utf8').trim();
    const killed = start(`${process.execPath} ${main} start`);
    await killed.untilReady();
    expect(killed.output()).toContain(key);
    killed.process.kill('SIGKILL');
    await killed.closed; // the api and the dispatcher have ended too: they held the same pipe
    const postgres = fs.readFileSync(pidFile, 'utf8').split('\n')[0];

    const next = start(`${process.execPath} ${main} start`);
    await next.untilReady();
    expect(fs.readFileSync(pidFile, 'utf8').split('\n')[0]).toBe(postgres);
    expect(shell(next.output().match(/^curl .*$/gm)?.[1])).toContain('"DISPATCHED"');
    const [, url = ''] = /^errand ready at (.*)$/m.exec(next.output()) ?? [];
    const recurring = await (await fetch(`${url}/v1/recurring`, { headers: { 'x-api-key': key } })).json();
    expect(recurring).toMatchObject({ count: 1, recurring_actions: [{ name: 'Stock check', dedup_key: null }] });
    next.process.kill('SIGINT');
    await next.closed;
    expect(next.process.exitCode).toBe(0);
    expect(fs.existsSync(pidFile)).toBe(false);
  });

  it('starts again what dies: the dispatcher, without the api; PostgreSQL, without either', async () => {
    const dispatcherPort = await freePort();
    const started = start(`${process.execPath} ${main} start`, { DISPATCHER_PORT: String(dispatcherPort) });
    await started.untilReady();
    const api = started.output().match(/^errand ready at (.*)$/m)?.[1] ?? '';
    const before = childrenOf(started.process);

    process.kill(before.dispatcher, 'SIGKILL');
    await started.until('the dispatcher has ended');
    await until(() => isReady(`http://127.0.0.1:${dispatcherPort}`));
    expect(childrenOf(started.process).api).toBe(before.api);

    process.kill(Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    await started.until('PostgreSQL has ended');
    await until(async () => (await isReady(api)) && (await isReady(`http://127.0.0.1:${dispatcherPort}`)));
    expect(childrenOf(started.process).api).toBe(before.api);
  });

  it('names the variable when a port is taken, and starts nothing', async () => {
    const taken = net.createServer().unref(); // a failure below must not keep jest from ending
    await new Promise<void>((resolve) => taken.listen(0, resolve));
    const port = String((taken.address() as net.AddressInfo).port);
    const started = start(`${process.execPath} ${main} start`, { PORT: port });
    await started.closed;
    expect(started.output()).toContain(`port ${port} is already in use; set PORT to another one`);
    expect(started.process.exitCode).toBe(1);
    expect(fs.existsSync(pidFile)).toBe(false);
    taken.close();
  });

  it('explains itself when the command is unknown', () => {
    const { status, stderr } = spawnSync(process.execPath, [main, 'dance'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^usage: errand start \| migrate/);
  });
});

interface Started {
  process: ChildProcess;
  /** Resolves when it and everything that inherited its output has ended. */
  closed: Promise<void>;
  output(): string;
  until(text: string): Promise<void>;
  untilReady(): Promise<void>;
}

function start(command: string, env: Record<string, string> = {}): Started {
  const [program = '', ...args] = command.split(' ');
  const child = spawn(program, args, {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: folder, DATA_DIR: dataDir, PORT: '0', DISPATCHER_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      written += String(chunk);
      wake();
    });
  }
  let ended = false;
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => {
      ended = true;
      wake();
      resolve();
    });
  });
  const untilText = async (text: string) => {
    while (!written.includes(text)) {
      if (ended) throw new Error(`ended before it wrote “${text}”:\n${written}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const started = {
    process: child,
    closed,
    output: () => written,
    until: untilText,
    untilReady: () => untilText('\nerrand ready'),
  };
  running.push(started);
  return started;
}

function shell(command = ''): string {
  const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
  return execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8', cwd: root, env });
}

function childrenOf({ pid }: ChildProcess): { api: number; dispatcher: number } {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const find = (name: string) => {
    const fields = lines.map((line) => line.trim().split(/\s+/));
    return Number(fields.find(([, parent, ...args]) => Number(parent) === pid && args.join(' ').includes(name))?.[0]);
  };
  return { api: find('apps/api/'), dispatcher: find('apps/dispatcher/') };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** For what other processes do and nobody tells us about. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  await eventually(
    async () => ((await condition()) ? '' : condition.toString()),
    (unmet) => unmet === '',
    30_000,
  );
}
