import { activityOf } from '@errand/actions';
import type { NewActivity } from '@errand/activities';
import { invalidField } from '@errand/errors';
import type { DispatchConfig } from '@errand/tenants';
import { Recurrence } from './recurrence';

/** What happens when the activity of the occurrence before has not been sent yet. */
export const OVERLAP_POLICIES = ['allow_all', 'skip'] as const;
export type OverlapPolicy = (typeof OVERLAP_POLICIES)[number];

/** What happens to the occurrences of a time when no dispatcher ran. */
export const MISSED_POLICIES = ['fire_once', 'skip', 'fire_all'] as const;
export type MissedPolicy = (typeof MISSED_POLICIES)[number];

/** `completed`: there is no further occurrence, since its end has come or it has been executed often enough. */
export const RECURRING_STATUSES = ['active', 'paused', 'completed'] as const;
export type RecurringStatus = (typeof RECURRING_STATUSES)[number];

/** What its owner says of a recurring action. */
export interface RecurringFields {
  namespace: string;
  name: string | null;
  description: string | null;
  labels: Record<string, unknown>;
  /** The name of a dispatch config, or the code of a provider; looked up anew for each occurrence. */
  provider: string;
  action_type: string;
  /** Any JSON. */
  payload: unknown;
  metadata: Record<string, unknown>;
  /** Takes the place of the activity’s own idempotency key; `{{recurring_id}}` and `{{execution_time}}` are filled in. */
  dedup_key: string | null;
  commerce_id: string | null;
  commerce_external_id: string | null;
  cron_expression: string;
  timezone: string;
  /** No occurrence after it. */
  ends_at: Date | null;
  max_executions: number | null;
  overlap_policy: OverlapPolicy;
  missed_policy: MissedPolicy;
  is_paused: boolean;
}

/** A recurring action as it is stored. */
export interface RecurringAction extends RecurringFields {
  id: string;
  status: RecurringStatus;
  /** Null unless it is active. */
  next_at: Date | null;
  /** The time of the last occurrence that was fired in its turn, and its activity. */
  last_at: Date | null;
  last_activity_id: string | null;
  /** Occurrences that were fired in their turn; what a backfill made does not count. */
  execution_count: number;
  created_at: Date;
  updated_at: Date;
  /** Its payload and metadata are left out: with those of the rows before it they are more than a list may have. */
  is_cut?: boolean;
}

type Schedule = Pick<RecurringAction, 'cron_expression' | 'timezone' | 'ends_at' | 'max_executions'>;

/** The next time after `after`, or null: its end has come, or it has been executed often enough. */
export function nextOf(schedule: Schedule, executionCount: number, after: Date): Date | null {
  const { cron_expression, timezone, ends_at, max_executions } = schedule;
  if (executionCount >= (max_executions ?? Infinity)) return null;
  const next = Recurrence.of(cron_expression, timezone).next(after);
  return next && (ends_at === null || next <= ends_at) ? next : null;
}

/**
 * Refuses a schedule without any occurrence to come, which would be stored and do nothing.
 * @throws ErrandError VALIDATION_FAILED with the reason
 */
export function assertFires(schedule: Schedule, executionCount: number, after: Date): void {
  if (nextOf(schedule, executionCount, after)) return;
  const { cron_expression, timezone, ends_at, max_executions } = schedule;
  if (max_executions !== null && executionCount >= max_executions) {
    throw invalidField('max_executions', `is reached: it was executed ${executionCount} times`);
  }
  const next = Recurrence.of(cron_expression, timezone).next(after);
  if (!next) throw invalidField('cron_expression', 'never occurs');
  const end = ends_at?.toISOString() ?? '';
  throw invalidField('end_date', `${end} is before the next occurrence, which would be at ${next.toISOString()}`);
}

/** The activity of one occurrence: that of the same action at `/v1/dispatch`, but the rules are not asked. */
export function occurrenceOf(
  recurring: Pick<RecurringAction, 'id'> & RecurringFields,
  occursAt: Date,
  via: DispatchConfig,
  notBefore: Date | undefined,
): NewActivity {
  const { namespace, provider, action_type: actionType, payload, metadata } = recurring;
  const action = {
    ...{ id: null, dedupKey: null, namespace, provider, actionType, payload, metadata },
    ...{ commerceId: recurring.commerce_id, commerceExternalId: recurring.commerce_external_id },
    ...{ delaySeconds: null, scheduledAt: null },
  };
  const activity = activityOf(action, payload, via);
  return {
    ...activity,
    origin: 'RECURRING',
    idempotencyKey: keyOf(recurring, occursAt),
    scheduledAt: occursAt,
    ...(notBefore && { notBefore }),
  };
}

const defaultKey = 'recurring:{{recurring_id}}:{{execution_time}}';

function keyOf({ id, dedup_key }: Pick<RecurringAction, 'id' | 'dedup_key'>, occursAt: Date): string {
  return (dedup_key ?? defaultKey)
    .replaceAll('{{recurring_id}}', id)
    .replaceAll('{{execution_time}}', occursAt.toISOString());
}
