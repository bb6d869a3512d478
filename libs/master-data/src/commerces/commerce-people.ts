import { normalForm, normalValueOf } from '@errand/contacts';
import { groupBy, queriesOf } from '@errand/database';
import { type EntityManager, In } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { ContactFields, UserWithContactsFields } from './commerce-fields';
import { CommerceUserContact } from './commerce-user-contact.entity';
import { CommerceUser } from './commerce-user.entity';
import type { Commerce } from './commerce.entity';
import { countriesOf } from './countries-of';

export interface UserWithContacts extends CommerceUser {
  contacts: CommerceUserContact[];
}

/** What of a store decides how the contacts of its people are stored. */
export type StoreOfContact = Pick<Commerce, 'tenantId' | 'id' | 'country'>;

export function newUser(
  { tenantId, id: commerceId, country }: StoreOfContact,
  fields: UserWithContactsFields,
  now: Date,
): UserWithContacts {
  const id = newId();
  return {
    tenantId,
    id,
    commerceId,
    externalId: fields.externalId ?? null,
    firstName: fields.firstName,
    lastName: fields.lastName ?? null,
    roles: fields.roles,
    isActive: fields.isActive ?? true,
    createdAt: now,
    updatedAt: now,
    contacts: (fields.contacts ?? []).map((contact) => newContact({ tenantId, country }, id, contact, now)),
  };
}

export function newContact(
  { tenantId, country }: Omit<StoreOfContact, 'id'>,
  commerceUserId: string,
  { type, value, isPrimary = false }: ContactFields,
  now: Date,
): CommerceUserContact {
  return {
    ...{ tenantId, id: newId(), commerceUserId, type, value, isPrimary },
    normalValue: normalForm(type, value, country),
    ...{ blockedAt: null, blockedReason: null, createdAt: now, updatedAt: now },
  };
}

/** Two statements, however many users there are. */
export async function insertUsers(manager: EntityManager, users: UserWithContacts[]): Promise<void> {
  if (users.length === 0) return;
  await manager.insert(CommerceUser, users);
  const contacts = users.flatMap((user) => user.contacts);
  if (contacts.length > 0) await manager.insert(CommerceUserContact, contacts);
}

/** The users of some commerces by commerce id, oldest first, with their contacts. */
export async function usersOf(
  manager: EntityManager,
  tenantId: string,
  commerceIds: string[],
): Promise<Map<string, UserWithContacts[]>> {
  if (commerceIds.length === 0) return new Map();
  const users = await manager.find(CommerceUser, {
    where: { tenantId, commerceId: In(commerceIds) },
    order: { id: 'ASC' },
  });
  return groupBy(await withContacts(manager, tenantId, users), ({ commerceId }) => commerceId);
}

export async function withContacts(
  manager: EntityManager,
  tenantId: string,
  users: CommerceUser[],
): Promise<UserWithContacts[]> {
  if (users.length === 0) return [];
  const contacts = await manager.find(CommerceUserContact, {
    where: { tenantId, commerceUserId: In(users.map(({ id }) => id)) },
    order: { id: 'ASC' },
  });
  const ofUser = groupBy(contacts, ({ commerceUserId }) => commerceUserId);
  const found = users.map((user) => ({ ...user, contacts: ofUser.get(user.id) ?? [] }));
  return withNormalForms(manager, tenantId, found);
}

/** Works out the normal forms that are not stored. */
export async function withNormalForms<User extends Pick<UserWithContacts, 'commerceId' | 'contacts'>>(
  manager: EntityManager,
  tenantId: string,
  users: User[],
): Promise<User[]> {
  const isMissing = ({ normalValue }: CommerceUserContact) => normalValue === null;
  const lacking = users.filter(({ contacts }) => contacts.some(isMissing));
  if (lacking.length === 0) return users;
  const commerceIds = [...new Set(lacking.map(({ commerceId }) => commerceId))];
  const countries = await countriesOf(queriesOf(manager), tenantId, commerceIds);
  return users.map((user) => ({
    ...user,
    contacts: user.contacts.map((contact) => ({
      ...contact,
      normalValue: normalValueOf(contact, countries.get(user.commerceId)?.country ?? null),
    })),
  }));
}
