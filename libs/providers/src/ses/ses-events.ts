import { type ProviderEvent, type Stage, timeTold } from '../callback';
import { activityIdOf, activityTag, jsonOf } from '../email-events';
import { firstAt, textOf, valueAt } from '../json-places';
import type { SnsMessage } from './sns-messages';

interface Reading {
  stage: Stage;
  providerErrorCode?: string | null;
  message?: string | null;
  blocksContact?: string | null;
}

/** By `eventType`; the member that has the details is named in `details`. Null: it says nothing of the mail. */
const readings: Readonly<Record<string, { details: string; read: (details: unknown) => Reading | null }>> = {
  Send: { details: 'send', read: () => ({ stage: 'SENT' }) },
  DeliveryDelay: {
    details: 'deliveryDelay',
    read: (delay) => ({
      stage: 'QUEUED',
      providerErrorCode: at(delay, 'delayType'),
      message: at(delay, 'delayedRecipients', '0', 'diagnosticCode'),
    }),
  },
  Delivery: { details: 'delivery', read: () => ({ stage: 'DELIVERED' }) },
  Open: { details: 'open', read: () => ({ stage: 'READ' }) },
  Click: { details: 'click', read: () => ({ stage: 'READ' }) },
  Bounce: { details: 'bounce', read: ofBounce },
  Complaint: { details: 'complaint', read: ofComplaint },
  Reject: { details: 'reject', read: (reject) => ({ stage: 'FAILED', message: at(reject, 'reason') }) },
  'Rendering Failure': {
    details: 'failure',
    read: (failed) => ({ stage: 'FAILED', message: at(failed, 'errorMessage') }),
  },
  Subscription: { details: 'subscription', read: ofSubscription },
};

/**
 * What a notification tells of one of our mails, by "Contents of event data that Amazon SES publishes to Amazon SNS";
 * `notificationType` is what feedback of an identity, which comes without tags, has in place of `eventType`.
 * Null for events that say nothing of a mail.
 */
export function eventOf({ MessageId, Message, Timestamp }: SnsMessage): ProviderEvent | null {
  const told = jsonOf(Message);
  const type = firstAt(told, [['eventType'], ['notificationType']]) ?? '';
  const known = Object.hasOwn(readings, type) ? readings[type] : undefined;
  const activityId = activityIdOf(valueAt(told, ['mail', 'tags', activityTag, '0']));
  const providerActivityId = at(told, 'mail', 'messageId');
  if (known === undefined || providerActivityId === null) return null;
  const details = valueAt(told, [known.details]);
  const reading = known.read(details);
  if (reading === null) return null;
  return {
    id: MessageId,
    activityId,
    providerActivityId,
    ...(activityId === null && { mayBeOfOthers: true }),
    externalStatus: type,
    providerErrorCode: null,
    message: null,
    blocksContact: null,
    ...reading,
    occurredAt: timeTold(at(details, 'timestamp') ?? undefined, new Date(Timestamp)),
    raw: told,
  };
}

/**
 * SES tells of a bounce that may pass only once it has given up, so each one is the end of the mail. Only a general one
 * may be the answer of an absent person's mail program; then the server does not say that it failed.
 */
function ofBounce(bounce: unknown): Reading {
  const [type, subType] = [at(bounce, 'bounceType') ?? '', at(bounce, 'bounceSubType') ?? ''];
  const isAnswer =
    type === 'Transient' && subType === 'General' && at(bounce, 'bouncedRecipients', '0', 'action') !== 'failed';
  return {
    stage: isAnswer ? 'QUEUED' : 'FAILED',
    providerErrorCode: `${type}/${subType}`,
    message: at(bounce, 'bouncedRecipients', '0', 'diagnosticCode'),
    blocksContact: type === 'Permanent' ? (permanentBounces[subType] ?? null) : null,
  };
}

/** Why an address must not be written to again; a permanent bounce of another kind is about the mail. */
const permanentBounces: Readonly<Record<string, string>> = {
  General: 'UNKNOWN_USER',
  NoEmail: 'UNKNOWN_USER',
  Suppressed: 'SUPPRESSED',
  OnAccountSuppressionList: 'SUPPRESSED',
  UnsubscribedRecipient: 'UNSUBSCRIBED',
};

function ofComplaint(complaint: unknown): Reading | null {
  // Somebody took the mail out of the spam.
  if (at(complaint, 'complaintFeedbackType') === 'not-spam') return null;
  const subType = at(complaint, 'complaintSubType');
  return {
    stage: subType === 'OnAccountSuppressionList' ? 'FAILED' : 'DELIVERED',
    providerErrorCode: subType ?? at(complaint, 'complaintFeedbackType'),
    blocksContact: 'COMPLAINT',
  };
}

function ofSubscription(subscription: unknown): Reading | null {
  const isUnsubscribed = valueAt(subscription, ['newTopicPreferences', 'unsubscribeAll']) === true;
  return isUnsubscribed ? { stage: 'READ', blocksContact: 'UNSUBSCRIBED' } : null;
}

function at(document: unknown, ...place: string[]): string | null {
  return textOf(valueAt(document, place));
}
