import { contactProblem } from '@errand/master-data';
import { CONTACT_TYPES, type ContactType } from '@errand/vocabulary';
import { PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length, ValidateBy, type ValidationArguments } from 'class-validator';

export class CreateContactRequest {
  @IsIn(CONTACT_TYPES)
  type: ContactType;

  /**
   * EMAIL: an address with one @. PHONE and WHATSAPP: at least 5 digits.
   * @example owner@example.com
   */
  @IsString()
  @Length(1, 500)
  @FitsContactType()
  value: string;

  /** At most one contact of a type is primary: a new one takes the place of the old. */
  @IsOptional()
  @IsBoolean()
  isPrimary?: boolean;
}

export class UpdateContactRequest extends PartialType(CreateContactRequest) {
  /** Null takes the block off; nothing else can be said. Another `value` does so too. */
  @IsOptional()
  @IsIn([null], { message: '$property can only be null' })
  blockedAt?: string | null;
}

/** Without a type beside it (in a change) the stored one counts, which only the service knows. */
function FitsContactType(): PropertyDecorator {
  const problemOf = (value: unknown, args?: ValidationArguments) => {
    const { type } = args?.object as Partial<CreateContactRequest>;
    return type === undefined || typeof value !== 'string' ? undefined : contactProblem(type, value);
  };
  return ValidateBy({
    name: 'fitsContactType',
    validator: {
      validate: (value, args) => problemOf(value, args) === undefined,
      defaultMessage: (args) => `$property ${problemOf(args?.value, args) ?? ''}`,
    },
  });
}
