import { ActivitiesModule } from '@errand/activities';
import { DispatchModule } from '@errand/dispatch';
import { RulesModule } from '@errand/rules';
import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { ActionRecords } from './action-records.service';
import { ActionUpkeepModule } from './action-upkeep.module';
import { Actions } from './actions.service';
import { ActivityRules } from './activity-rules.service';
import { AwaitedSend } from './awaited-send.service';
import { Backtests } from './backtest.service';
import { Judge } from './judge.service';
import { ScheduledActions } from './scheduled-actions.service';

/** Needs ConfigModule, TelemetryModule, DatabaseModule and ProvidersModule. */
@Module({
  imports: [ActionUpkeepModule, ActivitiesModule, DispatchModule, RulesModule, TenantsModule],
  providers: [ActionRecords, Actions, ActivityRules, AwaitedSend, Backtests, Judge, ScheduledActions],
  exports: [Actions, ActionUpkeepModule, ActivityRules, Backtests, ScheduledActions],
})
export class ActionsModule {}
