import { loadSettings, type Settings } from '@errand/config';
import { directUrl, ownerUrl, runMigrations } from '@errand/database';
import { appendOnly, migrations } from '../../../migrations';
import { OwnPostgres } from './own-postgres';

/** Brings the database of DATABASE_URL, or else the one under DATA_DIR, up to date. */
export async function migrate(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = loadSettings(env);
  const own = settings.databaseUrl === undefined ? await OwnPostgres.start(settings.dataDir) : undefined;
  try {
    const applied = await bringUpToDate(own ? { ...settings, databaseUrl: own.url } : settings);
    for (const name of applied) process.stdout.write(`applied ${name}\n`);
    process.stdout.write(applied.length === 0 ? 'nothing to migrate\n' : `${applied.length} applied\n`);
  } finally {
    await own?.stop();
  }
}

/** As the owner, who gives the processes' role its rights where they have one of their own. @returns what was applied */
export async function bringUpToDate(settings: Settings): Promise<string[]> {
  const app = settings.databaseOwnerUrl === undefined ? undefined : { url: directUrl(settings) ?? '', appendOnly };
  return runMigrations(ownerUrl(settings) ?? '', migrations, app);
}
