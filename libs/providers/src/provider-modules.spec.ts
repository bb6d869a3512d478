import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigModule, loadSettings } from '@errand/config';
import { TelemetryModule } from '@errand/telemetry';
import { Test, type TestingModule } from '@nestjs/testing';
import ts from 'typescript';
import { LoopbackProvider } from './loopback-provider';
import { loadProviderModules } from './provider-modules';
import { ProviderRegistry } from './provider-registry.service';
import { ProvidersModule } from './providers.module';
import { runDispatcher } from './run-dispatcher';
import { samplePayload } from './sample-payload';

const root = join(__dirname, '../../..');
const example = join(root, 'examples/acme-provider');

describe('loading the modules that PROVIDER_MODULES names', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'errand-modules-'));
    const write = (file: string, text: string) => {
      mkdirSync(join(directory, file, '..'), { recursive: true });
      writeFileSync(join(directory, file), text);
    };
    const nestModule = (name: string) => `class ${name} {}\nReflect.defineMetadata('providers', [], ${name});\n`;
    write('default.mjs', `${nestModule('A')}export default A; export class Other {}`);
    write('only.js', `${nestModule('B')}exports.B = B; exports.Helper = class {};`);
    write('bare.js', `${nestModule('C')}module.exports = C;`);
    write('dynamic.js', `${nestModule('D')}exports.default = { module: D };`);
    write('awaiting.mjs', `${nestModule('E')}await null;\nexport { E };`);
    write('two.js', `${nestModule('F')}${nestModule('G')}module.exports = { F, G };`);
    write('none.js', 'exports.x = class {};');
    write('broken.js', 'throw new Error("no licence");');
    write('node_modules/@acme/p/package.json', '{"name":"@acme/p","exports":"./main.js"}');
    write('node_modules/@acme/p/main.js', `${nestModule('P')}exports.P = P;`);
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  it('takes files and packages, and of each the default export or the only Nest module', async () => {
    const entries = ['./default.mjs', './only.js', './bare.js', '@acme/p', join(directory, 'dynamic.js')];
    const modules = await loadProviderModules(entries, directory);
    expect(modules.map((loaded) => ('module' in loaded ? loaded.module.name : loaded.name))).toEqual([
      'A',
      'B',
      'C',
      'P',
      'D',
    ]);
  });

  // jest has neither real import() nor real ES modules, so these run in a Node of their own.
  it('takes ES modules in plain Node, also with a top-level await', () => {
    const source = readFileSync(join(__dirname, 'provider-modules.ts'), 'utf8');
    const compilerOptions = { module: ts.ModuleKind.Node20, target: ts.ScriptTarget.ES2023 };
    const fileName = join(__dirname, 'provider-modules.ts');
    writeFileSync(join(directory, 'loader.cjs'), ts.transpileModule(source, { compilerOptions, fileName }).outputText);
    const script = `require('./loader.cjs').loadProviderModules(['./default.mjs', './awaiting.mjs'])
      .then((modules) => console.log(modules.map(({ name }) => name).join()))`;
    const env = { ...process.env, NODE_PATH: join(root, 'node_modules') };
    const names = execFileSync(process.execPath, ['-e', script], { cwd: directory, env, encoding: 'utf8' });
    expect(names.trim()).toBe('A,E');
  });

  it.each([
    ['./absent.js', /^PROVIDER_MODULES: cannot load ".\/absent.js" from .*: Cannot find module/],
    ['@acme/absent', /^PROVIDER_MODULES: cannot load "@acme\/absent" from .*: Cannot find module/],
    ['./broken.js', /^PROVIDER_MODULES: cannot load ".\/broken.js" from .*: no licence$/],
    ['./none.js', /^PROVIDER_MODULES: ".\/none.js" exports no class with @Module/],
    ['./two.js', /^PROVIDER_MODULES: ".\/two.js" exports more than one class with @Module/],
  ])('names the variable and the entry when %s cannot be used', async (entry, message) => {
    await expect(loadProviderModules([entry], directory)).rejects.toThrow(message);
  });
});

describe('a provider from outside the repository', () => {
  let testing: TestingModule;

  beforeAll(async () => {
    rmSync(join(example, 'dist'), { recursive: true, force: true });
    execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', example], { stdio: 'inherit' });
    const settings = loadSettings({ OUTBOUND_ALLOW_CIDRS: '127.0.0.0/8', PROVIDER_MODULES: example });
    const telemetry = TelemetryModule.forRoot('test');
    const imports = [ConfigModule.forRoot(settings), telemetry, ProvidersModule.forRoot(settings.providerModules)];
    testing = await Test.createTestingModule({ imports }).compile();
    await testing.init();
  });

  afterAll(() => testing.close());

  it('is registered beside the built-in ones and validated like them', () => {
    const registry = testing.get(ProviderRegistry);
    expect(registry.list().map(({ code }) => code)).toEqual(expect.arrayContaining(['ACME', 'MOCK', 'WEBHOOK', 'YOM']));
    const config = { providerCode: 'ACME', channel: 'SALESMAN', baseUrl: 'https://acme.example.com', settings: {} };
    expect(registry.validateConfig(config)).toEqual({
      problems: [{ field: 'credentials.token', message: 'is required' }],
      settings: { team: 'north' },
    });
  });

  it('dispatches through the guarded axios', async () => {
    const provider = await LoopbackProvider.start();
    const account = { id: 'a', credentials: { token: 'acme-token' }, settings: { team: 'south' }, timeoutMs: 5_000 };
    const payload = samplePayload('SALESMAN', 'TASK');
    const acme = testing.get(ProviderRegistry).get('ACME');
    if (acme === undefined) throw new Error('ACME is not registered');
    const send = (baseUrl: string) => {
      const request = { payload, body: JSON.stringify(payload), account: { ...account, baseUrl } };
      return runDispatcher(acme, request, new AbortController().signal);
    };

    provider.behave(() => ({ status: 201, body: '{"ticket":"T-42"}' }));
    expect(await send(provider.url)).toMatchObject({ disposition: 'ACCEPTED', providerActivityId: 'T-42' });
    const [received] = provider.received;
    expect(received).toMatchObject({ path: '/visits', headers: { 'idempotency-key': payload.id } });
    expect(JSON.parse(received?.body ?? '')).toMatchObject({ team: 'south', ref: payload.id });

    provider.behave(() => ({ status: 503, headers: { 'retry-after': '3' }, body: 'token acme-token' }));
    expect(await send(provider.url)).toMatchObject({ retryAfterMs: 3_000, responseBody: 'token [redacted]' });
    provider.behave(() => ({ status: 401, body: '' }));
    expect(await send(provider.url)).toMatchObject({ disposition: 'MISCONFIGURED', code: 'PROVIDER_REJECTED' });
    expect(await send('http://10.0.0.1')).toMatchObject({ disposition: 'RETRY', code: 'BLOCKED_ADDRESS' });
    await provider.stop();
  });
});
