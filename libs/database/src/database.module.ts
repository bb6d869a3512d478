import { SETTINGS, type Settings } from '@errand/config';
import { PROCESS_NAME, ReadinessChecks } from '@errand/telemetry';
import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock';
import { hasOwnSession } from './connecting';
import { dataSourceOptions } from './data-source-options';
import { Database } from './database';
import { Notifications } from './notifications';
import { Reachability } from './reachability';
import { Replica } from './replica';

/**
 * One pool per process, shared by TypeORM and {@link Database}. TypeORM's module closes it in
 * onApplicationShutdown, so every onModuleDestroy can still write. Needs ConfigModule and TelemetryModule.
 */
@Module({})
export class DatabaseModule {
  constructor(checks: ReadinessChecks, database: Database, @Inject(SETTINGS) settings: Settings) {
    checks.register('database', () => database.isReady());
    if (!hasOwnSession(settings) && settings.databaseDirectUrl === undefined) {
      checks.note(
        'DATABASE_DIRECT_URL is not set: notifications do not pass a pooler in transaction mode, polls find the work',
      );
    }
  }

  static forRoot(): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [TypeOrmModule.forRootAsync({ inject: [SETTINGS, PROCESS_NAME], useFactory: dataSourceOptions })],
      providers: [Clock, Database, Notifications, Reachability, Replica],
      exports: [Clock, Database, Notifications, Replica],
    };
  }
}
