import { WAITING_REASONS, type WaitingReason } from '@errand/dispatch';
import {
  ACTIVITY_STATUSES,
  ACTIVITY_TYPES,
  type ActivityStatus,
  type ActivityType,
  type Channel,
  CHANNELS,
  type Origin,
  ORIGINS,
} from '@errand/vocabulary';
import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { aNumber, noRepeats } from '../validation/messages';
import { CountedPageRequest } from '../lists/page.request';
import { IsCommaList } from '../validation/comma-list.decorator';
import { HasTexts } from '../validation/texts.decorator';
import { IsIdOrTimestamp, IsTimestamp, IsTimestampOrTimeOfDay } from '../validation/timestamp.decorator';

/** Filters are joined by AND; several values of one filter, comma-separated, by OR. */
export class ActivityFilterRequest {
  /** One of these statuses. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(ACTIVITY_STATUSES, { each: true })
  status?: ActivityStatus[];

  /** One of these types. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(ACTIVITY_TYPES, { each: true })
  type?: ActivityType[];

  /** One of these channels. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(CHANNELS, { each: true })
  channel?: Channel[];

  /** Of this store, by id. */
  @IsOptional()
  @IsUUID()
  commerceId?: string;

  /** Of this store, by your own id. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  commerceExternalId?: string;

  /** For this person of a store. */
  @IsOptional()
  @IsUUID()
  commerceUserId?: string;

  /** Of this operator. */
  @IsOptional()
  @IsUUID()
  operatorId?: string;

  /** On this route. */
  @IsOptional()
  @IsUUID()
  routeId?: string;

  /** The dispatch config that was tried last. */
  @IsOptional()
  @IsUUID()
  dispatchConfigId?: string;

  /**
   * Code of the last error.
   * @example ["PROVIDER_REJECTED"]
   */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @Matches(/^[A-Z0-9_]{1,100}$/, { each: true, message: 'must be error codes' })
  errorCode?: string[];

  /** The whole reason. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  reason?: string;

  /** Members of the metadata; in a query each is given as `label.<key>=<value>`. Other values than texts are compared as JSON. */
  @IsOptional()
  @HasTexts()
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  label?: Record<string, string>;

  /**
   * Code of the provider that was tried last.
   * @example MOCK
   */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  provider?: string;

  /** Made in one of these ways. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(ORIGINS, { each: true })
  origin?: Origin[];

  /** Due then or later. */
  @IsOptional()
  @IsTimestamp()
  scheduledFrom?: Date;

  /** Due then or earlier. */
  @IsOptional()
  @IsTimestamp()
  scheduledTo?: Date;

  /** Created then or later. */
  @IsOptional()
  @IsTimestamp()
  createdFrom?: Date;

  /** Created then or earlier. */
  @IsOptional()
  @IsTimestamp()
  createdTo?: Date;

  /** True: only those that a redrive has repeated. False: only the others. */
  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  redriven?: boolean;

  /**
   * An activity's id, idempotency key or provider's id (whole), or part of its store's externalId or name, or of its reason, in
   * any case. What is found first, in this order, answers alone; `meta.matchedBy` tells by what. Reasons are looked at
   * within createdFrom and createdTo, or of the last 30 days.
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  search?: string;
}

export class ListActivitiesRequest extends IntersectionType(ActivityFilterRequest, CountedPageRequest) {
  /** READY ones by what they wait for. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(WAITING_REASONS, { each: true })
  waiting?: WaitingReason[];

  /** `waitingFor`: tell of each READY one what it waits for. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(['waitingFor'], { each: true })
  include?: 'waitingFor'[];
}

export class ActivityChangesRequest extends OmitType(ListActivitiesRequest, [
  'page',
  'perPage',
  'cursor',
  'total',
  'include',
] as const) {
  /** Those that are shown. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  ids?: string[];

  /**
   * The id of the first in the list, or a time: what the filter lets through and lists would have above that one, or was
   * created after that time, is counted.
   * @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a
   */
  @IsOptional()
  @IsIdOrTimestamp()
  newerThan?: string;
}

export class RescheduleActivityRequest {
  /**
   * In the past = now.
   * @example 2026-01-31T09:30:00.000Z
   */
  @IsOptional()
  @IsTimestamp()
  scheduledAt?: Date;

  @IsOptional()
  @ApiProperty({ format: 'double' })
  @IsNumber({}, aNumber)
  @Min(-1e12)
  @Max(1e12)
  score?: number;

  /**
   * A timestamp or a time of day.
   * @example 10:30
   */
  @IsOptional()
  @IsTimestampOrTimeOfDay()
  suggestedExecutionTime?: string | null;
}

export class AssignTargetUserRequest {
  /**
   * A user of the activity's store.
   * @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a
   */
  @IsUUID()
  commerceUserId: string;
}

export class BulkChangeFilterRequest extends OmitType(ActivityFilterRequest, ['status'] as const) {
  /** Of these the ones in the status to change are taken; of all unless told. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(ACTIVITY_STATUSES, { each: true })
  status?: ActivityStatus[];
}

export class RedriveFilterRequest extends OmitType(ActivityFilterRequest, ['status', 'redriven'] as const) {
  /** What is redriven in any case. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(['FAILED'], { each: true })
  status?: 'FAILED'[];
}

/** Activities to change, and how many. Give ids or filter. */
export class BulkChangeRequest {
  /** Those that cannot be changed are passed over, see `skipped`. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique(noRepeats)
  @IsUUID(undefined, { each: true })
  ids?: string[];

  /**
   * All that match and are in the status to change.
   * @example { "channel": ["WHATSAPP"] }
   */
  @IsOptional()
  @ValidateNested()
  @Type(() => BulkChangeFilterRequest)
  filter?: BulkChangeFilterRequest;

  /**
   * Only count what would be changed.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;

  /** How many this call tries at most, the newest first; 1,000 unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;

  /** Only older ones than this: the `next` of the answer before. */
  @IsOptional()
  @IsUUID()
  before?: string;
}

export class RedriveRequest {
  /** FAILED activities; others among them are passed over. Give ids or filter. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @IsUUID(undefined, { each: true })
  ids?: string[];

  /**
   * All FAILED activities that match.
   * @example { "channel": ["WHATSAPP"] }
   */
  @IsOptional()
  @ValidateNested()
  @Type(() => RedriveFilterRequest)
  filter?: RedriveFilterRequest;

  /**
   * Only count what would be redriven.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;

  /** How many copies this call makes at most; 1,000 unless told. Call again while `remaining` is not 0. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  limit?: number;

  /**
   * When the first copy is due; now unless told, or in the past.
   * @example 2026-01-31T09:30:00.000Z
   */
  @IsOptional()
  @IsTimestamp()
  startAt?: Date;

  /** Spreads the copies of this call over time, from `startAt` on; all are due then unless told. */
  @IsOptional()
  @ApiProperty({ format: 'double' })
  @IsNumber({}, aNumber)
  @Min(0.01)
  @Max(100_000)
  ratePerSecond?: number;

  /**
   * Also those that were redriven before; false unless told. The same ids or filter go on with what they have not repeated
   * within the hour, and once all is repeated, begin anew.
   */
  @IsOptional()
  @IsBoolean()
  includeRedriven?: boolean;
}
