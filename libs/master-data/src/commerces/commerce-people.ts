import { groupBy } from '@errand/database';
import { type EntityManager, In } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { ContactFields, UserWithContactsFields } from './commerce-fields';
import { CommerceUserContact } from './commerce-user-contact.entity';
import { CommerceUser } from './commerce-user.entity';

export interface UserWithContacts extends CommerceUser {
  contacts: CommerceUserContact[];
}

export function newUser(
  tenantId: string,
  commerceId: string,
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
    contacts: (fields.contacts ?? []).map((contact) => newContact(tenantId, id, contact, now)),
  };
}

export function newContact(
  tenantId: string,
  commerceUserId: string,
  { type, value, isPrimary = false }: ContactFields,
  now: Date,
): CommerceUserContact {
  return { tenantId, id: newId(), commerceUserId, type, value, isPrimary, createdAt: now, updatedAt: now };
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
  return users.map((user) => ({ ...user, contacts: ofUser.get(user.id) ?? [] }));
}
