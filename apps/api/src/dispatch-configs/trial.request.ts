import { CONTACT_TYPES, type ContactType } from '@errand/vocabulary';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsOptional, IsString, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { notBlank } from '../validation/messages';
import { IsSmallObject } from '../validation/small-object.decorator';
import { CreateDispatchConfigRequest } from './dispatch-config.request';

/** Of a sample payload. */
const maxSampleBytes = 262_144;

/** Whom a test call reaches. */
export class TrialRecipientRequest {
  @IsIn(CONTACT_TYPES)
  type: ContactType;

  /**
   * A phone in E.164.
   * @example +12025550100
   */
  @IsString()
  @Length(1, 4096)
  @Matches(/\S/, notBlank)
  value: string;
}

export class ProbeRequest {
  /** Required where the provider addresses a person: the message really goes there. */
  @IsOptional()
  @ValidateNested()
  @Type(() => TrialRecipientRequest)
  recipient?: TrialRecipientRequest;

  /**
   * A payload v1 or a part of it, in place of that of the sample.
   * @example { "attributes": { "discount": "10 %" } }
   */
  @IsOptional()
  @IsSmallObject(maxSampleBytes)
  payload?: Record<string, unknown>;
}

export class UnsavedProbeRequest extends ProbeRequest {
  /** As it would be created. */
  @IsDefined()
  @ValidateNested()
  @Type(() => CreateDispatchConfigRequest)
  config: CreateDispatchConfigRequest;
}

export class PreviewRequest {
  /**
   * As it would be created. With `id` as well: what that config would be then; credentials left out are the stored ones.
   * @example { "name": "trial", "providerCode": "MOCK", "channel": "PUSH" }
   */
  @IsOptional()
  @ValidateNested()
  @Type(() => CreateDispatchConfigRequest)
  config?: CreateDispatchConfigRequest;

  /** Of a stored config. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  id?: string;

  /** Of an activity on the channel of the config. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  activityId?: string;

  /** In place of an activity: a payload v1 or a part of it; the rest is that of a sample. */
  @IsOptional()
  @IsSmallObject(maxSampleBytes)
  sample?: Record<string, unknown>;
}
