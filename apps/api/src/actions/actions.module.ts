import { ActionsModule } from '@errand/actions';
import { Module } from '@nestjs/common';
import { ActionsController } from './actions.controller';
import { ScheduledActionsController } from './scheduled-actions.controller';

@Module({ imports: [ActionsModule], controllers: [ActionsController, ScheduledActionsController] })
export class ActionsApiModule {}
