import { COUNTRIES } from '@errand/contacts';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { notBlank, notCountry } from '../validation/messages';
import { MasterDataPageRequest } from '../lists/page.request';
import { SyncItems } from '../sync/sync-items.decorator';
import { IsSmallObject } from '../validation/small-object.decorator';
import { CreateCommerceUserRequest } from './commerce-user.request';

export class CreateCommerceRequest {
  /**
   * The tenant's own key, unique among its commerces.
   * @example STORE-2
   */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, notBlank)
  externalId: string;

  /** @example "Corner Store" */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, notBlank)
  name: string;

  @IsOptional()
  @IsString()
  @Length(1, 100)
  taxId?: string | null;

  /**
   * ISO 3166-1 alpha-2, in upper case: phone numbers without a country code are of there. Null: the tenant's
   * `settings.country` counts.
   * @example CO
   */
  @IsOptional()
  @IsIn(COUNTRIES, notCountry)
  country?: string | null;

  @IsOptional()
  @IsBoolean()
  isActive?: boolean;

  /** Any object, up to 32 kB. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsSmallObject(32_768)
  metadata?: object;

  /** @example [{ "firstName": "Ana", "roles": ["OWNER"], "contacts": [{ "type": "EMAIL", "value": "ana@store.example" }] }] */
  @ApiProperty({ type: [CreateCommerceUserRequest], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => CreateCommerceUserRequest)
  @ArrayUnique(sameUser, { message: '$property must not name the same externalId twice' })
  users?: CreateCommerceUserRequest[];
}

export class UpdateCommerceRequest extends PartialType(OmitType(CreateCommerceRequest, ['users'])) {}

export class SyncCommercesRequest {
  @SyncItems(CreateCommerceRequest)
  items: unknown[];
}

export class ListCommercesRequest extends MasterDataPageRequest {}

/** Users without an externalId are never the same. */
function sameUser(user: Partial<CreateCommerceUserRequest> | undefined): unknown {
  return user?.externalId ?? user;
}
