import { ActionUpkeepModule } from '@errand/actions';
import { RecurringModule } from '@errand/recurring';
import { Module } from '@nestjs/common';
import { ScopeModule } from '../access/scope.module';
import { RecurringController } from './recurring.controller';

@Module({ imports: [ActionUpkeepModule, RecurringModule, ScopeModule], controllers: [RecurringController] })
export class RecurringApiModule {}
