import fs from 'node:fs';
import path from 'node:path';
import { Gateway } from '../gateway/gateway';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { Scenario } from '../support/scenario';
import { tenantPermissions } from '../support/tenants';
import { installClient, type InstalledClient, installMs, run, runMs } from './installed-client';

const root = path.join(__dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const readme = read('clients/typescript/README.md');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp('```' + language + '\n([^]*?)```', 'g'))].map(([, text = '']) => text).join('\n');

/** Compiles as ES module and as CommonJS only while the types say what they ought to. */
const program = `
import { type ActionOutcome, ErrandClient } from '@errand/client';

function told(outcome: ActionOutcome): string {
  // @ts-expect-error: it may be another
  void outcome.actionId;
  if (outcome.type === 'scheduled') return \`\${outcome.actionId} \${outcome.scheduledFor.getTime()}\`;
  // @ts-expect-error: it is another
  void outcome.actionId;
  switch (outcome.type) {
    case 'executed':
    case 'rerouted':
      return outcome.status;
    case 'failed':
      return outcome.code;
    case 'throttled':
      return String(outcome.retryAfterSeconds);
    case 'suppressed':
      return outcome.rule;
    case 'deduplicated':
      return outcome.type;
    case 'dry_run':
      return outcome.verdict;
  }
}

const errand = new ErrandClient({ baseUrl: process.env.ERRAND_URL ?? '', apiKey: process.env.ERRAND_API_KEY ?? '' });
export async function main() {
  console.log(told(await errand.dispatch({ provider: 'email', actionType: 'x' }, { dryRun: true })));
  const { data, error } = await errand.rest.GET('/api/tenants/me');
  const id: string | undefined = data?.id;
  const code: string | undefined = error?.code;
  console.log(typeof id, typeof code);
  // @ts-expect-error: nothing is there
  await errand.rest.GET('/api/nothing');
  // @ts-expect-error: an action has a provider
  void (() => errand.dispatch({ actionType: 'x' }));
}
void main();
`;

let installed: InstalledClient;
let scenario: Scenario;
let env: Record<string, string>;

beforeAll(async () => {
  installed = await installClient();
  scenario = await Scenario.start(0);
  const { actor } = await Gateway.open(scenario);
  env = { ERRAND_URL: scenario.api.url, ERRAND_API_KEY: await actor.tenant.key(...tenantPermissions) };
}, installMs);
afterAll(async () => {
  await killRemainingProcesses();
  await scenario.close();
  installed.remove();
});

/** Compiles a program that has the package installed. @returns the path of its JavaScript, `.mjs` or `.cjs` */
async function compiled(name: string, text: string): Promise<string> {
  const file = path.join(installed.folder, name);
  fs.writeFileSync(file, text);
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
  const typeRoots = ['--typeRoots', path.join(root, 'node_modules/@types')];
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  await run(compiler, [...options, ...typeRoots, file], { cwd: installed.folder });
  return file.replace('ts', 'js');
}

describe('the package of the TypeScript client', () => {
  it.each(['program.mts', 'program.cts'])(
    'is loaded, and has types: %s',
    async (name) => {
      expect(await run(await compiled(name, program), [], { env })).toBe('allow\nstring undefined\n');
    },
    2 * runMs,
  );

  it(
    'does what its README shows',
    async () => {
      const text = blocks('ts').replace('http://127.0.0.1:3000', scenario.api.url);
      expect(await run(await compiled('readme.mts', text), [], { env })).toBe(blocks('text').replaceAll('\n\n', '\n'));
    },
    2 * runMs,
  );

  it('has the product’s version, and needs no other package', () => {
    const { version, license, ...rest } = JSON.parse(read('clients/typescript/package.json')) as Record<
      string,
      unknown
    >;
    expect({ version, license }).toEqual({
      version: (JSON.parse(read('package.json')) as { version: string }).version,
      license: 'MIT',
    });
    expect(Object.keys(rest).filter((name) => /dependencies/i.test(name))).toEqual([]);
  });

  it(
    'has the types and permissions of the api’s OpenAPI document; if not, npm run client:generate while it runs',
    async () => {
      const { url } = await startProcess('api', scenario.api.settings.databaseUrl ?? '');
      const file = path.join(installed.folder, 'schema.ts');
      const permissions = path.join(installed.folder, 'permissions.ts');
      await run(path.join(root, 'clients/typescript/scripts/generate.mjs'), [url, file, permissions]);
      expect(fs.readFileSync(file, 'utf8') === read('clients/typescript/src/schema.generated.ts')).toBe(true);
      const table = read('apps/console/src/session/permissions.generated.ts');
      expect(fs.readFileSync(permissions, 'utf8') === table).toBe(true);
    },
    2 * runMs,
  );
});
