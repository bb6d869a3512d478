import { ACTION_STATUSES, type ActionStatus } from '@errand/actions';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageRequest } from '../lists/page.request';
import { IsTimestamp } from '../validation/timestamp.decorator';

/** Filters are joined by AND; several statuses, comma-separated, by OR. */
export class ListScheduledRequest extends PageRequest {
  @IsOptional()
  @IsArray()
  @IsIn(ACTION_STATUSES, { each: true })
  status?: ActionStatus[];

  @IsOptional()
  @IsString()
  @Length(1, 200)
  namespace?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  provider?: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  action_type?: string;

  @IsOptional()
  @IsTimestamp()
  scheduled_from?: Date;

  @IsOptional()
  @IsTimestamp()
  scheduled_to?: Date;
}

export class RescheduleActionRequest {
  /**
   * When to send it instead; in the past = now.
   * @example 2026-01-31T09:30:00Z
   */
  @IsTimestamp()
  scheduled_for: Date;
}
