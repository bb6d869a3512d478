import { MISSED_POLICIES, type MissedPolicy, RECURRING_STATUSES, type RecurringStatus } from '@errand/recurring';
import { ApiPropertyOptional, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { ActionRequest } from '../actions/action.request';
import { IsSmallObject } from '../validation/small-object.decorator';
import { IsTimestamp } from '../validation/timestamp.decorator';

const maxLabelBytes = 8192;

/** The contract’s words, and `allow` in short. */
const OVERLAP_WORDS = ['allow_all', 'allow', 'skip', 'cancel_other'] as const;

/** In snake_case, as everything below `/v1`. */
export class CreateRecurringRequest extends OmitType(ActionRequest, ['id', 'delay_seconds', 'scheduled_at']) {
  /**
   * 5 fields, or 6 with the seconds first.
   * @example 0 9 * * MON-FRI
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  cron_expression?: string | null;

  /** In place of `cron_expression`. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  cron_expr?: string | null;

  /**
   * IANA time zone; UTC unless told.
   * @example America/Santiago
   */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  timezone?: string | null;

  /** @example Morning reminder */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string | null;

  @IsOptional()
  @IsString()
  @Length(0, 2000)
  description?: string | null;

  /** Yours; nothing is made of them. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true })
  @IsOptional()
  @IsObject()
  @IsSmallObject(maxLabelBytes)
  labels?: Record<string, unknown> | null;

  /** No occurrence after it. */
  @IsOptional()
  @IsTimestamp()
  end_date?: Date | null;

  /** In place of `end_date`. */
  @IsOptional()
  @IsTimestamp()
  ends_at?: Date | null;

  /** How often it is fired at most. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  max_executions?: number | null;

  /** While the activity of the occurrence before is still to be sent: `allow_all` (default) or `skip`. */
  @ApiPropertyOptional({ enum: OVERLAP_WORDS, nullable: true })
  @IsOptional()
  @IsIn(OVERLAP_WORDS)
  overlap_policy?: (typeof OVERLAP_WORDS)[number] | null;

  /** Of what was missed while no dispatcher ran: `fire_once` (default) the last, `skip`, or `fire_all`. */
  @ApiPropertyOptional({ enum: MISSED_POLICIES, nullable: true })
  @IsOptional()
  @IsIn(MISSED_POLICIES)
  missed_policy?: MissedPolicy | null;

  /** False: paused. */
  @IsOptional()
  @IsBoolean()
  enabled?: boolean | null;
}

export class ChangeRecurringRequest extends PartialType(CreateRecurringRequest) {}

/** The contract names whose it is in each request; not needed, but if given it must be right. */
export class RecurringScopeRequest {
  /** Its namespace; if given it must be right. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  namespace?: string | null;

  /** Code or id of the tenant. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  tenant?: string | null;
}

export class OccurrencesQueryRequest extends RecurringScopeRequest {
  /** How many items at most. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number = 100;

  /** How many items to pass over. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  offset?: number = 0;
}

export class ListRecurringRequest extends OccurrencesQueryRequest {
  /** Of this status. */
  @ApiPropertyOptional({ enum: RECURRING_STATUSES })
  @IsOptional()
  @IsIn(RECURRING_STATUSES)
  status?: RecurringStatus;
}

export class NextTimesRequest extends RecurringScopeRequest {
  /** How many times at most. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  count?: number = 10;
}

export class PreviewRecurringRequest extends PickType(CreateRecurringRequest, [
  'cron_expression',
  'cron_expr',
  'timezone',
] as const) {
  /** The first time is at or after it; now unless told. */
  @IsOptional()
  @IsTimestamp()
  from?: Date | null;

  /** How many times at most; 10 unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  count?: number | null;
}

export class BackfillRequest extends RecurringScopeRequest {
  /** @example 2026-01-01T00:00:00Z */
  @IsTimestamp()
  from: Date;

  /**
   * Included, as `from` is; what is still to come is left to its time.
   * @example 2026-01-02T00:00:00Z
   */
  @IsTimestamp()
  to: Date;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number = 100;

  /** Only tell how many would be fired. */
  @IsOptional()
  @IsBoolean()
  dry_run?: boolean = false;
}
