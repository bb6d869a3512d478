import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ErrandError } from '@errand/errors';
import { type RuleProblem, Rules, RulesModule } from '@errand/rules';
import { TenantsModule } from '@errand/tenants';
import type { INestApplicationContext } from '@nestjs/common';
import { withModules } from './command-context';
import { tenantIdOf } from './tenant-of';
import { UsageError } from './usage-error';

const usage = `usage: npm run rules -- import FILE --tenant CODE [--replace]
       npm run rules -- export --tenant CODE`;

/**
 * `import FILE --tenant CODE` saves the rules of a YAML file for a tenant, all or none; with `--replace` it deletes
 * those that are not in the file. `export --tenant CODE` prints a tenant’s rules as such a file.
 */
export async function rules(env: NodeJS.ProcessEnv, args: string[]): Promise<void> {
  await withModules('rules', env, [TenantsModule, RulesModule], readArguments(args));
}

function readArguments(args: string[]): (app: INestApplicationContext) => Promise<void> {
  const options = { tenant: { type: 'string' }, replace: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const { tenant, replace } = values;
  const [command, file, ...rest] = positionals;
  if (tenant === undefined || rest.length > 0) throw new UsageError(usage);
  if (command === 'import' && file !== undefined) return (app) => importFile(app, tenant, file, replace);
  if (command === 'export' && file === undefined && !replace) return (app) => exportRules(app, tenant);
  throw new UsageError(usage);
}

async function importFile(app: INestApplicationContext, tenant: string, file: string, replace: boolean): Promise<void> {
  const text = await fs.readFile(file, 'utf8');
  const source = { name: path.basename(file), text };
  const tenantId = await tenantIdOf(app, tenant);
  const counts = await app.get(Rules).import(tenantId, source, { replace }, 'command line').catch(tellAll);
  const { created, updated, unchanged, deleted } = counts;
  process.stdout.write(`${created} created, ${updated} updated, ${unchanged} unchanged, ${deleted} deleted\n`);
}

async function exportRules(app: INestApplicationContext, tenant: string): Promise<void> {
  const { text } = await app.get(Rules).export(await tenantIdOf(app, tenant));
  process.stdout.write(text);
}

/** Every problem of the file on a line of its own; the error’s message has only the first. */
function tellAll(error: unknown): never {
  if (!(error instanceof ErrandError) || !Array.isArray(error.details)) throw error;
  const lines = error.details.map((problem: RuleProblem) => {
    const { file = '', line = 1, rule = '', field, message } = problem;
    return `${file}:${line}: ${rule === '' ? '' : `rule “${rule}”: `}${field} ${message}`;
  });
  throw new Error(`nothing was imported\n${lines.join('\n')}`, { cause: error });
}
