import type { ClaimedActivity, Referred } from '@errand/activities';
import type { ActivityPayload } from '@errand/providers';

/** A claimed activity with what it refers to. */
export interface LoadedActivity extends ClaimedActivity {
  referred: Referred;
}

/** Payload v1 of one attempt. */
export function payloadOf(activity: LoadedActivity): ActivityPayload {
  const { commerce, operator, route, people } = activity.referred;
  return {
    id: activity.id,
    idempotencyKey: activity.idempotency_key,
    attempt: activity.dispatch_attempt_count,
    type: activity.type,
    channel: activity.channel,
    reason: activity.reason,
    score: activity.score,
    scheduledAt: activity.scheduled_at.toISOString(),
    suggestedExecutionTime: activity.suggested_execution_time,
    userStatus: activity.user_status,
    commerce: commerce && { ...commerce, assignmentReason: activity.assignment_reason, targetUsers: people },
    ...(operator && { operator }),
    ...(route && { route }),
    attributes: activity.attributes ?? {},
    metadata: activity.metadata,
  };
}
