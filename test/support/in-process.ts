import type { AddressInfo } from 'node:net';
import type { Settings } from '@errand/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase } from './database';
import { testSettings } from './settings';

export interface InProcess {
  url: string;
  settings: Settings;
  app: NestFastifyApplication;
  /** Stops the application and drops the database if it was made for it. */
  close(): Promise<void>;
}

/** Runs an application in the test's own process on a free port. */
export async function startInProcess(
  create: (settings: Settings) => Promise<NestFastifyApplication>,
  overrides: Partial<Settings>,
): Promise<InProcess> {
  const database = overrides.databaseUrl === undefined ? await createTestDatabase() : undefined;
  const settings = testSettings(overrides.databaseUrl ?? database?.url ?? '', overrides);
  const app = await create(settings);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const close = async () => {
    await app.close();
    await database?.drop();
  };
  return { url: `http://127.0.0.1:${port}`, settings, app, close };
}
