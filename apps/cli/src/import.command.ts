import fs from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { TenantsModule } from '@errand/tenants';
import { MasterDataSync } from '../../api/src/sync/master-data-sync.service';
import { SyncModule } from '../../api/src/sync/sync.module';
import { withModules } from './command-context';
import { type ImportedLine, readImport } from './import-file';
import { Progress } from './progress';
import { tenantIdOf } from './tenant-of';

const kinds = ['commerces', 'operators', 'routes'] as const;
type Kind = (typeof kinds)[number];

const usage = `usage: npm run import -- ${kinds.join('|')} FILE --tenant CODE`;
const batchSize = 1000;

/**
 * `commerces|operators|routes FILE --tenant CODE` makes or updates what is in a CSV or NDJSON file, as the /sync
 * endpoints do, a thousand lines at a time. Every wrong line is printed with its number and keeps no other back.
 * @throws Error when a line was wrong, after the others were imported
 */
export async function importMasterData(env: NodeJS.ProcessEnv, args: string[]): Promise<void> {
  const { kind, file, tenant } = readArguments(args);
  await fs.access(file);
  await withModules('import', env, [TenantsModule, SyncModule], async (app) => {
    const tenantId = await tenantIdOf(app, tenant);
    await importFile(file, (items) => app.get(MasterDataSync)[kind](tenantId, items));
  });
}

function readArguments(args: string[]): { kind: Kind; file: string; tenant: string } {
  const options = { tenant: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [given, file, ...rest] = positionals;
  const kind = kinds.find((known) => known === given);
  if (!kind || file === undefined || values.tenant === undefined || rest.length > 0) throw new Error(usage);
  return { kind, file, tenant: values.tenant };
}

type Sync = (items: unknown[]) => ReturnType<MasterDataSync[Kind]>;

async function importFile(file: string, sync: Sync): Promise<void> {
  const progress = new Progress((await fs.stat(file)).size);
  const totals = { created: 0, updated: 0, wrong: 0 };
  const complain = (line: number, message: string) => {
    totals.wrong += 1;
    progress.interrupt(`line ${line}: ${message}\n`);
  };
  const flush = async (batch: ImportedLine[]) => {
    if (batch.length === 0) return;
    const { created, updated, errors } = await sync(batch.map(({ item }) => item));
    totals.created += created;
    totals.updated += updated;
    for (const { index, message } of errors) complain(batch[index]?.line ?? 0, message);
  };
  const lines = new LinesById();
  let batch: ImportedLine[] = [];
  for await (const read of readImport(file, (bytes) => progress.add(bytes))) {
    const problem = read.problem ?? lines.refusal(read);
    if (problem !== undefined) complain(read.line, problem);
    else if (batch.push(read) === batchSize) {
      await flush(batch);
      batch = [];
    }
  }
  await flush(batch);
  progress.end();
  process.stdout.write(`${totals.created} created, ${totals.updated} updated, ${totals.wrong} wrong\n`);
  if (totals.wrong > 0) throw new Error(`${totals.wrong} wrong, see above; the others were imported`);
}

/** The lines of a file by the externalId that each says: the first one counts, as in one /sync. */
class LinesById {
  private readonly lines = new Map<unknown, number>();

  refusal({ item, line }: ImportedLine): string | undefined {
    const id = item?.externalId ?? item?.external_id;
    const first = this.lines.get(id);
    if (first !== undefined) return `externalId is that of line ${first} as well`;
    if (id !== undefined) this.lines.set(id, line);
    return undefined;
  }
}
