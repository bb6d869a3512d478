import { type ProviderEvent, type Stage, timeTold } from '../callback';
import { activityIdOf } from '../email-events';
import { textOf } from '../json-places';

/** An event of SendGrid's Event Webhook, as far as it is read here. */
interface SendgridEvent {
  event?: unknown;
  sg_event_id?: unknown;
  sg_message_id?: unknown;
  /** Seconds since 1970. */
  timestamp?: unknown;
  /** What the mail carried in `custom_args`. */
  activity?: unknown;
  reason?: unknown;
  response?: unknown;
  /** Enhanced status code (RFC 3463) of a bounce. */
  status?: unknown;
  /** Of a bounce: `bounce` is for good, `blocked` may pass. */
  type?: unknown;
  bounce_classification?: unknown;
  /** The recipient's mail program loaded the pictures, and nobody may have looked. */
  sg_machine_open?: unknown;
}

const stages: Readonly<Record<string, Stage>> = {
  processed: 'SENT',
  deferred: 'QUEUED',
  delivered: 'DELIVERED',
  open: 'READ',
  click: 'READ',
  bounce: 'FAILED',
  dropped: 'FAILED',
  // Only what arrived is called spam, and only what was read is unsubscribed from.
  spamreport: 'DELIVERED',
  unsubscribe: 'READ',
  group_unsubscribe: 'READ',
};

/** RFC 3463 §3.2: there is no such address. 5.1.7 and 5.1.8 are about the sender's. */
const noSuchAddress = /\b5\.1\.(?:0|1|2|3|6|10)\b/;
/** Of `dropped`: addresses that SendGrid will not write to again either. */
const suppressed = /^(?:bounced address|unsubscribed address|spam reporting address|invalid)$/i;

/** Null for events that say nothing of a mail. */
export function eventOf(told: unknown, receivedAt: Date): ProviderEvent | null {
  const given = Object(told) as SendgridEvent;
  const activityId = activityIdOf(given.activity);
  const id = textOf(given.sg_event_id);
  const name = textOf(given.event) ?? '';
  const stage = Object.hasOwn(stages, name) ? stages[name] : undefined;
  // What the call was answered with stands before the first dot.
  const providerActivityId = textOf(given.sg_message_id)?.split('.', 1)[0] ?? null;
  if (id === null || stage === undefined || (activityId ?? providerActivityId) === null) return null;
  return {
    id,
    activityId,
    providerActivityId,
    ...(activityId === null && { mayBeOfOthers: true }),
    stage: given.sg_machine_open === true ? 'DELIVERED' : stage,
    externalStatus: name,
    providerErrorCode: stage === 'FAILED' ? textOf(given.status) : null,
    message: textOf(given.reason) ?? textOf(given.response),
    occurredAt: timeTold(Number(given.timestamp) * 1000, receivedAt),
    blocksContact: blockOf(name, given),
    raw: told,
  };
}

function blockOf(name: string, { type, status, reason, bounce_classification: bounceClass }: SendgridEvent) {
  switch (name) {
    case 'spamreport':
      return 'SPAM_REPORT';
    case 'unsubscribe':
    case 'group_unsubscribe':
      return 'UNSUBSCRIBED';
    case 'dropped':
      return suppressed.test(textOf(reason) ?? '') ? textOf(reason) : null;
    case 'bounce': {
      const isUnknown = bounceClass === 'Invalid Address' || noSuchAddress.test(`${textOf(status)} ${textOf(reason)}`);
      return type !== 'blocked' && isUnknown ? 'UNKNOWN_USER' : null;
    }
    default:
      return null;
  }
}
