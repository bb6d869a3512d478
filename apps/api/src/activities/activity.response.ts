import { maskedContact, maskedMember, type Recipient } from '@errand/contacts';
import { type ActivityView, MATCHED_BY, type MatchedBy } from '@errand/activities';
import { type ChosenConfig, type WaitingFor, WAITING_REASONS } from '@errand/dispatch';
import {
  ACTIVITY_STATUSES,
  ACTIVITY_TYPES,
  type ActivityStatus,
  type ActivityType,
  type Channel,
  CHANNELS,
  CONTACT_TYPES,
  type ContactType,
  type Disposition,
  DISPOSITIONS,
  type Origin,
  ORIGINS,
} from '@errand/vocabulary';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ChosenConfigResponse } from '../dispatch-configs/chosen-config.response';
import { TargetCriterionResponse } from '../activity-config/target-criterion.response';
import { CountedMetaResponse } from '../lists/page.response';
import { ApiJsonValue } from '../validation/json-value';
import { TargetUserResponse } from './history.response';

export class ReferenceResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  externalId: string;
  name: string;
}

export class OperatorReferenceResponse extends ReferenceResponse {
  /** SALESMAN, ACTIVATOR or CALLCENTER. */
  type: string;
}

export class CommerceAssignmentResponse {
  @ApiProperty({ format: 'uuid' })
  commerceId: string;
  assignmentReason: string | null;
  commerce: ReferenceResponse;
}

export class TaskDetailsResponse {
  @ApiProperty({ format: 'uuid' })
  routeId: string;
  @ApiProperty({ format: 'uuid' })
  operatorId: string;
  route: ReferenceResponse;
  operator: OperatorReferenceResponse;
}

export class ActivityAttributeResponse {
  key: string;
  @ApiJsonValue('Any JSON value.')
  value: unknown;
  @ApiProperty({ enum: ['PENDING', 'RESOLVED', 'FAILED', 'FALLBACK'] })
  resolutionStatus: string;
}

export class RecipientResponse {
  firstName: string | null;
  lastName: string | null;
  /** First and last name. */
  name: string | null;
  @ApiProperty({ enum: CONTACT_TYPES })
  type: ContactType;
  /**
   * The address in its normal form: a phone as E.164. Masked (`+57 ••• 2345`) for keys without `VIEW_CONTACTS` and
   * `MANAGE_COMMERCES`.
   */
  value: string;

  /** @param isWhole whether the caller is shown the address */
  static of(recipient: Recipient, isWhole: boolean): RecipientResponse {
    const { firstName, lastName, name, type, value } = recipient;
    return { firstName, lastName, name, type, value: isWhole ? value : maskedContact(type, value) };
  }
}

export class LastErrorResponse {
  /** @example PROVIDER_REJECTED */
  code: string;
  /**
   * The provider's reason, where it gave one.
   * @example "HTTP 500: no such store"
   */
  message: string;
  /** What followed from the attempt; null when the resolution failed, and for an attempt of version 0.1. */
  @ApiProperty({ enum: DISPOSITIONS, nullable: true })
  disposition: Disposition | null;
  /** The provider's own code. */
  providerErrorCode: string | null;
}

export class WaitingForConfigResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  name: string;
}

export class WaitingForResponse {
  @ApiProperty({ enum: WAITING_REASONS })
  reason: string;
  /** When it is next due; null where unknown. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  until: string | null;
  /** The dispatch config that is the cause, where one is. */
  @ApiProperty({ type: WaitingForConfigResponse, nullable: true })
  config: WaitingForConfigResponse | null;

  static of(this: void, waiting: WaitingFor | null): WaitingForResponse | null {
    return waiting && { ...waiting, until: isoOrNull(waiting.until) };
  }
}

export class ActivityResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ACTIVITY_TYPES })
  type: ActivityType;
  @ApiProperty({ enum: CHANNELS })
  channel: Channel;
  reason: string;
  @ApiProperty({ enum: ACTIVITY_STATUSES })
  status: ActivityStatus;
  @ApiProperty({ enum: ORIGINS })
  origin: Origin;
  idempotencyKey: string;
  /** Null for an action without a store. */
  @ApiProperty({ type: CommerceAssignmentResponse, nullable: true })
  commerceAssignment: CommerceAssignmentResponse | null;
  /** Null for a MESSAGE. */
  @ApiProperty({ type: TaskDetailsResponse, nullable: true })
  taskDetails: TaskDetailsResponse | null;
  @ApiProperty({ format: 'date-time' })
  scheduledAt: string;
  suggestedExecutionTime: string | null;
  @ApiProperty({ format: 'double' })
  score: number;
  userStatus: string | null;
  @ApiProperty({ type: [TargetCriterionResponse], nullable: true })
  targetCriteria: TargetCriterionResponse[] | null;
  targetUsers: TargetUserResponse[];
  /**
   * Whom it is for: the contact that its channel writes to or calls. Once it was sent by a provider that addresses people
   * it is whom that wrote to; before, whom it would be now. Null where nobody has such a contact.
   */
  @ApiProperty({ type: RecipientResponse, nullable: true })
  recipient: RecipientResponse | null;
  attributes: ActivityAttributeResponse[];
  /**
   * What is left out here, as it would make the list larger than some megabytes; the activity by its id has it. Absent
   * where nothing is.
   */
  @ApiProperty({ enum: ['attributes', 'metadata'], isArray: true, required: false })
  cut?: ('attributes' | 'metadata')[];
  @ApiProperty({ type: 'object', additionalProperties: true })
  metadata: Record<string, unknown>;
  /** The dispatch config of the last attempt. */
  @ApiProperty({ format: 'uuid', nullable: true, type: 'string' })
  dispatchConfigId: string | null;
  /** The provider code of the last attempt. */
  provider: string | null;
  /** The provider's own id of it. */
  providerActivityId: string | null;
  dispatchAttemptCount: number;
  /** When it is next tried; null when it is queued, in flight or past sending. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  nextAttemptAt: string | null;
  /** Why its last attempt or its resolution failed. */
  @ApiProperty({ type: LastErrorResponse, nullable: true })
  lastError: LastErrorResponse | null;
  /** The FAILED activity that this one repeats. */
  @ApiProperty({ format: 'uuid', nullable: true, type: 'string' })
  retryOf: string | null;
  /** The latest activity that repeats this one. */
  @ApiProperty({ format: 'uuid', nullable: true, type: 'string' })
  redrivenAs: string | null;
  /** The activity whose result asked for this one. */
  @ApiProperty({ format: 'uuid', nullable: true, type: 'string' })
  followUpOf: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  dispatchedAt: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  finishedAt: string | null;

  /** @param isWhole whether the caller is shown the addresses of people */
  static of(this: void, row: ActivityView, isWhole: boolean): ActivityResponse {
    const { commerce, route, operator } = row;
    return {
      id: row.id,
      type: row.type,
      channel: row.channel,
      reason: row.reason,
      status: row.status,
      origin: row.origin,
      idempotencyKey: row.idempotency_key,
      commerceAssignment: commerce && {
        commerceId: commerce.id,
        assignmentReason: row.assignment_reason,
        commerce,
      },
      taskDetails: route && operator && { routeId: route.id, operatorId: operator.id, route, operator },
      scheduledAt: row.scheduled_at.toISOString(),
      suggestedExecutionTime: row.suggested_execution_time,
      score: row.score,
      userStatus: row.user_status,
      targetCriteria: row.target_criteria?.map(TargetCriterionResponse.of) ?? null,
      targetUsers: row.target_users.map(TargetUserResponse.of),
      recipient: row.recipient && RecipientResponse.of(row.recipient, isWhole),
      attributes: isWhole ? row.attributes : maskedAttributes(row, row.attributes),
      metadata: row.metadata,
      dispatchConfigId: row.dispatch_config_id,
      provider: row.provider_code,
      providerActivityId: row.provider_activity_id,
      dispatchAttemptCount: row.dispatch_attempt_count,
      nextAttemptAt: row.lease_token === null ? isoOrNull(row.next_attempt_at) : null,
      lastError:
        row.last_error_code === null
          ? null
          : {
              code: row.last_error_code,
              message: row.last_error_message ?? '',
              disposition: row.last_error_disposition,
              providerErrorCode: row.last_error_provider_code,
            },
      retryOf: row.retry_of,
      redrivenAs: row.redriven_as,
      followUpOf: row.follow_up_of,
      createdAt: row.created_at.toISOString(),
      ...(row.is_cut && { cut: ['attributes', 'metadata'] }),
      updatedAt: row.updated_at.toISOString(),
      dispatchedAt: isoOrNull(row.dispatched_at),
      finishedAt: isoOrNull(row.finished_at),
    };
  }
}

export class ActivityDetailResponse extends ActivityResponse {
  /** Why a READY activity was not sent yet; null otherwise. */
  @ApiProperty({ type: WaitingForResponse, nullable: true })
  waitingFor: WaitingForResponse | null;

  /**
   * By which dispatch config it would be sent now, while it is still to be sent; later, by which it was tried last. Null
   * where no config can be used, and where that one was deleted.
   */
  @ApiProperty({ type: ChosenConfigResponse, nullable: true })
  dispatchConfig: ChosenConfigResponse | null;

  static with(
    row: ActivityView,
    waiting: WaitingFor | null,
    dispatchConfig: ChosenConfig | null,
    isWhole: boolean,
  ): ActivityDetailResponse {
    return { ...ActivityResponse.of(row, isWhole), waitingFor: WaitingForResponse.of(waiting), dispatchConfig };
  }
}

/** An activity in a list. */
export class ListedActivityResponse extends ActivityResponse {
  /** With `include=waitingFor`: why a READY activity was not sent yet; null otherwise. */
  @ApiPropertyOptional({ type: WaitingForResponse, nullable: true })
  waitingFor?: WaitingForResponse | null;

  /** @param waiting by id; undefined where nobody asked for it */
  static override of(
    this: void,
    row: ActivityView,
    isWhole: boolean,
    waiting?: Map<string, WaitingFor>,
  ): ListedActivityResponse {
    if (!waiting) return ActivityResponse.of(row, isWhole);
    return { ...ActivityResponse.of(row, isWhole), waitingFor: WaitingForResponse.of(waiting.get(row.id) ?? null) };
  }
}

export class ActivitiesMetaResponse extends CountedMetaResponse {
  /** What the search text was found to be; null without a search, and when nothing was found. */
  @ApiProperty({ enum: MATCHED_BY, nullable: true })
  matchedBy: MatchedBy | null;
}

/** An action without a store names its recipient in what it carries. */
export function maskedAttributes<Attribute extends { key: string; value: unknown }>(
  { commerce, channel }: Pick<ActivityView, 'commerce' | 'channel'>,
  attributes: Attribute[],
): Attribute[] {
  if (commerce) return attributes;
  return attributes.map((attribute) => ({
    ...attribute,
    value: maskedMember(channel, attribute.key, attribute.value),
  }));
}

function isoOrNull(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
