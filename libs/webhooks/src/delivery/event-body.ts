import type { ClaimedDelivery } from '../sql/claim.sql';
import type { ToldActivity, ToldConfig } from '../sql/subjects.sql';

/** What a delivery is about, as it is now; undefined when it was removed since. Of a contact the event says all. */
export type Subject = { activity: ToldActivity | undefined } | { config: ToldConfig | undefined } | { contact: null };

/**
 * The body of a delivery, documented in docs/webhooks.md: `{id, type, occurredAt, data}`. Every field is there on every
 * event of its kind, null where there is nothing.
 */
export function eventBody({ id, event_type: type, occurred_at, ...event }: ClaimedDelivery, subject: Subject): string {
  const data = dataOf(event, subject);
  return JSON.stringify({ id, type, occurredAt: occurred_at.toISOString(), data });
}

function dataOf({ subject_id: id, data }: Pick<ClaimedDelivery, 'subject_id' | 'data'>, subject: Subject) {
  if ('activity' in subject) return activityData(id, data, subject.activity);
  return 'config' in subject ? configData(id, data, subject.config) : contactData(data);
}

/** Before it was sent an activity has no provider, though by now it may have one. */
const unsent = new Set<unknown>(['READY', 'UNRESOLVED']);

function activityData(activityId: string, event: Record<string, unknown>, activity: ToldActivity | undefined) {
  const { status, previousStatus, lastError } = event;
  const sent = unsent.has(status) ? undefined : activity;
  return {
    ...{ activityId, status, previousStatus },
    // An event that 0.1 wrote has an error of two fields.
    lastError: lastError ? { disposition: null, providerErrorCode: null, ...lastError } : null,
    idempotencyKey: activity?.idempotency_key ?? null,
    type: activity?.type ?? null,
    channel: activity?.channel ?? null,
    reason: activity?.reason ?? null,
    origin: activity?.origin ?? null,
    commerceId: activity?.commerce_id ?? null,
    metadata: activity?.metadata ?? null,
    scheduledAt: activity?.scheduled_at.toISOString() ?? null,
    dispatchConfigId: sent?.dispatch_config_id ?? null,
    provider: sent?.provider_code ?? null,
    providerActivityId: sent?.provider_activity_id ?? null,
  };
}

function configData(dispatchConfigId: string, event: Record<string, unknown>, config: ToldConfig | undefined) {
  const { downSince, reason = 'DOWN', providerErrorCode = null } = event;
  const lastError = event.lastError as { code: string; message: string };
  return {
    dispatchConfigId,
    name: config?.name ?? null,
    provider: config?.provider_code ?? null,
    channel: config?.channel ?? null,
    // As jsonb writes it, in the session's time zone.
    downSince: new Date(String(downSince)).toISOString(),
    ...{ reason, providerErrorCode, message: lastError.message },
    lastError,
  };
}

/** As jsonb keeps it, in the order of the documentation. */
function contactData(event: Record<string, unknown>) {
  const { commerceUserId, commerceId, type, reason, providerErrorCode, blockedAt, activityId } = event;
  return { commerceUserId, commerceId, type, reason, providerErrorCode, blockedAt, activityId };
}
