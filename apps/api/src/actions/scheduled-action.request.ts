import { ACTION_STATUSES, type ActionStatus } from '@errand/actions';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageRequest } from '../lists/page.request';
import { IsTimestamp } from '../validation/timestamp.decorator';

/** Filters are joined by AND; several statuses, comma-separated, by OR. */
export class ListScheduledRequest extends PageRequest {
  /** One of these statuses. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsIn(ACTION_STATUSES, { each: true })
  status?: ActionStatus[];

  /** Of this namespace. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  namespace?: string;

  /** For this provider, as the action named it. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  provider?: string;

  /** Of this type. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  action_type?: string;

  /** Due then or later. */
  @IsOptional()
  @IsTimestamp()
  scheduled_from?: Date;

  /** Due then or earlier. */
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
