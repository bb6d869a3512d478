import { OmitType, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { notBlank } from '../validation/messages';
import { IsAttributeKey } from './attribute-key.decorator';

export class CreateAttributeKeyRequest {
  /** @example favorite_product */
  @IsAttributeKey()
  key: string;

  /** @example "Favorite product" */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, notBlank)
  label: string;

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  description?: string | null;
}

export class UpdateAttributeKeyRequest extends PartialType(OmitType(CreateAttributeKeyRequest, ['key'])) {}
