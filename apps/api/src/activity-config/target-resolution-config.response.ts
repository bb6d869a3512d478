import type { TargetResolutionConfig } from '@errand/resolution';
import { CHANNELS, type Channel, TARGET_STRATEGIES, type TargetStrategy } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { TargetCriterionResponse } from './target-criterion.response';

export class TargetResolutionConfigResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: TARGET_STRATEGIES })
  strategy: TargetStrategy;

  @ApiProperty({ enum: CHANNELS, isArray: true, nullable: true })
  channels: Channel[] | null;

  criteria: TargetCriterionResponse[];
  fallbackToCommerceRep: boolean;
  fallbackToOwner: boolean;

  @ApiProperty({ type: 'integer' })
  priority: number;

  isActive: boolean;
  createdAt: Date;
  updatedAt: Date;

  static of(config: TargetResolutionConfig): TargetResolutionConfigResponse {
    const { id, strategy, channels, fallbackToCommerceRep, fallbackToOwner, priority, isActive } = config;
    const criteria = config.criteria.map(TargetCriterionResponse.of);
    const { createdAt, updatedAt } = config;
    return {
      ...{ id, strategy, channels, criteria, fallbackToCommerceRep, fallbackToOwner },
      ...{ priority, isActive, createdAt, updatedAt },
    };
  }
}
