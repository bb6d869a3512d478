import { randomUUID } from 'node:crypto';
import type { FieldProblem } from '@errand/errors';
import type { WantedTime } from '@errand/actions';
import type { RuleAction } from '@errand/rules';
import type { Tenant } from '@errand/tenants';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { labelsOf } from '../actions/read-action';
import { ApiJsonValue, type JsonValue } from '../validation/json-value';
import { readKnownFields } from '../validation/read-request';
import { validationFailed } from '../validation/request.pipe';
import { ReadApart } from '../validation/request-shape';
import { IsTimestamp } from '../validation/timestamp.decorator';

/**
 * An action as `POST /v1/dispatch` takes it, or a part of one. Fields that no rule sees are ignored. Either spelling is
 * taken, `action_type` as well.
 */
class EvaluatedActionRequest {
  @IsOptional()
  @IsString()
  @Length(1, 255)
  id?: string | null;

  /** `default` unless told. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  namespace?: string | null;

  /** The code of your tenant unless told. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  tenant?: string | null;

  /**
   * Null unless told.
   * @example email
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  provider?: string | null;

  /**
   * Null unless told.
   * @example send_reminder
   */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  actionType?: string | null;

  @ApiJsonValue('Any JSON value; null unless told.', { required: false })
  @IsOptional()
  payload?: JsonValue | null;

  /**
   * Flat, or under `labels`.
   * @example { "priority": "low" }
   */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true })
  @IsOptional()
  @IsObject()
  metadata?: Record<string, unknown> | null;

  /** The time that the action asks for itself. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(31_536_000)
  delaySeconds?: number | null;

  /** The same as a moment. */
  @IsOptional()
  @IsTimestamp()
  scheduledAt?: Date | null;
}

export class EvaluateRulesRequest {
  @ApiProperty({ type: EvaluatedActionRequest })
  @ReadApart()
  @IsDefined()
  action: unknown;

  /** The moment to judge it at; now unless told. */
  @IsOptional()
  @IsTimestamp()
  at?: Date;

  /** Asks disabled rules as if they were enabled. */
  @IsOptional()
  @IsBoolean()
  includeDisabled?: boolean;

  /** A YAML file, as an import takes it, to be asked instead of the stored rules; the trace has no ids then. */
  @IsOptional()
  @IsString()
  @MaxLength(262_144)
  rules?: string;
}

/** An action as rules see it, and the time that it asks for itself. */
export interface EvaluatedAction {
  action: RuleAction;
  wanted: WantedTime;
}

/** @throws ErrandError VALIDATION_FAILED with each field in its details */
export function readEvaluated(input: unknown, tenant: Tenant): EvaluatedAction {
  const { value, problems } = readKnownFields(EvaluatedActionRequest, input);
  if (value === undefined) throw validationFailed(problems.map(inAction));
  const { id, namespace, provider, actionType, payload, metadata, delaySeconds, scheduledAt } = value;
  const action = {
    id: id ?? randomUUID(),
    namespace: namespace ?? 'default',
    tenant: value.tenant ?? tenant.code,
    provider: provider ?? null,
    actionType: actionType ?? null,
    payload: payload ?? null,
    metadata: labelsOf(metadata ?? {}),
  };
  return { action, wanted: { delaySeconds: delaySeconds ?? null, scheduledAt: scheduledAt ?? null } };
}

function inAction({ field, message }: FieldProblem): FieldProblem {
  return { field: field === 'body' ? 'action' : `action.${field}`, message };
}
