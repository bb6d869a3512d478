import { tooManyBytes } from '@errand/activities';
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
import { aNumber, noRepeats, notBlank } from '../validation/messages';
import { TargetCriterionRequest } from '../activity-config/target-criterion.request';
import { ApiJsonValue, type JsonValue } from '../validation/json-value';
import { ReadApart } from '../validation/request-shape';
import { IsSmallObject } from '../validation/small-object.decorator';
import { IsTimestamp, IsTimestampOrTimeOfDay } from '../validation/timestamp.decorator';

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
  @Matches(/\S/, notBlank)
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
   * When to send it; in the past, or left out = now.
   * @example 2026-01-31T09:30:00.000Z
   */
  @IsOptional()
  @IsTimestamp()
  scheduledAt?: Date | null;

  /**
   * When it should best be carried out, for the provider: a timestamp or a time of day.
   * @example 10:30
   */
  @IsOptional()
  @IsTimestampOrTimeOfDay()
  suggestedExecutionTime?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  userStatus?: string | null;

  /** Among due activities a higher score is sent first; 0 unless told. */
  @IsOptional()
  @ApiProperty({ format: 'double' })
  @IsNumber({}, aNumber)
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
  @ArrayUnique(noRepeats)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  attributeKeys?: string[] | null;

  /** @example [{ "key": "discount", "value": "15%" }] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique(({ key }: AttributeRequest) => key, { message: '$property must not name the same key twice' })
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

  /** The route, by id; TASK only, and required there, or give assignedRouteExternalId. */
  @IsOptional()
  @IsUUID()
  assignedRouteId?: string | null;

  /** The route, by your own id. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  assignedRouteExternalId?: string | null;

  /** The operator, by id; TASK only, and required there, or give assignedOperatorExternalId. */
  @IsOptional()
  @IsUUID()
  assignedOperatorId?: string | null;

  /** The operator, by your own id. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  assignedOperatorExternalId?: string | null;
}

const ofTasks = ['type', 'idempotencyKey', 'assignedRouteExternalId', 'assignedOperatorExternalId'] as const;

export class CreateTaskRequest extends OmitType(CreateActivityRequest, ofTasks) {
  /** TASK; may be left out. */
  @IsOptional()
  @Equals('TASK')
  type?: 'TASK';

  /**
   * As of any activity: unique in the tenant, required here or as the `Idempotency-Key` header.
   * @example order-4711-visit
   */
  @IsOptional()
  @IsString()
  @Length(1, 255)
  idempotencyKey?: string;

  /**
   * The route, by your own id; or give assignedRouteId.
   * @example ROUTE-1
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  assignedRouteExternalId?: string | null;

  /**
   * The operator, by your own id; or give assignedOperatorId.
   * @example OP-1
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  assignedOperatorExternalId?: string | null;
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
export function activityProblems(request: CreateActivityRequest, maxBytes: number): FieldProblem[] {
  const { type, idempotencyKey } = request;
  const problems: FieldProblem[] = eitherId(request, 'commerceId', 'commerceExternalId', 'is required');
  const tooLarge = tooManyBytes(request, maxBytes);
  if (tooLarge) problems.push(tooLarge);
  if (!idempotencyKey) problems.push({ field: 'idempotencyKey', message: 'is required' });
  for (const [id, externalId] of taskIds) {
    if (type === 'TASK') problems.push(...eitherId(request, id, externalId, 'is required for a TASK'));
    for (const field of [id, externalId]) {
      if (type === 'MESSAGE' && request[field]) problems.push({ field, message: 'is for a TASK only' });
    }
  }
  return problems;
}

const taskIds = [
  ['assignedRouteId', 'assignedRouteExternalId'],
  ['assignedOperatorId', 'assignedOperatorExternalId'],
] as const;

function eitherId<Field extends string>(
  request: Partial<Record<Field, string | null>>,
  id: Field,
  externalId: Field,
  isRequired: string,
): FieldProblem[] {
  if (!request[id] && !request[externalId]) return [{ field: id, message: `${isRequired}, or ${externalId}` }];
  if (request[id] && request[externalId]) return [{ field: externalId, message: `must not be given with ${id}` }];
  return [];
}
