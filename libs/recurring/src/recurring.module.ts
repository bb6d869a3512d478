import { ActionUpkeepModule } from '@errand/actions';
import { ActivitiesModule } from '@errand/activities';
import { AuditModule } from '@errand/audit';
import { QuotasModule } from '@errand/quotas';
import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { Backfill } from './backfill.service';
import { DueOccurrences } from './due-occurrences.service';
import { Occurrences } from './occurrences.service';
import { RecurringActions } from './recurring-actions.service';

const services = [Backfill, DueOccurrences, Occurrences, RecurringActions];

/** Needs ConfigModule, TelemetryModule and DatabaseModule. */
@Module({
  imports: [AuditModule, ActionUpkeepModule, ActivitiesModule, QuotasModule, TenantsModule],
  providers: services,
  exports: services,
})
export class RecurringModule {}
