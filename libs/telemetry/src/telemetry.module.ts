import { SETTINGS, type Settings } from '@errand/config';
import { type DynamicModule, Module } from '@nestjs/common';
import { createLogger, type IsOutage, LOGGER } from './logger';
import { Metrics } from './metrics';
import { NestLogger } from './nest-logger';
import { PROCESS_NAME } from './process-name';
import { ReadinessChecks } from './readiness-checks';

/** Log, metrics and readiness of one process, injectable everywhere. */
@Module({})
export class TelemetryModule {
  /** @param isOutage tells the errors that are logged without a stack */
  static forRoot(processName: string, isOutage?: IsOutage): DynamicModule {
    return {
      module: TelemetryModule,
      global: true,
      providers: [
        { provide: PROCESS_NAME, useValue: processName },
        {
          provide: LOGGER,
          inject: [SETTINGS],
          useFactory: (settings: Settings) => createLogger(processName, settings.logLevel, isOutage),
        },
        NestLogger,
        Metrics,
        ReadinessChecks,
      ],
      exports: [PROCESS_NAME, LOGGER, NestLogger, Metrics, ReadinessChecks],
    };
  }
}
