/** The closed word lists of the product, each written once. Knows nothing else; everybody may import it. */

export const ACTIVITY_TYPES = ['TASK', 'MESSAGE'] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/** What an activity may become; the transitions between them are activities' own. */
export const ACTIVITY_STATUSES = ['READY', 'UNRESOLVED', 'DISPATCHED', 'COMPLETED', 'CANCELED', 'FAILED'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

export const CHANNELS = ['SALESMAN', 'CALLCENTER', 'WHATSAPP', 'EMAIL', 'SMS', 'PUSH'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The part of a tenant's activities and accounts that a caller is bound to. Null: not bound by it. */
export interface Scope {
  channels: readonly Channel[] | null;
  dispatchConfigIds: readonly string[] | null;
}

/** Who made an activity: a REST client, an action at `/v1/dispatch`, a recurring action, a redrive. */
export const ORIGINS = ['API', 'ACTION', 'RECURRING', 'REDRIVE'] as const;
export type Origin = (typeof ORIGINS)[number];

export const COMMERCE_USER_ROLES = [
  'OWNER',
  'ORDERS',
  'FINANCE',
  'ATTENTION',
  'ADMIN',
  'COMMERCE_REP',
  'OTHER',
] as const;
export type CommerceUserRole = (typeof COMMERCE_USER_ROLES)[number];

export const CONTACT_TYPES = ['EMAIL', 'PHONE', 'WHATSAPP', 'PUSH_TOKEN', 'OTHER'] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

export const OPERATOR_TYPES = ['SALESMAN', 'ACTIVATOR', 'CALLCENTER'] as const;
export type OperatorType = (typeof OPERATOR_TYPES)[number];

export const ROUTE_ROLES = ['LEAD', 'MEMBER'] as const;
export type RouteRole = (typeof ROUTE_ROLES)[number];

export const RESULT_STATUSES = ['PENDING', 'COMPLETED', 'NOT_EXECUTED', 'CANCELED', 'TRANSFERRED'] as const;
export type ResultStatus = (typeof RESULT_STATUSES)[number];

export const TARGET_CRITERIA = ['ROLE_MATCH', 'LAST_CONTACTED_ALL_CHANNELS', 'LAST_CONTACTED_SAME_CHANNEL'] as const;
export type TargetCriterionType = (typeof TARGET_CRITERIA)[number];

export const TARGET_STRATEGIES = ['ON_CREATION', 'ON_DISPATCH', 'MANUAL'] as const;
export type TargetStrategy = (typeof TARGET_STRATEGIES)[number];

export const ATTRIBUTE_STRATEGIES = ['UPFRONT', 'ON_DISPATCH', 'CALLER_PROVIDED'] as const;
export type AttributeStrategy = (typeof ATTRIBUTE_STRATEGIES)[number];

export const ATTRIBUTE_RESOLVERS = ['INTERNAL_SERVICE', 'CLIENT_HOOK', 'CALLER_PROVIDED'] as const;
export type AttributeResolver = (typeof ATTRIBUTE_RESOLVERS)[number];

/**
 * What follows from a call to a provider: it took the activity · try again later · this recipient or content never
 * works · the account is wrong, so that every activity would fail alike · it may have taken the activity.
 */
export const DISPOSITIONS = ['ACCEPTED', 'RETRY', 'REJECTED', 'MISCONFIGURED', 'UNCERTAIN'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** What a dispatch config does after an UNCERTAIN call: send again, or end the activity. */
export const ON_UNCERTAIN = ['retry', 'fail'] as const;
export type OnUncertain = (typeof ON_UNCERTAIN)[number];

/**
 * Why activities are sent by one dispatch config and no other: they must be, it has the lowest priority number of the
 * active ones of the channel, or those before it have an outage.
 */
export const CHOICE_REASONS = ['PINNED', 'PRIORITY', 'FAILOVER'] as const;
export type ChoiceReason = (typeof CHOICE_REASONS)[number];

/** Why a dispatch config is not used: its provider does not answer, or says that the account is wrong. */
export const OUTAGE_KINDS = ['DOWN', 'MISCONFIGURED'] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

/** What a tenant's endpoint can be told of. */
export const WEBHOOK_EVENTS = [
  'activity.created',
  'activity.unresolved',
  'activity.dispatched',
  'activity.completed',
  'activity.failed',
  'activity.canceled',
  'dispatch_config.down',
  'dispatch_config.up',
  'contact.blocked',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
