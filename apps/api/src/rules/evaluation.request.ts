import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsObject, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { ApiJsonValue, type JsonValue } from '../validation/json-value';
import { IsTimestamp } from '../validation/timestamp.decorator';

export class EvaluatedActionRequest {
  @IsOptional()
  @IsString()
  @Length(1, 200)
  id?: string;

  /** `default` unless told. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  namespace?: string;

  /** The code of your tenant unless told. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  tenant?: string;

  /** @example email */
  @IsString()
  @Length(1, 200)
  provider: string;

  /** @example send_reminder */
  @IsString()
  @Length(1, 200)
  actionType: string;

  @ApiJsonValue('Any JSON value; null unless told.', { required: false })
  @IsOptional()
  payload?: JsonValue | null;

  /** @example { "priority": "low" } */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  metadata?: Record<string, unknown>;
}

export class EvaluateRulesRequest {
  @IsDefined()
  @ValidateNested()
  @Type(() => EvaluatedActionRequest)
  action: EvaluatedActionRequest;

  /** The moment to judge it at; now unless told. */
  @IsOptional()
  @IsTimestamp()
  at?: Date;

  /** Asks disabled rules as if they were enabled. */
  @IsOptional()
  @IsBoolean()
  includeDisabled?: boolean;
}
