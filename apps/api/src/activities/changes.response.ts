import type { ActivityView } from '@errand/activities';
import type { WaitingFor } from '@errand/dispatch';
import { PickType } from '@nestjs/swagger';
import { ActivityDetailResponse } from './activity.response';

/** What of an activity changes while it is looked at. */
export class ActivityStateResponse extends PickType(ActivityDetailResponse, [
  'id',
  'status',
  'updatedAt',
  'lastError',
  'waitingFor',
] as const) {
  static of(this: void, row: ActivityView, waiting: WaitingFor | null): ActivityStateResponse {
    const whole = ActivityDetailResponse.with(row, waiting, null, false);
    const { id, status, updatedAt, lastError, waitingFor } = whole;
    return { id, status, updatedAt, lastError, waitingFor };
  }
}

export class ActivityChangesResponse {
  /** Those of the ids that there are, newest first. */
  data: ActivityStateResponse[];
  /** How many that match the filter are newer than `newerThan`; counted up to 100, and 0 without it. */
  newer: number;
}
