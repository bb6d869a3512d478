import { ActionsModule } from '@errand/actions';
import { ActivitiesModule } from '@errand/activities';
import { DispatchModule } from '@errand/dispatch';
import { WebhooksModule } from '@errand/webhooks';
import { Module } from '@nestjs/common';
import { ScopeModule } from '../access/scope.module';
import { ActivitiesController } from './activities.controller';
import { ActivityInsightController } from './activity-insight.controller';
import { ActivityIntake } from './activity-intake.service';
import { ActivityViews } from './activity-views.service';
import { BulkChanges } from './bulk-changes.service';
import { BulkChangesController } from './bulk-changes.controller';
import { CreateActivitiesController } from './create-activities.controller';

@Module({
  imports: [ActionsModule, ActivitiesModule, DispatchModule, ScopeModule, WebhooksModule],
  controllers: [CreateActivitiesController, BulkChangesController, ActivityInsightController, ActivitiesController],
  providers: [ActivityIntake, ActivityViews, BulkChanges],
  exports: [ActivityViews],
})
export class ActivitiesApiModule {}
