import { unlessTaken } from '@errand/database';
import { invalidField, notFound, taken } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Not, Repository } from 'typeorm';
import { type ContactFields, contactProblem } from './commerce-fields';
import { newContact } from './commerce-people';
import { CommerceUserContact } from './commerce-user-contact.entity';
import { CommerceUser } from './commerce-user.entity';

/** Whose contacts: NOT_FOUND unless all three belong together. */
export interface UserPath {
  tenantId: string;
  commerceId: string;
  userId: string;
}

/** The contacts of one commerce user. A new primary one demotes the old primary of its type. */
@Injectable()
export class CommerceContactsService {
  constructor(@InjectRepository(CommerceUserContact) private readonly contacts: Repository<CommerceUserContact>) {}

  /** @throws ErrandError CONFLICT when the user has this contact already. */
  async create(path: UserPath, fields: ContactFields): Promise<CommerceUserContact> {
    const contact = newContact(path.tenantId, path.userId, fields, new Date());
    const write = this.holdingUser(path, async (manager) => {
      await demoteOthers(manager, contact);
      await manager.insert(CommerceUserContact, contact);
    });
    await unlessTaken(write, () => taken('value', contact.value));
    return contact;
  }

  /** @throws ErrandError CONFLICT when the user has such a contact already, VALIDATION_FAILED when value and type disagree. */
  async update(path: UserPath, id: string, changes: Partial<ContactFields>): Promise<CommerceUserContact> {
    const write = this.holdingUser(path, async (manager) => {
      const keys = { tenantId: path.tenantId, commerceUserId: path.userId, id };
      const before = await manager.findOneBy(CommerceUserContact, keys);
      if (!before) throw notFound('Contact', id);
      const { type = before.type, value = before.value, isPrimary = before.isPrimary } = changes;
      const problem = contactProblem(type, value);
      if (problem !== undefined) throw invalidField('value', problem);
      const contact: CommerceUserContact = { ...before, type, value, isPrimary, updatedAt: new Date() };
      await demoteOthers(manager, contact);
      await manager.update(CommerceUserContact, keys, contact);
      return contact;
    });
    return unlessTaken(write, () => taken('value', changes.value ?? ''));
  }

  async remove({ tenantId, commerceId, userId }: UserPath, id: string): Promise<void> {
    const isUser = await this.contacts.manager.existsBy(CommerceUser, { tenantId, commerceId, id: userId });
    if (!isUser) throw notFound('Commerce user', userId);
    const { affected } = await this.contacts.delete({ tenantId, commerceUserId: userId, id });
    if (affected === 0) throw notFound('Contact', id);
  }

  /** One writer of a user's contacts at a time: two new primaries at once would not see each other. */
  private async holdingUser<T>(
    { tenantId, commerceId, userId }: UserPath,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.contacts.manager.transaction(async (manager) => {
      const user = await manager.findOne(CommerceUser, {
        where: { tenantId, commerceId, id: userId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!user) throw notFound('Commerce user', userId);
      return work(manager);
    });
  }
}

async function demoteOthers(manager: EntityManager, contact: CommerceUserContact): Promise<void> {
  if (!contact.isPrimary) return;
  const { tenantId, commerceUserId, type, id, updatedAt } = contact;
  const others = { tenantId, commerceUserId, type, id: Not(id), isPrimary: true };
  await manager.update(CommerceUserContact, others, { isPrimary: false, updatedAt });
}
