import type { FieldProblem } from '@errand/errors';
import { ACTIVITY_TYPES, type ActivityType, type Channel, CHANNELS } from '@errand/vocabulary';
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsDefined,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { TargetCriterionRequest } from '../activity-config/target-criterion.request';
import { ApiJsonValue, type JsonValue } from '../validation/json-value';
import { ReadApart } from '../validation/request-shape';
import { IsSmallObject } from '../validation/small-object.decorator';
import { IsTimestamp } from '../validation/timestamp.decorator';

/** ISO 8601 with an offset, or a time of day. */
const executionTime =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)|([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)$/;
const maxMetadataBytes = 32_768;

export class AttributeRequest {
  /** @example discount */
  @IsString()
  @Length(1, 200)
  key: string;

  @ApiJsonValue('Any JSON value.', { required: false })
  @IsOptional()
  value?: JsonValue | null;

  @ApiJsonValue('Any JSON value, used when no other can be had; without one the activity is then UNRESOLVED.', {
    required: false,
  })
  @IsOptional()
  fallback?: JsonValue | null;
}

export class CreateActivityRequest {
  /**
   * TASK needs a route and an operator; MESSAGE needs neither.
   * @example MESSAGE
   */
  @IsIn(ACTIVITY_TYPES)
  type: ActivityType;

  /**
   * What it is for.
   * @example send_reminder
   */
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason: string;

  /** @example WHATSAPP */
  @IsIn(CHANNELS)
  channel: Channel;

  /** The store, by id; or give commerceExternalId. */
  @IsOptional()
  @IsUUID()
  commerceId?: string | null;

  /**
   * The store, by your own id.
   * @example STORE-1
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  commerceExternalId?: string | null;

  /**
   * Unique in the tenant: the same key with the same content answers the activity made before. Required here or as
   * the `Idempotency-Key` header.
   * @example order-4711-reminder
   */
  @IsOptional()
  @IsString()
  @Length(1, 255)
  idempotencyKey?: string;

  /**
   * When to send it; in the past = now.
   * @example 2026-01-31T09:30:00.000Z
   */
  @IsTimestamp()
  scheduledAt: Date;

  /**
   * When it should best be carried out, for the provider: a timestamp or a time of day.
   * @example 10:30
   */
  @IsOptional()
  @IsString()
  @Matches(executionTime, { message: '$property must be an ISO 8601 timestamp with an offset or a time such as 10:30' })
  suggestedExecutionTime?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  userStatus?: string | null;

  /** Among due activities a higher score is sent first; 0 unless told. */
  @IsOptional()
  @IsNumber()
  @Min(-1e12)
  @Max(1e12)
  score?: number | null;

  /** Why it was given to this store. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  assignmentReason?: string | null;

  /** Whom it addresses; replaces the configured criteria. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TargetCriterionRequest)
  targetCriteria?: TargetCriterionRequest[] | null;

  /** Attributes to be found by their policy, such as `commerce_info`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  attributeKeys?: string[] | null;

  /** @example [{ "key": "discount", "value": "15%" }] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique(({ key }: AttributeRequest) => key)
  @ValidateNested({ each: true })
  @Type(() => AttributeRequest)
  attributes?: AttributeRequest[] | null;

  /**
   * Labels; any JSON object, handed on to the provider.
   * @example { "campaign": "spring" }
   */
  @IsOptional()
  @IsSmallObject(maxMetadataBytes)
  metadata?: Record<string, unknown> | null;

  /** The route; TASK only, and required there. */
  @IsOptional()
  @IsUUID()
  assignedRouteId?: string | null;

  /** The operator; TASK only, and required there. */
  @IsOptional()
  @IsUUID()
  assignedOperatorId?: string | null;
}

const forTasks = ['type', 'assignedRouteId', 'assignedOperatorId'] as const;

export class CreateTaskRequest extends OmitType(CreateActivityRequest, forTasks) {
  /** TASK; may be left out. */
  @IsOptional()
  @Equals('TASK')
  type?: 'TASK';

  /** @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a */
  @IsUUID()
  assignedRouteId: string;

  /** @example 019c2f4e-7a10-7d02-8b61-5e2d7c9f0a1b */
  @IsUUID()
  assignedOperatorId: string;
}

export class BulkCreateRequest {
  /** Each is checked apart: a bad one is answered as invalid and keeps no other from being created. */
  @ApiProperty({ type: [CreateActivityRequest], minItems: 1, maxItems: 1000 })
  @ReadApart()
  @IsDefined()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  activities: unknown[];
}

/** What no single field's rule can see. */
export function activityProblems(request: CreateActivityRequest): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { type, commerceId, commerceExternalId, idempotencyKey, assignedRouteId, assignedOperatorId } = request;
  if (!commerceId && !commerceExternalId) {
    problems.push({ field: 'commerceId', message: 'is required, or commerceExternalId' });
  }
  if (commerceId && commerceExternalId) {
    problems.push({ field: 'commerceExternalId', message: 'must not be given with commerceId' });
  }
  if (!idempotencyKey) problems.push({ field: 'idempotencyKey', message: 'is required' });
  for (const [field, value] of Object.entries({ assignedRouteId, assignedOperatorId })) {
    if (type === 'TASK' && !value) problems.push({ field, message: 'is required for a TASK' });
    if (type === 'MESSAGE' && value) problems.push({ field, message: 'is for a TASK only' });
  }
  return problems;
}
