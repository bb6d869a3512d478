import {
  OCCURRENCE_KINDS,
  OCCURRENCE_STATUSES,
  type OccurrenceKind,
  type OccurrenceView,
  SKIP_REASONS,
  type SkipReason,
} from '@errand/recurring';
import { ACTIVITY_STATUSES, type ActivityStatus } from '@errand/activities';
import { ApiProperty } from '@nestjs/swagger';

/** One time of a recurring action, and what became of it. */
export class OccurrenceResponse {
  scheduled_for: Date;
  /** Fired in its turn, or later by a backfill. */
  @ApiProperty({ enum: OCCURRENCE_KINDS })
  kind: OccurrenceKind;
  /** `fired`: an activity was made of it. */
  @ApiProperty({ enum: OCCURRENCE_STATUSES })
  status: (typeof OCCURRENCE_STATUSES)[number];
  /** Why it was skipped. */
  @ApiProperty({ enum: SKIP_REASONS, nullable: true })
  reason: SkipReason | null;
  activity_id: string | null;
  /** How far the activity is; null where there is none any more. */
  @ApiProperty({ enum: ACTIVITY_STATUSES, nullable: true })
  activity_status: ActivityStatus | null;
  created_at: Date;

  static of(this: void, occurrence: OccurrenceView): OccurrenceResponse {
    const { occurs_at: scheduled_for, kind, status, reason, activity_id, activity_status, created_at } = occurrence;
    return { scheduled_for, kind, status, reason, activity_id, activity_status, created_at };
  }
}

export class OccurrenceListResponse {
  /** Latest first. */
  occurrences: OccurrenceResponse[];
  /** How many there are, on this page and others. */
  count: number;
}
