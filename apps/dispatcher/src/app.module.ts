import { ActionUpkeepModule } from '@errand/actions';
import { ActivitiesModule } from '@errand/activities';
import { AuditModule } from '@errand/audit';
import { CallbacksModule } from '@errand/callbacks';
import { ConfigModule, type Settings } from '@errand/config';
import { DatabaseModule, isUnreachable } from '@errand/database';
import { DispatchModule } from '@errand/dispatch';
import { ProvidersModule } from '@errand/providers';
import { RuleHitsModule } from '@errand/rules';
import { RecurringModule } from '@errand/recurring';
import { StatisticsModule } from '@errand/statistics';
import { HealthModule, TelemetryModule } from '@errand/telemetry';
import { TenantsModule } from '@errand/tenants';
import { DeliveryModule, WebhooksModule } from '@errand/webhooks';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { CallLine } from './call-line';
import { DispatchLoop } from './dispatch.loop';
import { ProblemFilter } from './problem.filter';
import { RecurringLoop } from './recurring.loop';
import { RetentionLoop } from './retention.loop';
import { ScheduledBacklogLoop } from './scheduled-backlog.loop';
import { StatisticsLoop } from './statistics.loop';
import { TenantCare } from './tenant-care';
import { TenantPurge } from './tenant-purge';
import { TenantRounds } from './tenant-rounds';
import { WakeUps } from './wake-ups';
import { WebhooksLoop } from './webhooks.loop';
import { WorkFinder } from './work-finder.service';
import { WorkRounds } from './work-rounds';

/** The process that sends. Its HTTP port serves health and metrics only. */
@Module({})
export class AppModule {
  static async forRoot(settings: Settings): Promise<DynamicModule> {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(settings),
        TelemetryModule.forRoot('dispatcher', isUnreachable),
        DatabaseModule.forRoot(),
        await ProvidersModule.forRoot(settings.providerModules),
        HealthModule,
        ScheduleModule.forRoot(),
        ActionUpkeepModule,
        ActivitiesModule,
        AuditModule,
        CallbacksModule,
        TenantsModule,
        DispatchModule,
        WebhooksModule,
        DeliveryModule,
        RecurringModule,
        RuleHitsModule,
        StatisticsModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        CallLine,
        DispatchLoop,
        RecurringLoop,
        RetentionLoop,
        ScheduledBacklogLoop,
        StatisticsLoop,
        TenantCare,
        TenantPurge,
        TenantRounds,
        WakeUps,
        WebhooksLoop,
        WorkFinder,
        WorkRounds,
      ],
    };
  }
}
