import {
  type Backfilled,
  CLOCK_CHANGES,
  type ClockChange,
  MISSED_POLICIES,
  type MissedPolicy,
  OVERLAP_POLICIES,
  type OverlapPolicy,
  RECURRING_STATUSES,
  type RecurringAction,
  type RecurringStatus,
  type ToldTime,
} from '@errand/recurring';
import { ApiProperty } from '@nestjs/swagger';
import { notSending } from '../actions/outcome.response';
import { ApiJsonValue } from '../validation/json-value';
import { OccurrenceResponse } from './occurrence.response';

/** In snake_case, as everything below `/v1`. */
export class RecurringActionResponse {
  id: string;
  name: string | null;
  /** `completed`: no further occurrence, since its end has come or it was executed often enough. */
  @ApiProperty({ enum: RECURRING_STATUSES })
  status: RecurringStatus;
  /** Null unless it is active. */
  next_execution_at: Date | null;
  namespace: string;
  /** Code of the tenant. */
  tenant: string;
  provider: string;
  action_type: string;
  @ApiJsonValue('As it was sent.')
  payload: unknown;
  @ApiProperty({ type: 'object', additionalProperties: true })
  metadata: Record<string, unknown>;
  dedup_key: string | null;
  commerce_id: string | null;
  commerce_external_id: string | null;
  cron_expr: string;
  timezone: string;
  /** False while it is paused. */
  enabled: boolean;
  ends_at: Date | null;
  max_executions: number | null;
  @ApiProperty({ enum: OVERLAP_POLICIES })
  overlap_policy: OverlapPolicy;
  @ApiProperty({ enum: MISSED_POLICIES })
  missed_policy: MissedPolicy;
  description: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  labels: Record<string, unknown>;
  /** The time of the last occurrence that was fired in its turn. */
  last_executed_at: Date | null;
  /** How often it was fired in its turn. */
  execution_count: number;
  created_at: Date;
  updated_at: Date;
  /** False while scheduled actions are switched off: occurrences are stored but not sent. */
  dispatching: boolean;
  /** Says so in words. */
  warning: string | null;
  /**
   * What is left out here, as it would make the list larger than some megabytes; the recurring action by its id has it.
   * Absent where nothing is.
   */
  @ApiProperty({ enum: ['payload', 'metadata'], isArray: true, required: false })
  cut?: ('payload' | 'metadata')[];

  static of(recurring: RecurringAction, tenant: string, isSending: boolean): RecurringActionResponse {
    const { id, name, status, namespace, provider, action_type, payload, metadata, dedup_key, timezone } = recurring;
    const { commerce_id, commerce_external_id, ends_at, max_executions, overlap_policy, missed_policy } = recurring;
    const { description, labels, execution_count, created_at, updated_at } = recurring;
    return {
      ...{ id, name, status, next_execution_at: recurring.next_at, namespace, tenant, provider, action_type },
      ...{ payload, metadata, dedup_key, commerce_id, commerce_external_id, cron_expr: recurring.cron_expression },
      ...{ timezone, enabled: !recurring.is_paused, ends_at, max_executions, overlap_policy, missed_policy },
      ...{ description, labels, last_executed_at: recurring.last_at, execution_count, created_at, updated_at },
      ...(recurring.is_cut && { cut: ['payload' as const, 'metadata' as const] }),
      ...{ dispatching: isSending, warning: isSending ? null : notSending },
    };
  }
}

export class RecurringListResponse {
  recurring_actions: RecurringActionResponse[];
  /** How many match, on this page and others. */
  count: number;
}

export class BackfillResponse {
  recurring_id: string;
  /** How many activities were made; of a dry run, how many would be. */
  created: number;
  /** How many of the window had been fired before. */
  existing: number;
  /** Where to go on, when the limit has left some of the window out. */
  next_from: Date | null;
  /** What became of those that had not been fired, oldest first; none of a dry run. */
  occurrences: OccurrenceResponse[];

  static of(id: string, { occurrences, planned, existing, nextFrom }: Backfilled): BackfillResponse {
    return {
      recurring_id: id,
      created: planned ?? occurrences.filter(({ status }) => status === 'fired').length,
      existing,
      next_from: nextFrom,
      occurrences: occurrences.map(OccurrenceResponse.of),
    };
  }
}

/** A time that is still to come. */
export class NextTimeResponse {
  /** @example 2026-09-06T04:00:00.000Z */
  scheduled_for: Date;
  /**
   * What clocks of its time zone show then, and their offset from UTC.
   * @example 2026-09-06T01:00:00-03:00
   */
  local_time: string;
  /**
   * What a change of the clocks does to it. `moved`: it stands for the local times that are `left_out`, at the end of the
   * gap. `skipped`: the local times before it that are `left_out` do not come. `first_of_two`, `both_of_two`: its local
   * time comes twice, and it is done the first time or both times. Null: nothing.
   */
  @ApiProperty({ enum: CLOCK_CHANGES, nullable: true })
  clock_change: ClockChange | null;
  /**
   * Local times that the expression asks for and clocks do not show, at most 10.
   * @example ["2026-09-06T00:00:00"]
   */
  left_out: string[];

  static of(this: void, { at, localTime, clockChange, leftOut }: ToldTime): NextTimeResponse {
    return { scheduled_for: at, local_time: localTime, clock_change: clockChange, left_out: leftOut };
  }
}

export class NextTimesResponse {
  cron_expr: string;
  timezone: string;
  /** Soonest first; fewer than asked for where there are no more. */
  occurrences: NextTimeResponse[];

  static of(schedule: Pick<RecurringAction, 'cron_expression' | 'timezone'>, times: ToldTime[]): NextTimesResponse {
    const { cron_expression: cron_expr, timezone } = schedule;
    return { cron_expr, timezone, occurrences: times.map(NextTimeResponse.of) };
  }
}
