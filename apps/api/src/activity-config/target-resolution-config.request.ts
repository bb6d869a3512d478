import { CHANNELS, type Channel, TARGET_STRATEGIES, type TargetStrategy } from '@errand/vocabulary';
import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { noRepeats } from '../validation/messages';
import { highestPriority, lowestPriority, TargetCriterionRequest } from './target-criterion.request';

export class CreateTargetResolutionConfigRequest {
  @IsIn(TARGET_STRATEGIES)
  strategy: TargetStrategy;

  /** The channels it is for; null: for all. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayMinSize(1)
  @IsIn(CHANNELS, { each: true })
  @ArrayUnique(noRepeats)
  channels?: Channel[] | null;

  /**
   * Tried by priority until one finds a user; none unless told.
   * @example [{ "type": "ROLE_MATCH", "config": { "role": "ORDERS" }, "priority": 0 }]
   */
  @ApiProperty({ type: [TargetCriterionRequest], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TargetCriterionRequest)
  criteria?: TargetCriterionRequest[];

  /** When no criterion finds a user, a COMMERCE_REP is the target; true unless told. */
  @IsOptional()
  @IsBoolean()
  fallbackToCommerceRep?: boolean;

  /** When there is no such user either, the OWNER is; true unless told. */
  @IsOptional()
  @IsBoolean()
  fallbackToOwner?: boolean;

  /** Lower first, unique among the active ones; 0 unless told. */
  @IsOptional()
  @IsInt()
  @Min(lowestPriority)
  @Max(highestPriority)
  priority?: number;

  @IsOptional()
  @IsBoolean()
  isActive?: boolean;
}

export class UpdateTargetResolutionConfigRequest extends PartialType(CreateTargetResolutionConfigRequest) {}
