import { ActivitiesModule } from '@errand/activities';
import { MasterDataModule } from '@errand/master-data';
import { Module } from '@nestjs/common';
import { ScopeModule } from '../access/scope.module';
import { ResultIntake } from './result-intake.service';
import { ResultsController } from './results.controller';

@Module({
  imports: [ActivitiesModule, MasterDataModule, ScopeModule],
  controllers: [ResultsController],
  providers: [ResultIntake],
  exports: [ResultIntake],
})
export class ResultsApiModule {}
