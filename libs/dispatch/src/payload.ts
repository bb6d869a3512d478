import type { ActivityRelations, ClaimedActivity } from '@errand/activities';
import type { ActivityPayload } from '@errand/providers';

/** Payload v1 of one attempt. */
export function payloadOf(activity: ClaimedActivity, relations: ActivityRelations): ActivityPayload {
  const { commerce, operator, route, attributes } = relations;
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
    commerce,
    ...(operator && { operator }),
    ...(route && { route }),
    attributes: attributes ?? {},
    metadata: activity.metadata,
  };
}
