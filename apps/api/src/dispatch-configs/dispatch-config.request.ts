import { type Channel, CHANNELS, ON_UNCERTAIN, type OnUncertain } from '@errand/vocabulary';
import { ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { notBlank } from '../validation/messages';
import { IsSmallObject } from '../validation/small-object.decorator';
import { PageRequest } from '../lists/page.request';

/** What the column holds. Named, since the OpenAPI plugin leaves out a field with `-2_147_483_648` in its rules. */
const lowestPriority = -2_147_483_648;
const highestPriority = 2_147_483_647;

/** Of credentials, and of settings. */
const maxFieldsBytes = 65_536;

/** Shared by every replica. Null: no limit. */
export class LimitsRequest {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  maxPerSecond?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  maxConcurrent?: number | null;
}

/** Null: the installation's default. */
export class RetryRequest {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  maxAttempts?: number | null;

  /** The wait before attempt n+1 is random in 0 … baseDelayMs × 2^(n-1). */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(3_600_000)
  baseDelayMs?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(86_400_000)
  maxDelayMs?: number | null;
}

export class CreateDispatchConfigRequest {
  /**
   * Unique in the tenant.
   * @example yom-visits
   */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, notBlank)
  name: string;

  /**
   * One of `GET /api/dispatch-providers`.
   * @example YOM
   */
  @IsString()
  @Length(1, 64)
  providerCode: string;

  @IsIn(CHANNELS)
  channel: Channel;

  /**
   * Where the provider is; http or https, to an address that may be reached.
   * @example https://api.provider.example
   */
  @IsOptional()
  @IsString()
  @MaxLength(2048)
  baseUrl?: string | null;

  /**
   * What the channel definition of the provider asks for. Never shown again.
   * @example { "apiKey": "key-from-the-provider" }
   */
  @IsOptional()
  @IsSmallObject(maxFieldsBytes)
  credentials?: Record<string, unknown>;

  /**
   * What the channel definition of the provider offers.
   * @example {}
   */
  @IsOptional()
  @IsSmallObject(maxFieldsBytes)
  settings?: Record<string, unknown>;

  /** Of the active configs of a channel the one with the lowest number is used first; 0 unless told. */
  @IsOptional()
  @IsInt()
  @Min(lowestPriority)
  @Max(highestPriority)
  priority?: number;

  /** False pauses: its activities wait. True unless told. */
  @IsOptional()
  @IsBoolean()
  isActive?: boolean;

  @IsOptional()
  @ValidateNested()
  @Type(() => LimitsRequest)
  limits?: LimitsRequest;

  @IsOptional()
  @ValidateNested()
  @Type(() => RetryRequest)
  retry?: RetryRequest;

  /** Deadline of one call, up to what the installation allows. Null: the installation's default. */
  @IsOptional()
  @IsInt()
  @Min(50)
  @Max(600_000)
  timeoutMs?: number | null;

  /**
   * After a call that may or may not have reached the provider (no answer in time, a lost connection): send again, under
   * the same Idempotency-Key, or give the activity up. `retry` unless told.
   */
  @ApiPropertyOptional({ enum: ON_UNCERTAIN })
  @IsOptional()
  @IsIn(ON_UNCERTAIN)
  onUncertain?: OnUncertain;
}

/** `credentials` and `settings` replace the old ones whole; `limits` and `retry` change what is given in them. */
export class ChangeDispatchConfigRequest extends PartialType(CreateDispatchConfigRequest) {}

export class DispatchConfigQuery extends PageRequest {
  /** On this channel. */
  @ApiPropertyOptional({ enum: CHANNELS })
  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;

  /** At this provider. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  providerCode?: string;

  /** True: those in use. False: those that are paused. */
  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  isActive?: boolean;
}
