import type { CommerceUserRole, ContactType } from '@errand/vocabulary';

/** What a caller says of a commerce; what is left out has its default, or stays as it is. */
export interface CommerceFields {
  externalId: string;
  name: string;
  taxId?: string | null;
  /** ISO 3166-1 alpha-2. */
  country?: string | null;
  isActive?: boolean;
  metadata?: object;
}

export interface CommerceUserFields {
  externalId?: string | null;
  firstName: string;
  lastName?: string | null;
  roles: CommerceUserRole[];
  isActive?: boolean;
}

export interface ContactFields {
  type: ContactType;
  value: string;
  isPrimary?: boolean;
}

export interface ContactChange extends Partial<ContactFields> {
  /** Null takes the block off; nothing else is ever given. */
  blockedAt?: string | null;
}

/** Within the list no two contacts have the same type and value, and no two primary ones the same type. */
export interface UserWithContactsFields extends CommerceUserFields {
  contacts?: ContactFields[];
}

/** Within the list no two users have the same externalId. */
export interface CommerceWithUsersFields extends CommerceFields {
  users?: UserWithContactsFields[];
}

/** Why `value` cannot be a contact of this type, or undefined. Lightly checked: whether it is reached, only sending tells. */
export function contactProblem(type: ContactType, value: string): string | undefined {
  if (type === 'EMAIL' && value.split('@').length !== 2) return 'must be an email address with one @';
  if ((type === 'PHONE' || type === 'WHATSAPP') && value.replace(/\D/g, '').length < 5) {
    return 'must be a phone number with at least 5 digits';
  }
  return undefined;
}
