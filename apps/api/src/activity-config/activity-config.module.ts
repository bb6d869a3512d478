import { ActivitiesModule } from '@errand/activities';
import { MasterDataModule } from '@errand/master-data';
import { OutboundModule } from '@errand/outbound';
import { Module } from '@nestjs/common';
import { AttributeKeysController } from './attribute-keys.controller';
import { AttributePoliciesController } from './attribute-policies.controller';
import { ResultTypesController } from './result-types.controller';
import { TargetResolutionsController } from './target-resolutions.controller';

@Module({
  imports: [ActivitiesModule, MasterDataModule, OutboundModule],
  controllers: [
    AttributeKeysController,
    AttributePoliciesController,
    ResultTypesController,
    TargetResolutionsController,
  ],
})
export class ActivityConfigApiModule {}
