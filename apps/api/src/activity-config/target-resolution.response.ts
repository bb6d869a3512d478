import type { TargetResolution } from '@errand/master-data';
import {
  CHANNELS,
  type Channel,
  COMMERCE_USER_ROLES,
  type CommerceUserRole,
  TARGET_CRITERIA,
  TARGET_STRATEGIES,
  type TargetCriterionType,
  type TargetStrategy,
} from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';

export class TargetCriterionConfigResponse {
  /** With ROLE_MATCH only. */
  @ApiProperty({ enum: COMMERCE_USER_ROLES, required: false })
  role?: CommerceUserRole;

  /** With LAST_CONTACTED_… only. */
  @ApiProperty({ type: 'integer', required: false })
  withinDays?: number;
}

export class TargetCriterionResponse {
  @ApiProperty({ enum: TARGET_CRITERIA })
  type: TargetCriterionType;

  config: TargetCriterionConfigResponse;

  @ApiProperty({ type: 'integer' })
  priority: number;
}

export class TargetResolutionResponse {
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

  static of(resolution: TargetResolution): TargetResolutionResponse {
    const { id, strategy, channels, fallbackToCommerceRep, fallbackToOwner, priority, isActive } = resolution;
    const criteria = resolution.criteria.map(({ type, config, priority }) => ({ type, config, priority }));
    const { createdAt, updatedAt } = resolution;
    return {
      ...{ id, strategy, channels, criteria, fallbackToCommerceRep, fallbackToOwner },
      ...{ priority, isActive, createdAt, updatedAt },
    };
  }
}
