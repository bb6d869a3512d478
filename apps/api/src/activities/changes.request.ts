import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { WAITING_REASONS, type WaitingReason } from '@errand/dispatch';
import { ArrayMaxSize, IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsCommaList } from '../validation/comma-list.decorator';
import { IsIdOrTimestamp } from '../validation/id-or-timestamp.decorator';
import { ActivityFilterRequest } from './activity.request';

class ChangesOnlyRequest {
  /** Of these the states are told: those that a list shows. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  ids?: string[];

  /**
   * An activity's id or an instant: of those that match the filters, how many were created after it is told.
   * @example 2026-01-31T09:30:00.000Z
   */
  @IsOptional()
  @IsIdOrTimestamp()
  newerThan?: string;

  /** READY ones by what they wait for. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(WAITING_REASONS, { each: true })
  @ApiPropertyOptional({ enum: WAITING_REASONS, isArray: true })
  waiting?: WaitingReason[];
}

export class ChangesRequest extends IntersectionType(ActivityFilterRequest, ChangesOnlyRequest) {}
