import fs from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { TenantsModule } from '@errand/tenants';
import { MasterDataSync } from '../../api/src/sync/master-data-sync.service';
import { SyncModule } from '../../api/src/sync/sync.module';
import type { SyncResponse } from '../../api/src/sync/sync.response';
import { withModules } from './command-context';
import { delimiterOf, importColumns, type ImportKind } from './import-columns';
import { type ImportedLine, type ImportFile, readImport } from './import-file';
import { Progress } from './progress';
import { tenantIdOf } from './tenant-of';
import { UsageError } from './usage-error';

const kinds = Object.keys(importColumns) as ImportKind[];

const usage = `usage: npm run import -- ${kinds.join('|')} FILE --tenant CODE [--delimiter CHARACTER|tab] [--encoding NAME] [--dry-run]`;
const batchSize = 1000;

/**
 * `commerces|operators|routes FILE --tenant CODE` makes or updates what is in a CSV or NDJSON file, as the /sync
 * endpoints do, a thousand lines at a time. Every wrong line is printed with its number and keeps no other back; a file
 * that cannot be read as a whole is refused before anything is written. `--dry-run` writes nothing at all.
 * @throws Error when a line was wrong, after the others were imported
 */
export async function importMasterData(env: NodeJS.ProcessEnv, args: string[]): Promise<void> {
  const { tenant, dryRun, ...source } = readArguments(args);
  await refuseUnreadable(source);
  await withModules('import', env, [TenantsModule, SyncModule], async (app) => {
    const tenantId = await tenantIdOf(app, tenant);
    const sync = app.get(MasterDataSync);
    const { created, updated, right, wrong } = await importFile(source, (items) =>
      dryRun ? sync.check(source.kind, items) : sync[source.kind](tenantId, items),
    );
    const done = dryRun ? `${right} right` : `${created} created, ${updated} updated`;
    process.stdout.write(`${done}, ${wrong} wrong${dryRun ? '; nothing was written' : ''}\n`);
    if (wrong > 0) throw new Error(`${wrong} wrong, see above${dryRun ? '' : '; the others were imported'}`);
  });
}

function readArguments(args: string[]): ImportFile & { tenant: string; dryRun: boolean } {
  const { values, positionals } = parsedArguments(args);
  const [given, file, ...rest] = positionals;
  const kind = kinds.find((known) => known === given);
  const { tenant, encoding, delimiter: named, 'dry-run': dryRun = false } = values;
  const delimiter = named === undefined ? undefined : delimiterOf(named);
  if (!kind || file === undefined || tenant === undefined || rest.length > 0) throw new UsageError(usage);
  if (encoding !== undefined && !isEncoding(encoding))
    throw new UsageError(`no encoding is named ${encoding}\n${usage}`);
  if (named !== undefined && delimiter === undefined)
    throw new UsageError(`--delimiter must be one character, such as ';', or tab, and no quote\n${usage}`);
  return { kind, file, tenant, encoding, delimiter, dryRun };
}

function parsedArguments(args: string[]) {
  const text = { type: 'string' } as const;
  const options = { tenant: text, encoding: text, delimiter: text, 'dry-run': { type: 'boolean' } } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** Reads all of it once before the first line is imported. */
async function refuseUnreadable(source: ImportFile): Promise<void> {
  await fs.access(source.file);
  const lines = readImport(source);
  try {
    while (!(await lines.next()).done);
  } catch (error) {
    throw new Error(`${source.file}: ${(error as Error).message}; nothing was imported`, { cause: error });
  }
}

async function importFile(source: ImportFile, sync: (items: unknown[]) => Promise<SyncResponse>) {
  const progress = new Progress((await fs.stat(source.file)).size);
  const totals = { created: 0, updated: 0, right: 0, wrong: 0 };
  const complain = (line: number, message: string) => {
    totals.wrong += 1;
    progress.interrupt(`line ${line}: ${message}\n`);
  };
  const taken = new Map<unknown, number>();
  const flush = async (batch: ImportedLine[]) => {
    if (batch.length === 0) return;
    const { created, updated, errors } = await sync(batch.map(({ item }) => item));
    totals.created += created;
    totals.updated += updated;
    totals.right += batch.length - errors.length;
    const refused = new Set(errors.map(({ index }) => index));
    for (const [index, read] of batch.entries()) if (!refused.has(index)) taken.set(idOf(read), read.line);
    for (const { index, code, message } of errors) {
      const read = batch[index];
      if (read) complain(read.line, (code === 'CONFLICT' ? repeated(taken.get(idOf(read))) : undefined) ?? message);
    }
  };
  let batch: ImportedLine[] = [];
  for await (const read of readImport(source, (bytes) => progress.add(bytes))) {
    const problem = read.problem ?? repeated(taken.get(idOf(read)));
    if (problem !== undefined) complain(read.line, problem);
    else if (batch.push(read) === batchSize) {
      await flush(batch);
      batch = [];
    }
  }
  await flush(batch);
  progress.end();
  return totals;
}

const idOf = ({ item }: ImportedLine) => item?.externalId ?? item?.external_id;

/** Of the lines with one externalId the first that is right counts. */
function repeated(first: number | undefined): string | undefined {
  return first === undefined ? undefined : `externalId is that of line ${first} as well`;
}
