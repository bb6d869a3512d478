import type { ActivityType, Channel, CommerceUserRole, ContactType, OperatorType } from '@errand/vocabulary';

/**
 * Payload v1: what a provider is told about an activity. `docs/payload-v1.schema.json` says the same to other
 * languages; a test holds the two together. Timestamps are ISO 8601 UTC with milliseconds. `null` stands where there is
 * nothing; only `operator` and `route` can be absent, and are exactly when `type` is MESSAGE.
 */
export interface ActivityPayload {
  /** The activity's UUID; also the `Idempotency-Key` header of every attempt. */
  id: string;
  /** The caller's own key, unique in its tenant. */
  idempotencyKey: string;
  /** 1 for the first call. */
  attempt: number;
  type: ActivityType;
  channel: Channel;
  reason: string;
  /** Higher is more urgent. */
  score: number;
  scheduledAt: string;
  /** As the caller wrote it. */
  suggestedExecutionTime: string | null;
  userStatus: string | null;
  /** null for an activity that belongs to no store. */
  commerce: PayloadCommerce | null;
  /** Whom this call is for: one person, under one address; null where the channel or the person has none. */
  recipient: PayloadRecipient | null;
  operator?: PayloadOperator;
  route?: PayloadRoute;
  attributes: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

export interface PayloadCommerce {
  id: string;
  externalId: string;
  name: string;
  assignmentReason: string | null;
  targetUsers: PayloadTargetUser[];
}

interface PayloadTargetUser {
  id: string;
  externalId: string | null;
  firstName: string;
  lastName: string | null;
  roles: CommerceUserRole[];
  contacts: PayloadContact[];
}

interface PayloadContact {
  type: ContactType;
  value: string;
  isPrimary: boolean;
}

export interface PayloadRecipient {
  /** Null where only the address is known, as of an action. */
  firstName: string | null;
  lastName: string | null;
  /** First and last name. */
  name: string | null;
  type: ContactType;
  /** E.164 for a phone that has that form, else as it was given. */
  value: string;
}

export interface PayloadOperator {
  id: string;
  externalId: string;
  name: string;
  type: OperatorType;
  email: string | null;
  phone: string | null;
}

export interface PayloadRoute {
  id: string;
  externalId: string;
  name: string;
}
