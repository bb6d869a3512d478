import { actingAs, type Caller } from '@errand/audit';
import { ConfigModule, loadSettings } from '@errand/config';
import { KeyRing } from '@errand/crypto';
import { DatabaseModule, isUnreachable } from '@errand/database';
import { NestLogger, TelemetryModule } from '@errand/telemetry';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { developmentKey } from './development-keys';
import { OwnPostgres } from './own-postgres';

/** Who runs a command has the database in hand, and no key. */
const operator: Caller = { actor: 'command line', actorKind: 'system', address: null, requestId: null };

/** A command’s modules, on top of those that each has. */
@Module({})
class CommandModule {}

/**
 * Runs a command’s `work` with what these modules provide, on the database and with the keys of `npm start` unless the
 * environment names others, and beside it when it is running.
 */
export async function withModules(
  name: string,
  env: NodeJS.ProcessEnv,
  modules: Type[],
  work: (app: INestApplicationContext) => Promise<void>,
): Promise<void> {
  const settings = loadSettings(env);
  const encryptionKeys = settings.encryptionKeys ?? developmentKey(settings.dataDir);
  // Before PostgreSQL is started: keys that cannot be read are the most likely mistake.
  KeyRing.parse(encryptionKeys);
  const own = settings.databaseUrl === undefined ? await OwnPostgres.start(settings.dataDir) : undefined;
  const databaseUrl = own?.url ?? settings.databaseUrl;
  try {
    const grounds = [
      ConfigModule.forRoot({ ...settings, databaseUrl, encryptionKeys }),
      TelemetryModule.forRoot(name, isUnreachable),
      DatabaseModule.forRoot(),
    ];
    const module = { module: CommandModule, imports: [...grounds, ...modules] };
    const app = await NestFactory.createApplicationContext(module, { bufferLogs: true, abortOnError: false });
    try {
      app.useLogger(app.get(NestLogger));
      await actingAs(operator, () => work(app));
    } finally {
      await app.close();
    }
  } finally {
    await own?.stop();
  }
}
