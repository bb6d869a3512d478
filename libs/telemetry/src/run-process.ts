import { describeSettings, loadSettings, type Settings, SettingsError } from '@errand/config';
import type { INestApplication } from '@nestjs/common';
import { LOGGER, type Logger } from './logger';
import { announceReady, hasParent, stopWithParent } from './parent-process';

/**
 * Runs one of Errand's processes until it is told to stop: settings from the environment, the app, its port, a line
 * that says so. What keeps it from starting is one line on stderr, and exit code 1.
 */
export function runProcess(
  name: string,
  create: (settings: Settings) => Promise<INestApplication>,
  portOf: (settings: Settings) => number,
): void {
  try {
    listen(name, create, portOf, loadSettings(process.env)).catch(fail);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    fail(error);
  }
}

async function listen(
  name: string,
  create: (settings: Settings) => Promise<INestApplication>,
  portOf: (settings: Settings) => number,
  settings: Settings,
): Promise<void> {
  const app = await create(settings);
  stopWithParent();
  await app.listen(portOf(settings), settings.host);
  const url = await app.getUrl();
  // Under npm start only the api tells the settings, which the two have in common.
  const isTold = !hasParent() || name === 'api';
  app.get<Logger>(LOGGER).info({ url, ...(isTold && { settings: describeSettings(settings) }) }, `${name} listening`);
  announceReady(url);
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  // 42P01: a table does not exist.
  const hint = (error as { code?: unknown }).code === '42P01' ? ' (the database is not migrated: npm run migrate)' : '';
  process.stderr.write(`${message}${hint}\n`);
  process.exit(1);
}
