import { describeSettings, loadSettings, type Settings, SettingsError } from '@errand/config';
import { announceReady, LOGGER, type Logger, stopWithParent } from '@errand/telemetry';
import { createDispatcher } from './create-dispatcher';

async function main(settings: Settings): Promise<void> {
  const app = await createDispatcher(settings);
  stopWithParent();
  await app.listen(settings.dispatcherPort, settings.host);
  const url = await app.getUrl();
  app.get<Logger>(LOGGER).info({ url, settings: describeSettings(settings) }, 'dispatcher listening');
  announceReady(url);
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  // 42P01: a table does not exist.
  const hint = (error as { code?: unknown }).code === '42P01' ? ' (the database is not migrated: npm run migrate)' : '';
  process.stderr.write(`${message}${hint}\n`);
  process.exit(1);
}

try {
  main(loadSettings(process.env)).catch(fail);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  fail(error);
}
