import { ConfigModule, type Settings } from '@errand/config';
import { DatabaseModule, isUnreachable } from '@errand/database';
import { ProvidersModule } from '@errand/providers';
import { HealthController, HealthModule, MetricsController, TelemetryModule } from '@errand/telemetry';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessModule } from './access/access.module';
import { Public } from './access/require-permission.decorator';
import { ActionsApiModule } from './actions/actions.module';
import { ActivitiesApiModule } from './activities/activities.module';
import { ActivityConfigApiModule } from './activity-config/activity-config.module';
import { ApiKeysApiModule } from './api-keys/api-keys.module';
import { AuditApiModule } from './audit/audit.module';
import { CallbacksApiModule } from './callbacks/callbacks.module';
import { CommercesApiModule } from './commerces/commerces.module';
import { ConsoleApiModule } from './console/console.module';
import { DispatchConfigsApiModule } from './dispatch-configs/dispatch-configs.module';
import { KnownRoutes } from './http/known-routes';
import { IntegrationApiModule } from './integration/integration.module';
import { ReplicaReads } from './lists/replica-reads.interceptor';
import { OperatorsApiModule } from './operators/operators.module';
import { ProblemFilter } from './problems/problem.filter';
import { RecurringApiModule } from './recurring/recurring.module';
import { ResultsApiModule } from './results/results.module';
import { RoutesApiModule } from './routes/routes.module';
import { RulesApiModule } from './rules/rules.module';
import { StatisticsApiModule } from './statistics/statistics.module';
import { TenantsApiModule } from './tenants/tenants.module';
import { RequestPipe } from './validation/request.pipe';
import { WebhooksApiModule } from './webhooks/webhooks.module';

// They live in a library that knows no keys; every other route says for itself who may call it.
for (const controller of [HealthController, MetricsController]) Public()(controller);

/**
 * The HTTP process. How an endpoint is written here, in a folder per resource:
 *
 * - A handler declares `@RequirePermission('…')`, `@AnyKey()` or `@Public()`; without one the process does not start.
 *   `@CurrentTenant()` is the tenant to act in, `@CurrentActor()` the text for history rows. Every query is made with
 *   the tenant's id, so that another tenant's id is a 404 like an unknown one. `@Id()` is a path parameter that is an id.
 * - A key may be bound to channels and dispatch configs. `@ScopedSubject()` says what the `:id` of a path is of, lists take
 *   `@CurrentScope()`, and `@WholeTenant()` is for what is of all channels.
 * - Bodies and queries are classes in `*.request.ts` with class-validator rules on each field. The pipe builds and
 *   validates them, refuses unknown fields and takes snake_case spellings too; nothing is converted but what `@Type()`
 *   says: a nested class, `@IsTimestamp()` (a Date), and in queries numbers, booleans and `a,b` for arrays. In a body
 *   null is accepted only where the type says `| null` (with `@IsOptional()`). Free-form objects are `@IsObject()`.
 * - Answers are classes in `*.response.ts`, each with a `static of(row)`: an allow-list, so that a new column is not
 *   shown by accident. Nothing is absent; what there is not is null. Comments become the OpenAPI descriptions.
 * - Lists take `PageRequest` (or a class that extends it), are answered by `readPage()` and documented by `@ApiPage()`.
 * - Failures are thrown as `ErrandError` with a code of the catalog; `ProblemFilter` is the one place that turns
 *   errors into responses, and `@ApiProblems(404, 409)` documents them.
 */
@Module({})
export class AppModule {
  static async forRoot(settings: Settings, routes: KnownRoutes): Promise<DynamicModule> {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(settings),
        TelemetryModule.forRoot('api', isUnreachable),
        DatabaseModule.forRoot(),
        await ProvidersModule.forRoot(settings.providerModules),
        HealthModule,
        AccessModule,
        TenantsApiModule,
        ApiKeysApiModule,
        DispatchConfigsApiModule,
        CommercesApiModule,
        OperatorsApiModule,
        RoutesApiModule,
        ActivityConfigApiModule,
        ActivitiesApiModule,
        StatisticsApiModule,
        ResultsApiModule,
        IntegrationApiModule,
        RulesApiModule,
        ActionsApiModule,
        WebhooksApiModule,
        CallbacksApiModule,
        RecurringApiModule,
        AuditApiModule,
        ...(settings.consoleEnabled ? [ConsoleApiModule] : []),
      ],
      providers: [
        { provide: KnownRoutes, useValue: routes },
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: ReplicaReads },
        { provide: APP_PIPE, useClass: RequestPipe },
      ],
    };
  }
}
