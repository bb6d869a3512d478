import type { ActionRecord, ActionStatus } from '@errand/actions';
import { ACTION_STATUSES } from '@errand/actions';
import { ApiProperty } from '@nestjs/swagger';
import { ApiJsonValue } from '../validation/json-value';

class ActionErrorResponse {
  /** As in `docs/errors.md`. */
  code: string;
  message: string;
}

/** In snake_case, as everything below `/v1`. */
export class ScheduledActionResponse {
  /** What `Scheduled` answered; also the id of the activity. */
  action_id: string;
  /** The caller’s own. */
  id: string | null;
  namespace: string;
  provider: string;
  action_type: string;
  @ApiJsonValue('As it was sent.')
  payload: unknown;
  @ApiProperty({ type: 'object', additionalProperties: true })
  metadata: Record<string, unknown>;
  dedup_key: string | null;
  @ApiProperty({ enum: ACTION_STATUSES })
  status: ActionStatus;
  scheduled_for: Date;
  /** The name of the rule that matched. */
  matched_rule: string | null;
  /** What that rule said; it is not asked again. */
  verdict: string;
  created_at: Date;
  dispatched_at: Date | null;
  attempts: number;
  /** Why the last attempt failed. */
  @ApiProperty({ type: ActionErrorResponse, nullable: true })
  last_error: ActionErrorResponse | null;

  static of(this: void, record: ActionRecord): ScheduledActionResponse {
    const { id, action_id, namespace, provider, action_type, payload, metadata, dedup_key } = record;
    const { error_code: code, error_message: message, matched_rule, created_at, dispatched_at, attempts } = record;
    return {
      action_id: id,
      id: action_id,
      ...{ namespace, provider, action_type, payload, metadata, dedup_key },
      status: record.action_status,
      scheduled_for: record.scheduled_at,
      matched_rule,
      verdict: record.verdict.type,
      ...{ created_at, dispatched_at, attempts },
      last_error: code && message ? { code, message } : null,
    };
  }
}
