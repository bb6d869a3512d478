import { MasterDataModule } from '@errand/master-data';
import { OutboundModule } from '@errand/outbound';
import { ResolutionModule } from '@errand/resolution';
import { Module } from '@nestjs/common';
import { AttributeKeysController } from './attribute-keys.controller';
import { AttributePoliciesController } from './attribute-policies.controller';
import { ResultTypesController } from './result-types.controller';
import { TargetResolutionConfigsController } from './target-resolution-configs.controller';

@Module({
  imports: [MasterDataModule, OutboundModule, ResolutionModule],
  controllers: [
    AttributeKeysController,
    AttributePoliciesController,
    ResultTypesController,
    TargetResolutionConfigsController,
  ],
})
export class ActivityConfigApiModule {}
