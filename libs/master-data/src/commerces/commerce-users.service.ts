import { equalTo, listing, type Listing, listingWith, unlessTaken } from '@errand/database';
import { notFound, taken } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import { unlessReferred } from '../refusals';
import type { CommerceUserFields, UserWithContactsFields } from './commerce-fields';
import {
  insertUsers,
  newUser,
  type StoreOfContact,
  type UserWithContacts,
  withContacts,
  withNormalForms,
} from './commerce-people';
import { CommerceUser } from './commerce-user.entity';
import { Commerce } from './commerce.entity';

/** The people of one commerce. Every method answers NOT_FOUND for another tenant's or another commerce's id. */
@Injectable()
export class CommerceUsersService {
  constructor(@InjectRepository(CommerceUser) private readonly users: Repository<CommerceUser>) {}

  /** @throws ErrandError CONFLICT when the commerce has a user with the externalId. */
  async create(tenantId: string, commerceId: string, fields: UserWithContactsFields): Promise<UserWithContacts> {
    const write = this.users.manager.transaction(async (manager) => {
      const commerce = await lockCommerce(manager, tenantId, commerceId);
      const users = [newUser(commerce, fields, new Date())];
      await insertUsers(manager, users);
      return withNormalForms(manager, tenantId, users);
    });
    const [user] = await unlessTaken(write, () => taken('externalId', fields.externalId ?? ''));
    if (!user) throw new Error('one user was made');
    return user;
  }

  async list(tenantId: string, commerceId: string): Promise<Listing<UserWithContacts>> {
    const { manager } = this.users;
    if (!(await manager.existsBy(Commerce, { tenantId, id: commerceId }))) throw notFound('Commerce', commerceId);
    const query = this.users.createQueryBuilder('user');
    equalTo(query, { tenantId, commerceId });
    return listingWith(listing(query), async (rows) => withContacts(manager, tenantId, rows));
  }

  async get(tenantId: string, commerceId: string, id: string): Promise<UserWithContacts> {
    const found = await this.users.findBy({ tenantId, commerceId, id });
    const [user] = await withContacts(this.users.manager, tenantId, found);
    if (!user) throw notFound('Commerce user', id);
    return user;
  }

  /** @throws ErrandError CONFLICT when another user of the commerce has the externalId. */
  async update(
    tenantId: string,
    commerceId: string,
    id: string,
    changes: Partial<CommerceUserFields>,
  ): Promise<UserWithContacts> {
    const write = this.users.manager.transaction(async (manager) => {
      await lockCommerce(manager, tenantId, commerceId);
      await manager.update(CommerceUser, { tenantId, commerceId, id }, { ...changes, updatedAt: new Date() });
    });
    await unlessTaken(write, () => taken('externalId', changes.externalId ?? ''));
    return this.get(tenantId, commerceId, id);
  }

  /** @throws ErrandError CONFLICT while activities have the user as their target. */
  async remove(tenantId: string, commerceId: string, id: string): Promise<void> {
    const { affected } = await unlessReferred('Commerce user', id, this.users.delete({ tenantId, commerceId, id }));
    if (affected === 0) throw notFound('Commerce user', id);
  }
}

/**
 * Waits for a sync of the commerce, and makes a later one wait: it decides by the users it has seen. Its country stays too.
 */
export async function lockCommerce(manager: EntityManager, tenantId: string, id: string): Promise<StoreOfContact> {
  const commerce = await manager.findOne(Commerce, {
    select: { tenantId: true, id: true, country: true },
    where: { tenantId, id },
    lock: { mode: 'pessimistic_read' },
  });
  if (!commerce) throw notFound('Commerce', id);
  return commerce;
}
