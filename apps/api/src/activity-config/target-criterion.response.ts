import type { TargetCriterion } from '@errand/resolution';
import {
  COMMERCE_USER_ROLES,
  type CommerceUserRole,
  TARGET_CRITERIA,
  type TargetCriterionType,
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

  static of(this: void, { type, config, priority }: TargetCriterion): TargetCriterionResponse {
    return { type, config, priority };
  }
}
