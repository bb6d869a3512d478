import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const libraries = fs.readdirSync(path.join(root, 'libs')).sort();

interface Imports {
  file: string;
  specifiers: string[];
}

/** What the lint rule says of imports, as if the files held them: for each file its refusals by specifier. */
function refusals(imports: Imports[]): Record<string, string>[] {
  const input = imports.map(({ file, specifiers }) => ({
    file,
    text: specifiers.map((specifier) => `import '${specifier}';\n`).join(''),
  }));
  const output = execFileSync(process.execPath, ['test/repository/lint-texts.mjs'], {
    cwd: root,
    input: JSON.stringify(input),
  });
  const messages = JSON.parse(String(output)) as { line: number; message: string }[][];
  return messages.map((ofFile, index) =>
    Object.fromEntries<string>(
      ofFile.map(({ line, message }) => [imports[index]?.specifiers[line - 1] ?? `line ${line}`, message]),
    ),
  );
}

describe('the import rule between libraries', () => {
  const allowed = new Map<string, string[]>();
  beforeAll(() => {
    const everyOther = (library: string) => libraries.filter((other) => other !== library);
    const specifiers = (library: string) => everyOther(library).map((other) => `@errand/${other}`);
    const refused = refusals(
      libraries.map((lib) => ({ file: `libs/${lib}/src/index.ts`, specifiers: specifiers(lib) })),
    );
    for (const [index, library] of libraries.entries()) {
      allowed.set(
        library,
        everyOther(library).filter((other) => !(`@errand/${other}` in (refused[index] ?? {}))),
      );
    }
  });

  it('has no way round in a circle', () => {
    let left = [...libraries];
    for (let size = 0; size !== left.length;) {
      size = left.length;
      left = left.filter((library) => allowed.get(library)?.some((other) => left.includes(other)));
    }
    expect(left).toEqual([]);
  });

  it('lets no library import from a floor above its own: ground, domain, what sends', () => {
    const ground = [
      'audit',
      'config',
      'contacts',
      'crypto',
      'database',
      'errors',
      'http',
      'json',
      'outbound',
      'quotas',
      'telemetry',
      'templates',
      'vocabulary',
    ];
    const domain = [
      'activities',
      'callbacks',
      'master-data',
      'providers',
      'resolution',
      'rules',
      'statistics',
      'tenants',
      'webhooks',
    ];
    const sends = ['actions', 'dispatch', 'recurring'];
    expect([...ground, ...domain, ...sends].sort()).toEqual(libraries);
    const upwards = (floor: string[], above: string[]) =>
      floor.filter((library) => allowed.get(library)?.some((other) => above.includes(other)));
    expect([upwards(ground, [...domain, ...sends]), upwards(domain, sends)]).toEqual([[], []]);
  });

  it('keeps small what the smallest know', () => {
    expect(Object.fromEntries(allowed)).toMatchObject({
      config: [],
      database: ['config', 'telemetry', 'vocabulary'],
      errors: ['vocabulary'],
      json: [],
      providers: ['config', 'contacts', 'errors', 'json', 'outbound', 'telemetry', 'templates', 'vocabulary'],
      vocabulary: [],
    });
    expect(libraries.filter((library) => allowed.get(library)?.includes('dispatch'))).toEqual(['actions']);
    expect(libraries.filter((library) => allowed.get(library)?.includes('resolution'))).toEqual(['activities']);
  });
});

describe('the import rule inside a folder', () => {
  it('refuses what goes round an index.ts or leaves the folder', () => {
    const [deep, shallow, app, example] = refusals([
      {
        file: 'libs/tenants/src/tenants/tenants.service.ts',
        specifiers: ['../permissions', '../../../database/src', '@errand/database/src/clock'],
      },
      { file: 'libs/tenants/src/index.ts', specifiers: ['./permissions', '../../database/src'] },
      {
        file: 'apps/api/src/main.ts',
        specifiers: ['@errand/dispatch', '../../../migrations', '../../dispatcher/src/dispatch.loop'],
      },
      { file: 'examples/acme-provider/src/acme.dispatcher.ts', specifiers: ['./errand', '@errand/providers'] },
    ]).map((refused) => Object.keys(refused ?? {}));
    expect(deep).toEqual(['../../../database/src', '@errand/database/src/clock']);
    expect(shallow).toEqual(['../../database/src']);
    expect(app).toEqual(['../../dispatcher/src/dispatch.loop']);
    expect(example).toEqual(['@errand/providers']);
  });
});
