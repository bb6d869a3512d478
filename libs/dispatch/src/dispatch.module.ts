import { ActivitiesModule } from '@errand/activities';
import { CallbacksModule } from '@errand/callbacks';
import { MasterDataModule } from '@errand/master-data';
import { TenantsModule } from '@errand/tenants';
import { WebhooksModule } from '@errand/webhooks';
import { Module } from '@nestjs/common';
import { Accounts } from './admission/accounts.service';
import { Admission } from './admission/admission.service';
import { BreakerNews } from './admission/breaker/breaker-news.service';
import { Breaker } from './admission/breaker/breaker.service';
import { Outages } from './admission/breaker/outages.service';
import { Limits } from './admission/limits/limits.service';
import { Attempt } from './attempt.service';
import { ChosenConfigs } from './chosen-configs.service';
import { Claims } from './claims.service';
import { ConfigLoads } from './config-loads.service';
import { DispatchNow } from './dispatch-now.service';
import { Holdings } from './holding';
import { LateResolution } from './late-resolution.service';
import { Payloads } from './payloads.service';
import { Pipeline } from './pipeline';
import { AttemptReport } from './settlement/attempt-report.service';
import { Leases } from './settlement/leases.service';
import { Settlement } from './settlement/settlement.service';
import { Settler } from './settlement/settler.service';
import { Sources } from './sources';
import { Waiting } from './waiting.service';

const admission = [Accounts, Admission, Breaker, BreakerNews, Limits, Outages];
const steps = [Attempt, Claims, Holdings, LateResolution, Pipeline, Sources];
const settlement = [AttemptReport, Leases, Settlement, Settler];

/** Needs ConfigModule, TelemetryModule, DatabaseModule and ProvidersModule. */
@Module({
  imports: [ActivitiesModule, CallbacksModule, MasterDataModule, TenantsModule, WebhooksModule],
  providers: [...admission, ...steps, ...settlement, ChosenConfigs, ConfigLoads, DispatchNow, Payloads, Waiting],
  exports: [
    ...[Accounts, Admission, Breaker, Holdings, Pipeline, Settlement, Settler, Sources],
    ...[ChosenConfigs, ConfigLoads, DispatchNow, Payloads, Waiting],
  ],
})
export class DispatchModule {}
