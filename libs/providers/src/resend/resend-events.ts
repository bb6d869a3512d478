import { type ProviderEvent, type Stage, timeTold } from '../callback';
import { activityIdOf, activityTag } from '../email-events';
import { textOf, valueAt } from '../json-places';

const stages: Readonly<Record<string, Stage>> = {
  'email.scheduled': 'QUEUED',
  'email.sent': 'SENT',
  'email.delivery_delayed': 'QUEUED',
  'email.delivered': 'DELIVERED',
  'email.opened': 'READ',
  'email.clicked': 'READ',
  'email.bounced': 'FAILED',
  'email.failed': 'FAILED',
  'email.suppressed': 'FAILED',
  // Only what arrived is called spam.
  'email.complained': 'DELIVERED',
};

/**
 * @param id of the message that told it
 * @returns null for events that say nothing of a mail
 */
export function eventOf(told: unknown, id: string, receivedAt: Date): ProviderEvent | null {
  const type = at(told, 'type') ?? '';
  const stage = Object.hasOwn(stages, type) ? stages[type] : undefined;
  const activityId = activityIdOf(tagIn(valueAt(told, ['data', 'tags'])));
  const providerActivityId = at(told, 'data', 'email_id');
  if (stage === undefined || (activityId ?? providerActivityId) === null) return null;
  const bounceType = at(told, 'data', 'bounce', 'type');
  return {
    id,
    activityId,
    providerActivityId,
    ...(activityId === null && { mayBeOfOthers: true }),
    stage,
    externalStatus: type.slice('email.'.length),
    providerErrorCode: bounceType === null ? null : `${bounceType}/${at(told, 'data', 'bounce', 'subType') ?? ''}`,
    message:
      at(told, 'data', 'bounce', 'message') ??
      at(told, 'data', 'failed', 'reason') ??
      at(told, 'data', 'suppressed', 'message'),
    occurredAt: timeTold(at(told, 'created_at') ?? undefined, receivedAt),
    blocksContact: blockOf(type, bounceType, at(told, 'data', 'bounce', 'subType')),
    raw: told,
  };
}

function blockOf(type: string, bounceType: string | null, subType: string | null): string | null {
  switch (type) {
    case 'email.complained':
      return 'COMPLAINT';
    case 'email.suppressed':
      return 'SUPPRESSED';
    case 'email.bounced':
      if (bounceType !== 'Permanent') return null;
      return subType === 'Suppressed' ? 'SUPPRESSED' : 'UNKNOWN_USER';
    default:
      return null;
  }
}

/** Tags come back as an object, or as the list in which they were given. */
function tagIn(tags: unknown): unknown {
  if (!Array.isArray(tags)) return valueAt(tags, [activityTag]);
  return valueAt(
    tags.find((tag) => at(tag, 'name') === activityTag),
    ['value'],
  );
}

function at(document: unknown, ...place: string[]): string | null {
  return textOf(valueAt(document, place));
}
