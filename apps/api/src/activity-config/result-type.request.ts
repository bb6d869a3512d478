import { OmitType, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length, Matches } from 'class-validator';
import { notBlank } from '../validation/messages';
import { IsAttributeKey } from './attribute-key.decorator';

export class CreateResultTypeRequest {
  /**
   * What results name in `taskResult.result` or `resultTypeCode`.
   * @example COME_BACK
   */
  @IsAttributeKey()
  code: string;

  /** @example "Come back another day" */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, notBlank)
  label: string;

  /** Refuse results of this type without a `futureScheduledAt`; false unless told. */
  @IsOptional()
  @IsBoolean()
  requiresFutureScheduledAt?: boolean;

  /** Make an activity like the one it came for, at `futureScheduledAt`; false unless told. */
  @IsOptional()
  @IsBoolean()
  createsFollowUp?: boolean;

  /** An inactive type is treated as free text; true unless told. */
  @IsOptional()
  @IsBoolean()
  isActive?: boolean;
}

export class UpdateResultTypeRequest extends PartialType(OmitType(CreateResultTypeRequest, ['code'])) {}
