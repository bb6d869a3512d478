import { type ChildProcess, execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { transformSync } from 'esbuild';
import { seedTenant } from '../../apps/cli/src/demo-seed';
import { installClient, type InstalledClient, runMs } from '../clients/installed-client';
import { requester } from '../support/api';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { Sink } from '../support/sink';
import { tenantPermissions } from '../support/tenants';
import { type Block, blocksOf, pages, root } from './blocks';
import { Reader } from './reader';

jest.setTimeout(120_000);

const adminKey = 'a-platform-key-for-the-pages';
/** Kinds of blocks that say what comes of the one before. */
const answerKinds = ['json', 'text'];

let folder: string;
let database: TestDatabase;
let started: ChildProcess;
let output = '';
let url: string;
let sink: Sink;
let reader: Reader | undefined;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-pages-'));
  database = await createTestDatabase({ empty: true });
  sink = await Sink.start();
  started = spawn(process.execPath, [path.join(root, 'dist/apps/cli/src/main.js'), 'start'], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  url = await new Promise<string>((resolve, reject) => {
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += String(chunk);
        const [, at] = /^errand ready at (\S+)\n/m.exec(output) ?? [];
        if (at !== undefined) resolve(at);
      });
    }
    started.once('close', () => reject(new Error(`it ended before it was ready:\n${output}`)));
  });
});

afterAll(async () => {
  const closed = new Promise((resolve) => started.once('close', resolve));
  started.kill('SIGTERM');
  await Promise.all([closed, killRemainingProcesses()]);
  await sink.close();
  await database.drop();
  fs.rmSync(folder, { recursive: true });
});

afterEach(() => reader?.close());

/** Of `npm start` and of the commands of its pages. */
function environment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    DATA_DIR: path.join(folder, 'data'),
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '5',
    ADMIN_API_KEY: adminKey,
    PORT: '0',
    DISPATCHER_PORT: '0',
    OUTBOUND_ALLOW_CIDRS: '127.0.0.1/32',
    LOG_LEVEL: 'silent',
  };
}

/** A key of a tenant as `npm start` makes it, in which nothing was done yet. */
async function freshTenant(code: string): Promise<string> {
  await seedTenant(url, adminKey, code);
  const { body } = await requester(url)<{ plaintextKey: string }>('POST', '/api/api-keys', {
    key: adminKey,
    tenant: code,
    body: { name: 'reader', permissions: tenantPermissions },
  });
  return body.plaintextKey;
}

/** Goes through a page's blocks in their order; a failure names the line. */
async function goThrough(page: string, blocks: Block[]): Promise<number> {
  let done = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.notRun !== null || answerKinds.includes(block.kind)) continue;
    const next = blocks[index + 1];
    const answer = next && next.notRun === null && answerKinds.includes(next.kind) ? next : undefined;
    try {
      await reader?.does(block, answer);
    } catch (error) {
      throw new Error(`${page}:${block.line}: ${(error as Error).message}`, { cause: error });
    }
    done += 1;
  }
  return done;
}

const withRequests = pages.filter((page) => blocksOf(page).some(({ kind }) => kind === 'http'));

describe('what is not run', () => {
  it('is this, and no more', () => {
    const marked = pages.flatMap((page) =>
      blocksOf(page).flatMap(({ kind, notRun }) => (notRun === null ? [] : [`${page}: ${kind}: ${notRun}`])),
    );
    expect(marked).toEqual(notRun);
  });

  it('is marked: every other block is run, or follows one that is', () => {
    const known = ['http', 'http received', 'json answers', 'yaml', 'sh', 'ts', 'js', ...answerKinds];
    const strange = pages.flatMap((page) =>
      blocksOf(page).flatMap(({ kind, line, notRun }, index, blocks) => {
        if (notRun !== null) return [];
        const follows = ['http', 'yaml', 'sh', 'ts', 'text'].includes(blocks[index - 1]?.kind ?? '');
        return known.includes(kind) && (!answerKinds.includes(kind) || follows) ? [] : [`${page}:${line} ${kind}`];
      }),
    );
    expect(strange).toEqual([]);
  });
});

describe('in the tenant of npm start', () => {
  it('README.md does what it says', async () => {
    const [create = '', list = ''] = output.match(/^curl .*$/gm) ?? [];
    const [became] = blocksOf('README.md').filter(({ kind }) => kind === 'json');
    const { status, provider } = JSON.parse(became?.text ?? '') as Record<string, unknown>;
    const block = (kind: string, text: string): Block => ({ line: 0, kind, text, notRun: null });
    reader = new Reader({ url, key: '', sink, cwd: root, env: environment() });
    await reader.does(block('sh', create), undefined);
    await reader.does(block('sh', list), block('json', JSON.stringify({ data: [{ status, provider }] })));
    try {
      expect(
        await goThrough(
          'README.md',
          blocksOf('README.md').filter(({ kind }) => kind === 'sh'),
        ),
      ).toBeGreaterThan(0);
    } finally {
      fs.rmSync(path.join(root, 'stores.csv'), { force: true });
    }
  });

  it.each(withRequests)('%s does what it says', async (page) => {
    const key = await freshTenant(path.basename(page, '.md').replaceAll('.', '-'));
    sink.answerWith(() => ({ status: 204 }));
    sink.requests.length = 0;
    reader = new Reader({ url, key, sink, cwd: folder, env: environment() });
    const blocks = blocksOf(page).filter(({ kind }) => kind !== 'js' && kind !== 'ts');
    expect(await goThrough(page, blocks)).toBeGreaterThan(0);
  });

  it('docs/rules.md has rules that are taken', async () => {
    reader = new Reader({ url, key: await freshTenant('rules'), sink, cwd: folder, env: environment() });
    const blocks = blocksOf('docs/rules.md').filter(({ kind }) => kind === 'yaml' || kind === 'text');
    expect(await goThrough('docs/rules.md', blocks)).toBeGreaterThanOrEqual(5);
  });

  describe('clients/typescript/README.md', () => {
    let installed: InstalledClient;
    beforeAll(async () => (installed = await installClient()), 2 * runMs);
    afterAll(() => installed.remove());

    it('prints what it says', async () => {
      const blocks = blocksOf('clients/typescript/README.md').filter(({ notRun }) => notRun === null);
      const texts = (kind: string) => blocks.filter((block) => block.kind === kind).map(({ text }) => text);
      const program = texts('ts').join('\n').replaceAll('http://127.0.0.1:3000', url);
      const file = path.join(installed.folder, 'readme.mjs');
      fs.writeFileSync(file, transformSync(program, { loader: 'ts', format: 'esm' }).code);
      const env = { ...process.env, ERRAND_API_KEY: await freshTenant('client') };
      const { stdout } = await promisify(execFile)(process.execPath, [file], { env });
      expect(stdout).toBe(texts('text').join(''));
    });
  });
});

describe('in production', () => {
  it('docs/deployment.md goes from an empty system to the first delivery', async () => {
    const own = await createTestDatabase({ empty: true });
    try {
      const cwd = fs.mkdtempSync(path.join(folder, 'deployment-'));
      const env = { NODE_ENV: 'production', ADMIN_API_KEY: 'the-operators-own-platform-key' };
      fs.writeFileSync(path.join(cwd, '.env'), `ADMIN_API_KEY=${env.ADMIN_API_KEY}\n`);
      const main = path.join(root, 'dist/apps/cli/src/main.js');
      const migrating = { env: { ...environment(), ...env, DATABASE_URL: own.url, ENCRYPTION_KEYS: someKey } };
      await promisify(execFile)(process.execPath, [main, 'migrate'], migrating);
      const [api] = await Promise.all([startProcess('api', own.url, env), startProcess('dispatcher', own.url, env)]);
      reader = new Reader({ url: api.url, key: '', sink, cwd, env: { PATH: process.env.PATH ?? '' } });
      const done = await goThrough('docs/deployment.md', blocksOf('docs/deployment.md'));
      expect(done).toBeGreaterThanOrEqual(3);
    } finally {
      await killRemainingProcesses();
      await own.drop();
    }
  });
});

const someKey = `k1:${Buffer.alloc(32, 3).toString('base64')}`;

/** Each with the page's own reason. */
const notRun = [
  'README.md: sh: it starts what the others are run in',
  'docs/adding-a-provider.md: sh: it changes the repository',
  'docs/adding-a-provider.md: ts: a class of the program; a test compiles it',
  'docs/adding-a-provider.md: sh: it goes on until it is stopped',
  'docs/adding-a-provider.md: text: a setting',
  'docs/console.md: sh: it goes on until it is stopped',
  'docs/console.md: text: what the stream begins with',
  'docs/deployment.md: sh: it needs Docker',
  'docs/deployment.md: sql: it makes roles and a database of fixed names',
  'docs/errors.md: json: the form of every error',
  'docs/providers.md: sh: it stays in the foreground',
  'docs/providers.md: sh: it starts what the others are run in',
  'docs/providers.md: sh: it needs the mail server',
  'docs/resolution.md: ts: a class of the program',
  'docs/retention.md: http: it needs the platform key',
  'docs/state-machine.md: mermaid: a drawing',
  'docs/webhooks.md: json: an event, with ids that differ each time',
  'docs/webhooks.md: json: an event, which needs a provider that fails',
  'docs/webhooks.md: json: an event, which needs a provider that writes to people',
  'clients/typescript/README.md: sh: for a project of its own',
];
