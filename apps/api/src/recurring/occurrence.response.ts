import {
  OCCURRENCE_KINDS,
  OCCURRENCE_STATUSES,
  type OccurrenceKind,
  type OccurrenceRow,
  type OccurrenceStatus,
  type OccurrenceView,
  SKIP_REASONS,
  type SkipReason,
} from '@errand/recurring';
import { ACTIVITY_STATUSES, type ActivityStatus } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';

/** One time of a recurring action, and what became of it. */
export class OccurrenceResponse {
  scheduled_for: Date;
  /** Fired in its turn, or later by a backfill. */
  @ApiProperty({ enum: OCCURRENCE_KINDS })
  kind: OccurrenceKind;
  /** `fired`: an activity was made of it. */
  @ApiProperty({ enum: OCCURRENCE_STATUSES })
  status: OccurrenceStatus;
  /** Why it was skipped. */
  @ApiProperty({ enum: SKIP_REASONS, nullable: true })
  reason: SkipReason | null;
  activity_id: string | null;
  created_at: Date;

  static of(this: void, occurrence: OccurrenceRow): OccurrenceResponse {
    const { occurs_at: scheduled_for, kind, status, reason, activity_id, created_at } = occurrence;
    return { scheduled_for, kind, status, reason, activity_id, created_at };
  }
}

export class OccurrenceViewResponse extends OccurrenceResponse {
  /** How far the activity is; null where there is none any more. */
  @ApiProperty({ enum: ACTIVITY_STATUSES, nullable: true })
  activity_status: ActivityStatus | null;

  static override of(this: void, occurrence: OccurrenceView): OccurrenceViewResponse {
    return { ...OccurrenceResponse.of(occurrence), activity_status: occurrence.activity_status };
  }
}

export class OccurrenceListResponse {
  /** Latest first. */
  occurrences: OccurrenceViewResponse[];
  /** How many there are, on this page and others. */
  count: number;
}
