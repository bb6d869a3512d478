import { ActivitiesModule } from '@errand/activities';
import { StatisticsModule } from '@errand/statistics';
import { Module } from '@nestjs/common';
import { StatisticsController } from './statistics.controller';

@Module({ imports: [ActivitiesModule, StatisticsModule], controllers: [StatisticsController] })
export class StatisticsApiModule {}
