import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import manifest from '../../package.json';

interface Bill {
  bomFormat: string;
  specVersion: string;
  metadata: { component: { name: string; version: string } };
  components: { name: string; version: string; purl: string; hashes?: unknown[]; licenses?: unknown[] }[];
}

const root = path.join(__dirname, '../..');
const script = path.join(root, 'scripts/bill-of-materials.mjs');

let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-bill-'))));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Runs the script in a folder. @throws what it says on standard error */
function run(cwd: string, into: string): void {
  execFileSync(process.execPath, [script, into], { cwd, stdio: 'pipe' });
}

describe('the bill of materials', () => {
  let bill: Bill;
  let licences: string;
  beforeAll(() => {
    run(root, folder);
    bill = JSON.parse(fs.readFileSync(path.join(folder, 'sbom.cdx.json'), 'utf8')) as Bill;
    licences = fs.readFileSync(path.join(folder, 'THIRD_PARTY_LICENSES'), 'utf8');
  });

  it('is a CycloneDX document of the product', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\.\d$/) as string });
    expect(bill.metadata.component).toMatchObject({ name: manifest.name, version: manifest.version });
  });

  it('lists everything that the product runs with, by version and hash, and nothing that only builds it', () => {
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    // Of what others need as well: here in another version than a tool does.
    expect(names).toEqual(expect.arrayContaining(['find-my-way', 'argparse', 'minimatch']));
    const tools = ['typescript', 'jest', 'eslint', 'prettier', 'knip', '@nestjs/cli', '@swc/core'];
    for (const tool of tools) expect(manifest.devDependencies).toHaveProperty([tool]);
    expect(names.filter((name) => tools.includes(name))).toEqual([]);
    for (const { name, version, purl, hashes = [] } of bill.components) {
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
      expect([name, hashes.length]).toEqual([name, 1]);
    }
  });

  it('comes with the licence of each', () => {
    for (const { name, version } of bill.components) {
      expect(licences).toMatch(new RegExp(`^${name}@${version}\nLicence: \\S+`.replaceAll('.', String.raw`\.`), 'm'));
    }
    expect(licences).toContain('Copyright (c) 2010 - 2021 Brian Carlson');
  });
});

describe('a package that the product would run with', () => {
  const withLicence = (license: string | undefined) => {
    const project = fs.mkdtempSync(path.join(folder, 'project-'));
    const place = path.join(project, 'node_modules/thing');
    fs.mkdirSync(place, { recursive: true });
    const thing = { name: 'thing', version: '1.2.3', license };
    const packages = { 'node_modules/thing': { version: '1.2.3' } };
    for (const [file, content] of [
      ['package.json', { name: 'project', version: '1.0.0', dependencies: { thing: '1.2.3' } }],
      ['node_modules/.package-lock.json', { name: 'project', version: '1.0.0', lockfileVersion: 3, packages }],
      ['node_modules/thing/package.json', thing],
    ] as const) {
      fs.writeFileSync(path.join(project, file), JSON.stringify(content));
    }
    run(project, path.join(project, 'dist'));
  };

  it.each(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC'])('may have the licence %s', (licence) => {
    expect(() => withLicence(licence)).not.toThrow();
  });

  it.each([
    undefined,
    'GPL-3.0',
    'UNLICENSED',
    'SEE LICENSE IN terms.txt',
    'MIT AND GPL-3.0',
    'MIT AND (ISC OR GPL-3.0)',
  ])('stops the build with the licence %s', (licence) => {
    expect(() => withLicence(licence)).toThrow(/thing@1\.2\.3: /);
  });
});
