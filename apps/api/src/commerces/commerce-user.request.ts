import { COMMERCE_USER_ROLES, type CommerceUserRole } from '@errand/vocabulary';
import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
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
import { noRepeats, notBlank } from '../validation/messages';
import { CreateContactRequest } from './contact.request';

export class CreateCommerceUserRequest {
  /** The tenant's own key, unique within the commerce. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, notBlank)
  externalId?: string | null;

  /** @example Ana */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, notBlank)
  firstName: string;

  /** @example Rojas */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  lastName?: string | null;

  /** @example ["OWNER"] */
  @IsArray()
  @ArrayMaxSize(100)
  @IsIn(COMMERCE_USER_ROLES, { each: true })
  @ArrayUnique(noRepeats)
  roles: CommerceUserRole[];

  @IsOptional()
  @IsBoolean()
  isActive?: boolean;

  /** @example [{ "type": "WHATSAPP", "value": "+56 9 1234 5678", "isPrimary": true }] */
  @ApiProperty({ type: [CreateContactRequest], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CreateContactRequest)
  @ArrayUnique(sameContact, { message: '$property must not name the same type and value twice' })
  @ArrayUnique(samePrimary, { message: '$property must not have two primary ones of the same type' })
  contacts?: CreateContactRequest[];
}

export class UpdateCommerceUserRequest extends PartialType(OmitType(CreateCommerceUserRequest, ['contacts'])) {}

// The elements may be anything at this point: those that are no contacts are refused by ValidateNested.
function sameContact(contact: Partial<CreateContactRequest> | undefined): unknown {
  const { type, value } = contact ?? {};
  return typeof type === 'string' && typeof value === 'string' ? `${type} ${value}` : contact;
}

function samePrimary(contact: Partial<CreateContactRequest> | undefined): unknown {
  return contact?.isPrimary === true ? contact.type : contact;
}
