import { Audit } from '@errand/audit';
import { normalForm, normalValueOf } from '@errand/contacts';
import { type Queryable, queriesOf, unlessTaken } from '@errand/database';
import { invalidField, notFound, taken } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Not, Repository } from 'typeorm';
import { type ContactChange, type ContactFields, contactProblem } from './commerce-fields';
import { newContact } from './commerce-people';
import { CommerceUserContact } from './commerce-user-contact.entity';
import { type Block, type BlockedContact, blockedContacts, blocksOf, notBlocked } from './contact-blocks';
import { CommerceUser } from './commerce-user.entity';
import { lockCommerce } from './commerce-users.service';
import { countriesOf, type StoreCountries } from './countries-of';

/** Whose contacts: NOT_FOUND unless all three belong together. */
export interface UserPath {
  tenantId: string;
  commerceId: string;
  userId: string;
}

/**
 * The contacts of one commerce user. A new primary one demotes the old primary of its type. A block belongs to the address:
 * it goes with its value, and another way to write the same address has it too.
 */
@Injectable()
export class CommerceContactsService {
  constructor(
    @InjectRepository(CommerceUserContact) private readonly contacts: Repository<CommerceUserContact>,
    private readonly audit: Audit,
  ) {}

  /** @throws ErrandError CONFLICT when the user has this contact already. */
  async create(path: UserPath, fields: ContactFields): Promise<CommerceUserContact> {
    const write = this.holdingUser(path, async (manager, { own, country }) => {
      const made = newContact({ tenantId: path.tenantId, country: own }, path.userId, fields, new Date());
      const blocked = await blockedContacts(queriesOf(manager), path.tenantId, [path.userId]);
      const contact = { ...made, ...blockIn(blocksOf(blocked, made, country)[0]) };
      await demoteOthers(manager, contact);
      await manager.insert(CommerceUserContact, contact);
      return shown(contact, country);
    });
    return unlessTaken(write, () => taken('value', fields.value));
  }

  /** @throws ErrandError CONFLICT when the user has such a contact already, VALIDATION_FAILED when value and type disagree. */
  async update(path: UserPath, id: string, changes: ContactChange): Promise<CommerceUserContact> {
    const { tenantId } = path;
    const write = this.holdingUser(path, async (manager, { own, country }) => {
      const keys = { tenantId, commerceUserId: path.userId, id };
      const before = await manager.findOneBy(CommerceUserContact, keys);
      if (!before) throw notFound('Contact', id);
      const { type = before.type, value = before.value, isPrimary = before.isPrimary } = changes;
      const problem = contactProblem(type, value);
      if (problem !== undefined) throw invalidField('value', problem);
      const changed = { ...before, type, value, normalValue: normalForm(type, value, own), isPrimary };
      const tx = queriesOf(manager);
      const blocks = blocksOf(await blockedContacts(tx, tenantId, [path.userId]), changed, country);
      const isFreed = changes.blockedAt === null;
      const contact = { ...changed, ...(isFreed ? notBlocked : blockIn(blocks[0])), updatedAt: new Date() };
      await demoteOthers(manager, contact);
      await manager.update(CommerceUserContact, keys, contact);
      const freed = isFreed ? blocks.filter((one) => one.id !== id) : [];
      for (const { id: twinId, type: sameType, value: otherWay } of freed) {
        const normalValue = normalForm(sameType, otherWay, own);
        await manager.update(CommerceUserContact, { ...keys, id: twinId }, { ...notBlocked, normalValue });
      }
      if (before.blockedAt && !contact.blockedAt) await this.recordFreed(tx, tenantId, before);
      for (const twin of freed) await this.recordFreed(tx, tenantId, twin);
      return shown(contact, country);
    });
    return unlessTaken(write, () => taken('value', changes.value ?? ''));
  }

  async remove({ tenantId, commerceId, userId }: UserPath, id: string): Promise<void> {
    const isUser = await this.contacts.manager.existsBy(CommerceUser, { tenantId, commerceId, id: userId });
    if (!isUser) throw notFound('Commerce user', userId);
    const { affected } = await this.contacts.delete({ tenantId, commerceUserId: userId, id });
    if (affected === 0) throw notFound('Contact', id);
  }

  private async recordFreed(
    tx: Pick<Queryable, 'query'>,
    tenantId: string,
    contact: Block & { id: string },
  ): Promise<void> {
    const { id: subjectId, blockedAt, blockedReason } = contact;
    const told = { before: { blockedAt, blockedReason }, after: { ...notBlocked } };
    await this.audit.record(tx, { tenantId, action: 'commerce_contact.unblocked', subjectId, ...told });
  }

  /** One writer of a user's contacts at a time: two new primaries at once would not see each other. */
  private async holdingUser<T>(
    { tenantId, commerceId, userId }: UserPath,
    work: (manager: EntityManager, countries: StoreCountries) => Promise<T>,
  ): Promise<T> {
    return this.contacts.manager.transaction(async (manager) => {
      const isUser = await manager.existsBy(CommerceUser, { tenantId, commerceId, id: userId });
      if (!isUser) throw notFound('Commerce user', userId);
      await lockCommerce(manager, tenantId, commerceId);
      const user = await manager.findOne(CommerceUser, {
        where: { tenantId, commerceId, id: userId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!user) throw notFound('Commerce user', userId);
      const countries = await countriesOf(queriesOf(manager), tenantId, [commerceId]);
      return work(manager, countries.get(commerceId) ?? { own: null, country: null });
    });
  }
}

async function demoteOthers(manager: EntityManager, contact: CommerceUserContact): Promise<void> {
  if (!contact.isPrimary) return;
  const { tenantId, commerceUserId, type, id, updatedAt } = contact;
  const others = { tenantId, commerceUserId, type, id: Not(id), isPrimary: true };
  await manager.update(CommerceUserContact, others, { isPrimary: false, updatedAt });
}

/** What a contact takes over of the block of its address; nothing where that has none. */
function blockIn(block: BlockedContact | undefined): Partial<CommerceUserContact> {
  if (block === undefined) return notBlocked;
  const { normalValue, blockedAt, blockedReason } = block;
  return { normalValue, blockedAt, blockedReason };
}

function shown(contact: CommerceUserContact, country: string | null): CommerceUserContact {
  return { ...contact, normalValue: normalValueOf(contact, country) };
}
