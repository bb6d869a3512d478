import { ActionUpkeepModule } from '@errand/actions';
import { RecurringModule } from '@errand/recurring';
import { Module } from '@nestjs/common';
import { RecurringController } from './recurring.controller';

@Module({ imports: [ActionUpkeepModule, RecurringModule], controllers: [RecurringController] })
export class RecurringApiModule {}
