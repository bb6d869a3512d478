import type { Open, Scheduled } from '@errand/activities';
import type { FailureSum, Series, StatusChange } from '@errand/statistics';
import { ACTIVITY_STATUSES, type ActivityStatus, type Channel, CHANNELS } from '@errand/vocabulary';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

export class OpenResponse {
  /** Due: READY and in the queue. */
  queued: number;
  /** READY, for their time or the next attempt. */
  waiting: number;
  /** READY, while a call is running. */
  inFlight: number;
  /** UNRESOLVED. */
  unresolved: number;

  static of({ queued, waiting, inFlight, unresolved }: Open): OpenResponse {
    return { queued, waiting, inFlight, unresolved };
  }
}

export class StatusChangeResponse {
  /** In the range. */
  @ApiProperty({ type: 'integer', example: 96 })
  now: number;
  /** In the range of the same length before it. */
  @ApiProperty({ type: 'integer', example: 71 })
  before: number;

  static of({ now, before }: StatusChange): StatusChangeResponse {
    return { now, before };
  }

  static ofEach(changes: Record<ActivityStatus, StatusChange>): Record<ActivityStatus, StatusChangeResponse> {
    const entries = ACTIVITY_STATUSES.map((status) => [status, StatusChangeResponse.of(changes[status])]);
    return Object.fromEntries(entries) as Record<ActivityStatus, StatusChangeResponse>;
  }
}

@ApiExtraModels(StatusChangeResponse)
export class OverviewResponse {
  /** As it is at this moment, counted up to 10,001 each: more than 10,000. */
  open: OpenResponse;
  /**
   * Since when the longest queued activity has been due, of the highest and the lowest score of each queue; null when none
   * is. What is held on purpose, its tenant or its dispatch configs being paused, is left out.
   */
  oldestDueSince: Date | null;
  /** DISPATCHED, counted up to 10,001. */
  @ApiProperty({ type: 'integer', example: 8930 })
  awaitingResult: number;
  /** Of the newest 1,000 UNRESOLVED activities how many have each `lastError.code`. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    example: { TARGET_UNRESOLVED: 9, ATTRIBUTE_UNRESOLVED: 3 },
  })
  unresolvedBy: Record<string, number>;
  /** Transitions to each status, of every status. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(StatusChangeResponse) },
    example: { FAILED: { now: 96, before: 71 } },
  })
  byStatus: Record<ActivityStatus, StatusChangeResponse>;
}

export class SeriesResponse {
  /**
   * A status, a channel or an origin.
   * @example DISPATCHED
   */
  key: string;
  /** As many as there are buckets. */
  @ApiProperty({ type: 'array', items: { type: 'integer' }, example: [12, 0, 7] })
  counts: number[];
}

export class ActivityStatsResponse {
  /** When each begins, ascending. */
  buckets: Date[];
  /** Those with any transition, by key. */
  series: SeriesResponse[];

  static of({ buckets, series }: Series): ActivityStatsResponse {
    return { buckets, series: series.map(({ key, counts }) => ({ key, counts })) };
  }
}

export class FailureStatResponse {
  /**
   * A dispatch error code of `docs/errors.md`.
   * @example PROVIDER_REJECTED
   */
  errorCode: string;
  /** By which the attempts were made, be it deleted since; null where there was none to make them by. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  dispatchConfigId: string | null;
  /** How many attempts. */
  @ApiProperty({ type: 'integer', example: 61 })
  count: number;
  /** When the last of them ended. */
  lastAt: Date;
  /** The newest activity with such an attempt; null when it was removed since. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  sampleActivityId: string | null;

  static of(this: void, sum: FailureSum): FailureStatResponse {
    const { errorCode, dispatchConfigId, count, lastAt, sampleActivityId } = sum;
    return { errorCode, dispatchConfigId, count, lastAt, sampleActivityId };
  }
}

export class ScheduledStatResponse {
  /** When the bucket begins. */
  at: Date;
  @ApiProperty({ enum: CHANNELS })
  channel: Channel;
  @ApiProperty({ type: 'integer', example: 412 })
  count: number;

  static of(this: void, { at, channel, count }: Scheduled): ScheduledStatResponse {
    return { at, channel, count };
  }
}
