import { ActivitiesModule } from '@errand/activities';
import { Module } from '@nestjs/common';
import { ResultsController } from './results.controller';

@Module({ imports: [ActivitiesModule], controllers: [ResultsController] })
export class ResultsApiModule {}
