import { ActionsModule } from '@errand/actions';
import { ActivitiesModule } from '@errand/activities';
import { DispatchModule } from '@errand/dispatch';
import { WebhooksModule } from '@errand/webhooks';
import { Module } from '@nestjs/common';
import { ScopeModule } from '../access/scope.module';
import { ActivitiesController } from './activities.controller';
import { ActivityIntake } from './activity-intake.service';
import { CreateActivitiesController } from './create-activities.controller';

@Module({
  imports: [ActionsModule, ActivitiesModule, DispatchModule, ScopeModule, WebhooksModule],
  controllers: [CreateActivitiesController, ActivitiesController],
  providers: [ActivityIntake],
})
export class ActivitiesApiModule {}
