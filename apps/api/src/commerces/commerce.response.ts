import { maskedContact } from '@errand/contacts';
import type { CommerceUserContact, CommerceWithUsers, UserWithContacts } from '@errand/master-data';
import { COMMERCE_USER_ROLES, CONTACT_TYPES, type CommerceUserRole, type ContactType } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';

export class ContactResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: CONTACT_TYPES })
  type: ContactType;

  /** As it was given. Masked (`+57 ••• 2345`) for keys without `VIEW_CONTACTS` and `MANAGE_COMMERCES`. */
  value: string;
  /**
   * The form in which it is called: a phone as E.164, an e-mail address with its domain in lower case. Null where it has
   * none. Masked as `value`.
   */
  normalValue: string | null;
  isPrimary: boolean;
  /** Since when it is not written to, because a provider said so. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  blockedAt: Date | null;
  /** Why, in the provider's words. */
  blockedReason: string | null;

  /** @param isWhole whether the caller is shown the address */
  static of(contact: CommerceUserContact, isWhole: boolean): ContactResponse {
    const { id, type, value, normalValue, isPrimary, blockedAt, blockedReason } = contact;
    const shown = isWhole
      ? { value, normalValue }
      : {
          value: maskedContact(type, normalValue ?? value),
          normalValue: normalValue && maskedContact(type, normalValue),
        };
    return { id, type, ...shown, isPrimary, blockedAt, blockedReason };
  }
}

export class CommerceUserResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  externalId: string | null;
  firstName: string;
  lastName: string | null;

  @ApiProperty({ enum: COMMERCE_USER_ROLES, isArray: true })
  roles: CommerceUserRole[];

  isActive: boolean;
  contacts: ContactResponse[];
  createdAt: Date;
  updatedAt: Date;

  static of(user: UserWithContacts, isWhole: boolean): CommerceUserResponse {
    const { id, externalId, firstName, lastName, roles, isActive, createdAt, updatedAt } = user;
    const contacts = user.contacts.map((contact) => ContactResponse.of(contact, isWhole));
    return { id, externalId, firstName, lastName, roles, isActive, contacts, createdAt, updatedAt };
  }
}

export class CommerceResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  externalId: string;
  name: string;
  taxId: string | null;
  /** ISO 3166-1 alpha-2: of phone numbers without a country code. Null: the tenant's `settings.country` counts. */
  country: string | null;
  isActive: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true })
  metadata: object;
  users: CommerceUserResponse[];
  createdAt: Date;
  updatedAt: Date;

  static of(commerce: CommerceWithUsers, isWhole: boolean): CommerceResponse {
    const { id, externalId, name, taxId, country, isActive, metadata, createdAt, updatedAt } = commerce;
    const users = commerce.users.map((user) => CommerceUserResponse.of(user, isWhole));
    return { id, externalId, name, taxId, country, isActive, metadata, users, createdAt, updatedAt };
  }
}
