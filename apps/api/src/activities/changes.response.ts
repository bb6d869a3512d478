import type { ActivityView } from '@errand/activities';
import type { WaitingFor } from '@errand/dispatch';
import { ACTIVITY_STATUSES, type ActivityStatus } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { LastErrorResponse, ListedActivityResponse, WaitingForResponse } from './activity.response';

/** What of an activity may have changed since a list showed it. */
export class ActivityStateResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ACTIVITY_STATUSES })
  status: ActivityStatus;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
  @ApiProperty({ type: LastErrorResponse, nullable: true })
  lastError: LastErrorResponse | null;
  /** Why a READY one was not sent yet; null otherwise. */
  @ApiProperty({ type: WaitingForResponse, nullable: true })
  waitingFor: WaitingForResponse | null;

  static of(view: ActivityView, waiting: Map<string, WaitingFor>): ActivityStateResponse {
    const { id, status, updatedAt, lastError, waitingFor = null } = ListedActivityResponse.of(view, false, waiting);
    return { id, status, updatedAt, lastError, waitingFor };
  }
}

export class ChangesResponse {
  /** Of the asked ids, those that exist. */
  @ApiProperty({ type: ActivityStateResponse, isArray: true })
  data: ActivityStateResponse[];

  /** How many newer ones there are; counted to 100. */
  newer: number;
}
