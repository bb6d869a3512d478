import { loadSettings } from '@errand/config';
import { directUrl, runMigrations } from '@errand/database';
import { migrations } from '../../../migrations';
import { OwnPostgres } from './own-postgres';

/** Brings the database of DATABASE_URL, or else the one under DATA_DIR, up to date. */
export async function migrate(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = loadSettings(env);
  const own = settings.databaseUrl === undefined ? await OwnPostgres.start(settings.dataDir) : undefined;
  try {
    const applied = await runMigrations(own?.url ?? directUrl(settings) ?? '', migrations);
    for (const name of applied) process.stdout.write(`applied ${name}\n`);
    process.stdout.write(applied.length === 0 ? 'nothing to migrate\n' : `${applied.length} applied\n`);
  } finally {
    await own?.stop();
  }
}
