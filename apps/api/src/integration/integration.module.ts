import { ActivitiesModule } from '@errand/activities';
import { MasterDataModule } from '@errand/master-data';
import { Module } from '@nestjs/common';
import { ResultsApiModule } from '../results/results.module';
import { IntegrationController } from './integration.controller';

/** For field systems that ask instead of being called. */
@Module({ imports: [ActivitiesModule, MasterDataModule, ResultsApiModule], controllers: [IntegrationController] })
export class IntegrationApiModule {}
