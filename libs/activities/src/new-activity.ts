import type { AttributeInput, TargetCriterion } from '@errand/resolution';
import type { ActivityType, Channel } from '@errand/vocabulary';

/** What a caller says of an activity to create; form and types are checked already, references are not. */
export interface NewActivity {
  type: ActivityType;
  channel: Channel;
  reason: string;
  idempotencyKey: string;
  /** Past = now, as when it is left out. */
  scheduledAt?: Date | null;
  /** API unless told. */
  origin?: 'API' | 'ACTION' | 'RECURRING';
  /** The one dispatch config it must be sent by; without it the channel's best one at the time. */
  pinnedConfigId?: string | null;
  /** This or commerceExternalId is required when the origin is API. */
  commerceId?: string | null;
  /** In place of commerceId. */
  commerceExternalId?: string | null;
  assignmentReason?: string | null;
  /** TASK only, where both a route and an operator are required, each by one of its ids. */
  assignedRouteId?: string | null;
  assignedRouteExternalId?: string | null;
  assignedOperatorId?: string | null;
  assignedOperatorExternalId?: string | null;
  suggestedExecutionTime?: string | null;
  userStatus?: string | null;
  score?: number | null;
  targetCriteria?: TargetCriterion[] | null;
  /** Keys that policies or internal services resolve. */
  attributeKeys?: string[] | null;
  attributes?: AttributeInput[] | null;
  /** Attributes that are taken as they are, whatever policies say; null is a value. */
  givenAttributes?: Record<string, unknown>;
  metadata?: Record<string, unknown> | null;
  /** READY, but left to whoever made it until then. */
  notBefore?: Date;
  /** What a repetition is compared with; all of the above unless told. */
  content?: object;
}
