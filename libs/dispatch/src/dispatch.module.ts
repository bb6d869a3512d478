import { ActivitiesModule } from '@errand/activities';
import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { Accounts } from './accounts.service';
import { AttemptReport } from './attempt-report.service';
import { Breaker } from './breaker/breaker.service';
import { DispatchJob } from './dispatch-job.service';
import { DispatchNow } from './dispatch-now.service';
import { HeldDispatches } from './held-dispatches.service';
import { Leases } from './leases.service';
import { Limits } from './limits/limits.service';
import { Outcomes } from './outcomes.service';
import { Settler } from './settler.service';

/** Needs ConfigModule, TelemetryModule, DatabaseModule and ProvidersModule. */
@Module({
  imports: [ActivitiesModule, TenantsModule],
  providers: [
    ...[Accounts, AttemptReport, Breaker, DispatchJob, DispatchNow],
    ...[HeldDispatches, Leases, Limits, Outcomes, Settler],
  ],
  exports: [Accounts, Breaker, DispatchJob, DispatchNow, HeldDispatches, Limits, Outcomes],
})
export class DispatchModule {}
