import { SETTINGS } from '@errand/config';
import { LOGGER, PROCESS_NAME, ReadinessChecks } from '@errand/telemetry';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock';
import { dataSourceOptions } from './data-source-options';
import { Database } from './database';
import { Notifications } from './notifications';

/**
 * One pool per process, shared by TypeORM and {@link Database}. TypeORM's module closes it in
 * onApplicationShutdown, so every onModuleDestroy can still write. Needs ConfigModule and TelemetryModule.
 */
@Module({})
export class DatabaseModule {
  constructor(checks: ReadinessChecks, database: Database) {
    checks.register('database', () => database.isReady());
  }

  static forRoot(): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({ inject: [SETTINGS, PROCESS_NAME, LOGGER], useFactory: dataSourceOptions }),
      ],
      providers: [Clock, Database, Notifications],
      exports: [Clock, Database, Notifications],
    };
  }
}
