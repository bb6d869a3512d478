import { OPERATOR_TYPES, type OperatorType } from '@errand/vocabulary';
import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { notBlank } from '../validation/messages';
import { MasterDataPageRequest } from '../lists/page.request';
import { SyncItems } from '../sync/sync-items.decorator';

export class CreateOperatorRequest {
  /**
   * The tenant's own key, unique among its operators.
   * @example OP-2
   */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, notBlank)
  externalId: string;

  @IsIn(OPERATOR_TYPES)
  type: OperatorType;

  /** @example "Ana Rojas" */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, notBlank)
  name: string;

  /** @example ana@example.com */
  @IsOptional()
  @IsString()
  @Length(3, 320)
  @Matches(/^[^@\s]+@[^@\s]+$/, { message: '$property must be an email address' })
  email?: string | null;

  /**
   * At least 5 digits.
   * @example "+56 9 1234 5678"
   */
  @IsOptional()
  @IsString()
  @Length(5, 50)
  @Matches(/^\D*(\d\D*){5,}$/, { message: '$property must have at least 5 digits' })
  phone?: string | null;

  @IsOptional()
  @IsBoolean()
  isActive?: boolean;
}

export class UpdateOperatorRequest extends PartialType(CreateOperatorRequest) {}

export class SyncOperatorsRequest {
  @SyncItems(CreateOperatorRequest)
  items: unknown[];
}

export class ListOperatorsRequest extends MasterDataPageRequest {
  /** Of this type. */
  @ApiProperty({ enum: OPERATOR_TYPES, required: false })
  @IsOptional()
  @IsIn(OPERATOR_TYPES)
  type?: OperatorType;
}
