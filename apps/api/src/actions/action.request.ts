import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';
import { notBlank } from '../validation/messages';
import { ApiJsonValue, type JsonValue } from '../validation/json-value';
import { HasShortNames } from '../validation/short-names.decorator';
import { IsSmallObject } from '../validation/small-object.decorator';
import { IsTimestamp } from '../validation/timestamp.decorator';

const maxMetadataBytes = 32_768;
/** Names are in an index, of which PostgreSQL takes rows of up to 2,704 bytes. */
const maxNameBytes = 2000;

/** In snake_case, as everything below `/v1`. Other fields are ignored. */
export class ActionRequest {
  /**
   * Yours. Asked again with the same content, it answers what became of the first.
   * @example action-4711
   */
  @IsOptional()
  @IsString()
  @Length(1, 255)
  id?: string | null;

  /**
   * `default` unless told.
   * @example notifications
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  namespace?: string | null;

  /** Code or id of the tenant; yours, if given. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  tenant?: string | null;

  /**
   * The name of a dispatch config, or the code of a provider.
   * @example email
   */
  @IsString()
  @Length(1, 200)
  provider: string;

  /** @example send_reminder */
  @IsString()
  @Length(1, 500)
  @Matches(/\S/, notBlank)
  action_type: string;

  @ApiJsonValue(
    'Any JSON. The provider gets an object’s members as `attributes`, anything else as the attribute `payload`.',
    {
      required: false,
      example: { to: 'ana@store.example' },
    },
  )
  @IsOptional()
  @HasShortNames(maxNameBytes)
  payload?: JsonValue | null;

  /**
   * Flat, or under `labels`.
   * @example { "priority": "low" }
   */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true })
  @IsOptional()
  @IsObject()
  @IsSmallObject(maxMetadataBytes)
  metadata?: Record<string, unknown> | null;

  /** In place of `id` as the key by which repetitions are known. */
  @IsOptional()
  @IsString()
  @Length(1, 255)
  dedup_key?: string | null;

  /** Send it so much later, as far ahead as a rule may. */
  @IsOptional()
  @IsInt()
  @Min(1)
  delay_seconds?: number | null;

  /** Send it then; in the past = now. */
  @IsOptional()
  @IsTimestamp()
  scheduled_at?: Date | null;

  /** The store it is about, if any. */
  @IsOptional()
  @IsUUID()
  commerce_id?: string | null;

  /** In place of `commerce_id`. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  commerce_external_id?: string | null;
}

export class DispatchQueryRequest {
  /** Only say what the rules would make of it. */
  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  dry_run?: boolean = false;
}
