import {
  type ActivityEvent,
  type AttributeView,
  type SettledAttempt,
  type TargetUserView,
  UNCOUNTED_TRIGGERS,
} from '@errand/activities';
import {
  ACTIVITY_STATUSES,
  type ActivityStatus,
  ATTRIBUTE_RESOLVERS,
  ATTRIBUTE_STRATEGIES,
  type Disposition,
  DISPOSITIONS,
} from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { ApiJsonValue } from '../validation/json-value';

export class TargetUserResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ format: 'uuid', nullable: true, type: 'string' })
  commerceUserId: string | null;
  firstName: string | null;
  lastName: string | null;
  @ApiProperty({ enum: ['PENDING', 'RESOLVED', 'LOCKED', 'FAILED'] })
  resolutionStatus: string;
  @ApiProperty({
    enum: ['CRITERIA_MATCH', 'FALLBACK_COMMERCE_REP', 'FALLBACK_OWNER', 'MANUAL_ASSIGNMENT'],
    nullable: true,
  })
  lockReason: string | null;
  errorMessage: string | null;

  static of(this: void, user: TargetUserView): TargetUserResponse {
    const { id, commerceUserId, firstName, lastName, resolutionStatus, lockReason, errorMessage } = user;
    return { id, commerceUserId, firstName, lastName, resolutionStatus, lockReason, errorMessage };
  }
}

export class AttributeResponse {
  key: string;
  @ApiJsonValue('Any JSON value.')
  value: unknown;
  @ApiJsonValue('Any JSON value.')
  fallback: unknown;
  @ApiProperty({ enum: ATTRIBUTE_STRATEGIES })
  strategy: string;
  @ApiProperty({ enum: ATTRIBUTE_RESOLVERS })
  resolver: string;
  @ApiProperty({ enum: ['PENDING', 'RESOLVED', 'FAILED', 'FALLBACK'] })
  resolutionStatus: string;
  errorMessage: string | null;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  static of(this: void, row: AttributeView): AttributeResponse {
    return {
      key: row.key,
      value: row.value,
      fallback: row.fallback,
      strategy: row.strategy,
      resolver: row.resolver,
      resolutionStatus: row.resolution_status,
      errorMessage: row.error_message,
      updatedAt: row.updated_at.toISOString(),
    };
  }
}

export class StatusEventResponse {
  /**
   * What caused it.
   * @example ACCEPTED
   */
  trigger: string;
  /** Null for the creation. */
  @ApiProperty({ enum: ACTIVITY_STATUSES, nullable: true })
  fromStatus: ActivityStatus | null;
  @ApiProperty({ enum: ACTIVITY_STATUSES })
  toStatus: ActivityStatus;
  /**
   * Who caused it: `key:` and the visible prefix of an API key, `platform`, or `dispatcher`.
   * @example dispatcher
   */
  actor: string | null;
  /** The attempt that caused it. */
  attempt: number | null;
  /** Of the attempt. */
  @ApiProperty({ enum: DISPOSITIONS, nullable: true })
  disposition: Disposition | null;
  /** @example PROVIDER_REJECTED */
  errorCode: string | null;
  /** The provider's own code. */
  providerErrorCode: string | null;
  message: string | null;
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;

  static of(row: ActivityEvent & { to_status: ActivityStatus }): StatusEventResponse {
    return {
      trigger: row.trigger,
      fromStatus: row.from_status,
      toStatus: row.to_status,
      actor: row.actor,
      attempt: row.attempt,
      disposition: row.disposition,
      errorCode: row.error_code,
      providerErrorCode: row.provider_error_code,
      message: row.error_message,
      occurredAt: row.created_at.toISOString(),
    };
  }
}

export class AttemptResponse {
  /** From 1. */
  number: number;
  @ApiProperty({ enum: ['SUCCESS', 'FAILURE'] })
  outcome: 'SUCCESS' | 'FAILURE';
  /**
   * False for a probe of a provider that was down and where the account was wrong: it used up no attempt, and its number
   * is given again.
   */
  counted: boolean;
  @ApiProperty({ format: 'uuid', nullable: true, type: 'string' })
  dispatchConfigId: string | null;
  /** Provider code. */
  provider: string | null;
  @ApiProperty({ format: 'date-time' })
  startedAt: string;
  durationMs: number;
  httpStatus: number | null;
  /** What followed from it; null for an attempt of version 0.1. */
  @ApiProperty({ enum: DISPOSITIONS, nullable: true })
  disposition: Disposition | null;
  /** One of the dispatch error codes of `docs/errors.md`; null when the provider accepted. */
  errorCode: string | null;
  /** The provider's own code. */
  providerErrorCode: string | null;
  message: string | null;
  providerActivityId: string | null;
  /** What the provider answered, cut at 20,000 characters. */
  responseBody: string | null;
  /**
   * Of a failed attempt, the beginning of the body of the call, up to 4 kB, its credentials as `•••`. Null for keys without
   * `VIEW_CONTACTS` and `MANAGE_COMMERCES`, where it was accepted, where there is no body, and for attempts of before 0.2.
   */
  requestExcerpt: string | null;

  /** @param isWhole whether the caller is shown addresses */
  static of(row: AttemptFields, isWhole: boolean): AttemptResponse {
    return {
      number: row.attempt,
      outcome: row.error_code === null ? 'SUCCESS' : 'FAILURE',
      counted: !UNCOUNTED_TRIGGERS.includes(row.trigger),
      dispatchConfigId: row.dispatch_config_id,
      provider: row.provider_code,
      startedAt: row.started_at.toISOString(),
      durationMs: row.duration_ms,
      httpStatus: row.http_status,
      disposition: row.disposition,
      errorCode: row.error_code,
      providerErrorCode: row.provider_error_code,
      message: row.error_message,
      providerActivityId: row.provider_activity_id,
      responseBody: row.response_body,
      requestExcerpt: isWhole ? row.request_excerpt : null,
    };
  }
}

type AttemptFields = { trigger: string; disposition: Disposition | null } & Pick<
  SettledAttempt,
  | 'attempt'
  | 'dispatch_config_id'
  | 'provider_code'
  | 'started_at'
  | 'duration_ms'
  | 'http_status'
  | 'error_code'
  | 'provider_error_code'
  | 'error_message'
  | 'provider_activity_id'
  | 'response_body'
  | 'request_excerpt'
>;

/** The attempts of a history; a row of it without an attempt number is none. */
export function attemptsOf(events: ActivityEvent[], isWhole: boolean): AttemptResponse[] {
  return events.flatMap((event) => {
    const { attempt, started_at, duration_ms } = event;
    if (attempt === null || started_at === null || duration_ms === null) return [];
    return [AttemptResponse.of({ ...event, attempt, started_at, duration_ms }, isWhole)];
  });
}

/** The transitions of a history. */
export function transitionsOf(events: ActivityEvent[]): StatusEventResponse[] {
  return events.flatMap((event) =>
    event.to_status === null ? [] : [StatusEventResponse.of({ ...event, to_status: event.to_status })],
  );
}
