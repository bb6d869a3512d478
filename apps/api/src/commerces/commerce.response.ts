import type { CommerceUserContact, CommerceWithUsers, UserWithContacts } from '@errand/master-data';
import { COMMERCE_USER_ROLES, CONTACT_TYPES, type CommerceUserRole, type ContactType } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';

export class ContactResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: CONTACT_TYPES })
  type: ContactType;

  value: string;
  isPrimary: boolean;

  static of({ id, type, value, isPrimary }: CommerceUserContact): ContactResponse {
    return { id, type, value, isPrimary };
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

  static of(user: UserWithContacts): CommerceUserResponse {
    const { id, externalId, firstName, lastName, roles, isActive, createdAt, updatedAt } = user;
    const contacts = user.contacts.map((contact) => ContactResponse.of(contact));
    return { id, externalId, firstName, lastName, roles, isActive, contacts, createdAt, updatedAt };
  }
}

export class CommerceResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  externalId: string;
  name: string;
  taxId: string | null;
  isActive: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true })
  metadata: object;
  users: CommerceUserResponse[];
  createdAt: Date;
  updatedAt: Date;

  static of(commerce: CommerceWithUsers): CommerceResponse {
    const { id, externalId, name, taxId, isActive, metadata, createdAt, updatedAt } = commerce;
    const users = commerce.users.map((user) => CommerceUserResponse.of(user));
    return { id, externalId, name, taxId, isActive, metadata, users, createdAt, updatedAt };
  }
}
