import { type ClaimedActivity, recipientNow, type Referred } from '@errand/activities';
import type { ActivityPayload } from '@errand/providers';

/** A claimed activity with what it refers to. */
export interface LoadedActivity extends ClaimedActivity {
  referred: Referred;
  /** What it refers to cannot be read, however often it is tried: its attempts fail. */
  isUnreadable?: boolean;
}

/** Payload v1 of one attempt. */
export function payloadOf(activity: LoadedActivity): ActivityPayload {
  const { operator, route } = activity.referred;
  const payload: ActivityPayload = {
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
    commerce: commerceOf(activity),
    recipient: recipientOf(activity),
    attributes: activity.attributes ?? {},
    metadata: activity.metadata,
  };
  if (operator) payload.operator = operator;
  if (route) payload.route = route;
  return payload;
}

/** Only an action has no store: whom it is for is in its payload. */
function recipientOf({ channel, commerce_id, attributes, referred }: LoadedActivity): ActivityPayload['recipient'] {
  const { addressees, country } = referred;
  return recipientNow({ channel, addressees, country }, commerce_id === null ? (attributes ?? {}) : null);
}

function commerceOf({ referred, assignment_reason }: LoadedActivity): ActivityPayload['commerce'] {
  const { commerce, people } = referred;
  if (!commerce) return null;
  const { id, externalId, name } = commerce;
  return { id, externalId, name, assignmentReason: assignment_reason, targetUsers: people };
}
