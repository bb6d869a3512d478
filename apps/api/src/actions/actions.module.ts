import { ActionsModule } from '@errand/actions';
import { Module } from '@nestjs/common';
import { ScopeModule } from '../access/scope.module';
import { ActionsController } from './actions.controller';
import { ScheduledActionsController } from './scheduled-actions.controller';

@Module({ imports: [ActionsModule, ScopeModule], controllers: [ActionsController, ScheduledActionsController] })
export class ActionsApiModule {}
