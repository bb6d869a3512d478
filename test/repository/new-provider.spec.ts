import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { blocksOf } from '../pages/blocks';

const root = path.join(__dirname, '../..');
const made = ['acme-two', 'acme-three'].map((name) => `libs/providers/src/${name}/${name}.dispatcher`);

const ofPage = 'libs/providers/src/of-page/of-page.dispatcher.ts';

jest.setTimeout(120_000);

let copy: string;
beforeEach(() => {
  copy = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-new-provider-'));
  for (const name of ['libs', 'scripts/new-provider.mjs', 'package.json', 'tsconfig.json', 'jest.config.js']) {
    fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  // jest.config.js names them, and wants them there.
  for (const name of ['setup', 'teardown']) {
    fs.cpSync(path.join(root, `test/global-${name}.cjs`), path.join(copy, `test/global-${name}.cjs`));
  }
  fs.mkdirSync(path.join(copy, 'apps'));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});
afterEach(() => fs.rmSync(copy, { recursive: true }));

async function run(file: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const bin = file === 'node' ? [] : [path.join(root, 'node_modules', file)];
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [...bin, ...args], { cwd: copy });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

const newProvider = (...args: string[]) => run('node', 'scripts/new-provider.mjs', ...args);

describe('npm run new:provider', () => {
  it('makes providers that compile, as does the page’s, and pass their tests, with recipients and without', async () => {
    for (const [code, channel] of Object.entries({ ACME_TWO: 'EMAIL', ACME_THREE: 'SALESMAN' })) {
      expect(await newProvider(code, '--channel', channel)).toMatchObject({ code: 0 });
    }
    const module = fs.readFileSync(path.join(copy, 'libs/providers/src/providers.module.ts'), 'utf8');
    expect(module).toMatch(/const builtIn = \[[^\]]*AcmeTwoDispatcher[^\]]*AcmeThreeDispatcher/);
    // The page shows such a class without its imports.
    const dispatcher = fs.readFileSync(path.join(copy, `${made[0]}.ts`), 'utf8');
    const [imports = ''] = /^(?:import [^;]*;\n)+/.exec(dispatcher) ?? [];
    const [shown] = blocksOf('docs/adding-a-provider.md').filter(({ kind }) => kind === 'ts');
    fs.mkdirSync(path.join(copy, path.dirname(ofPage)));
    fs.writeFileSync(path.join(copy, ofPage), imports + shown?.text);
    const config = { extends: './tsconfig.json', include: [...made.map((file) => `${file}*.ts`), ofPage] };
    fs.writeFileSync(path.join(copy, 'tsconfig.made.json'), JSON.stringify(config));
    expect(await run('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.made.json')).toEqual({ code: 0, output: '' });
    const tests = [
      ...['--selectProjects', 'unit', '-i'],
      ...['-t', 'ACME_TWO|ACME_THREE|there is an account', '--testPathPatterns', 'acme-two|acme-three|leaks'],
    ];
    const { code, output } = await run('jest/bin/jest.js', ...tests);
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/Tests: .* passed/) as string });
  });

  it('refuses a name that is none, one that is taken and a channel that there is not', async () => {
    expect(await newProvider('YOM')).toEqual({ code: 1, output: 'there is a provider YOM already\n' });
    expect(await newProvider('ACME', '--channel', 'FAX')).toMatchObject({ code: 1 });
    for (const args of [[], ['acme'], ['ACME-2'], ['../ACME'], ['ACME', 'TWO']]) {
      expect(await newProvider(...args)).toMatchObject({
        code: 1,
        output: expect.stringContaining('usage:') as string,
      });
    }
    const module = 'libs/providers/src/providers.module.ts';
    expect(fs.readFileSync(path.join(copy, module), 'utf8')).toBe(fs.readFileSync(path.join(root, module), 'utf8'));
  });
});
