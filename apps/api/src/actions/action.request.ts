import { IsBoolean, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { JsonValue } from '../validation/json-value';
import { IsSmallObject } from '../validation/small-object.decorator';
import { IsTimestamp } from '../validation/timestamp.decorator';

const maxMetadataBytes = 32_768;

/** What of an action is read; the wire spells it in snake_case and may have more, which is ignored. */
export class ActionRequest {
  @IsOptional()
  @IsString()
  @Length(1, 255)
  id?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  namespace?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  tenant?: string | null;

  @IsString()
  @Length(1, 200)
  provider: string;

  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  actionType: string;

  @IsOptional()
  payload?: JsonValue | null;

  @IsOptional()
  @IsObject()
  @IsSmallObject(maxMetadataBytes)
  metadata?: Record<string, unknown> | null;

  @IsOptional()
  @IsString()
  @Length(1, 255)
  dedupKey?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  delaySeconds?: number | null;

  @IsOptional()
  @IsTimestamp()
  scheduledAt?: Date | null;

  @IsOptional()
  @IsUUID()
  commerceId?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  commerceExternalId?: string | null;
}

export class DispatchQueryRequest {
  /** Only say what the rules would make of it. */
  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  dry_run?: boolean = false;
}
