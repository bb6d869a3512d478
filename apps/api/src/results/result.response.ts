import type { ResultRow } from '@errand/activities';
import { JsonText } from '@errand/json';
import { RESULT_STATUSES, type ResultStatus } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { ApiJsonValue } from '../validation/json-value';

export class TaskResultResponse {
  result: string | null;
  comment: string | null;
  @ApiProperty({ enum: ['INBOUND', 'OUTBOUND'], nullable: true })
  contactType: 'INBOUND' | 'OUTBOUND' | null;
  operatorExternalId: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  futureScheduledAt: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  payload: unknown;
}

export class ResultResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  /** LINKED to an activity, or STANDALONE on a commerce. */
  @ApiProperty({ enum: ['LINKED', 'STANDALONE'] })
  kind: 'LINKED' | 'STANDALONE';
  /** HELD: applied once the call under way has settled. REPLACED: a later one counts. */
  @ApiProperty({ enum: ['HELD', 'APPLIED', 'REPLACED'] })
  state: 'HELD' | 'APPLIED' | 'REPLACED';
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  activityId: string | null;
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  commerceId: string | null;
  providerActivityId: string | null;
  @ApiProperty({ enum: RESULT_STATUSES })
  status: ResultStatus;
  externalStatus: string | null;
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;
  hardOverride: boolean;
  @ApiJsonValue('As it was sent, to the letter.')
  rawPayload: unknown;
  taskResult: TaskResultResponse;
  /**
   * What is left out here, as it would make the list larger than some megabytes; the result by its id has it. Absent
   * where nothing is.
   */
  @ApiProperty({ enum: ['rawPayload', 'taskResult.payload'], isArray: true, required: false })
  cut?: ('rawPayload' | 'taskResult.payload')[];
  /** The activity that was made because of it. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  followUpActivityId: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  static of(this: void, row: ResultRow): ResultResponse {
    return {
      id: row.id,
      kind: row.kind,
      state: row.state,
      activityId: row.activity_id,
      commerceId: row.commerce_id,
      providerActivityId: row.provider_activity_id,
      status: row.status,
      externalStatus: row.external_status,
      occurredAt: row.occurred_at.toISOString(),
      hardOverride: row.hard_override,
      rawPayload: row.raw_payload === null ? null : new JsonText(row.raw_payload),
      taskResult: {
        result: row.result,
        comment: row.comment,
        contactType: row.contact_type,
        operatorExternalId: row.operator_external_id,
        futureScheduledAt: row.future_scheduled_at?.toISOString() ?? null,
        payload: row.payload,
      },
      ...(row.is_cut && { cut: ['rawPayload', 'taskResult.payload'] }),
      followUpActivityId: row.follow_up_activity_id,
      createdAt: row.created_at.toISOString(),
    };
  }
}
