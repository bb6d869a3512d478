import { SERIES_KEYS, type SeriesKey, type Step, STEPS } from '@errand/statistics';
import { type Channel, CHANNELS } from '@errand/vocabulary';
import { ArrayMaxSize, IsDefined, IsIn, IsInt, IsOptional, IsTimeZone, Max, Min } from 'class-validator';
import { IsCommaList } from '../validation/comma-list.decorator';
import { IsTimestamp } from '../validation/timestamp.decorator';

/** The steps that need no sums of 5 minutes. */
const LONG_STEPS = STEPS.filter((step) => step !== '5m');

export class StatsRangeRequest {
  /** The bucket in which this is counts whole. */
  @IsDefined()
  @IsTimestamp()
  from: Date;

  /** After `from`. Up to this time; the bucket in which this is counts whole. */
  @IsDefined()
  @IsTimestamp()
  to: Date;
}

export class ActivityStatsRequest extends StatsRangeRequest {
  /** How long a bucket is; `1h` unless told. `5m` within the last 48 hours only; at most 1,000 buckets. */
  @IsOptional()
  @IsIn(STEPS)
  step?: Step;

  /** What tells the series apart; `status` unless told. */
  @IsOptional()
  @IsIn(SERIES_KEYS)
  by?: SeriesKey;

  /**
   * IANA time zone, whose days those of step `1d` are; the tenant’s unless told.
   * @example America/Bogota
   */
  @IsOptional()
  @IsTimeZone()
  timezone?: string;
}

export class FailureStatsRequest extends StatsRangeRequest {
  /** How many rows at most; 10 unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class ScheduledStatsRequest extends StatsRangeRequest {
  /** How long a bucket is; `1h` unless told. At most 1,000 buckets. */
  @IsOptional()
  @IsIn(LONG_STEPS)
  step?: '1h' | '1d';

  /**
   * IANA time zone, whose days those of step `1d` are; the tenant’s unless told.
   * @example America/Bogota
   */
  @IsOptional()
  @IsTimeZone()
  timezone?: string;

  /** On one of these channels. */
  @IsOptional()
  @IsCommaList()
  @ArrayMaxSize(100)
  @IsIn(CHANNELS, { each: true })
  channel?: Channel[];
}
