import { ActivitiesModule } from '@errand/activities';
import { StatisticsModule } from '@errand/statistics';
import { Module } from '@nestjs/common';
import { Overview } from './overview.service';
import { StatisticsController } from './statistics.controller';

@Module({
  imports: [ActivitiesModule, StatisticsModule],
  controllers: [StatisticsController],
  providers: [Overview],
  exports: [Overview],
})
export class StatisticsApiModule {}
