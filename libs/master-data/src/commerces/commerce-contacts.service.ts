import { Audit } from '@errand/audit';
import { normalForm, normalValueOf } from '@errand/contacts';
import { queriesOf, unlessTaken } from '@errand/database';
import { invalidField, notFound, taken } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, IsNull, Not, Repository } from 'typeorm';
import { type ContactChange, type ContactFields, contactProblem } from './commerce-fields';
import { newContact } from './commerce-people';
import { CommerceUserContact } from './commerce-user-contact.entity';
import { CommerceUser } from './commerce-user.entity';
import { lockCommerce } from './commerce-users.service';
import { countriesOf, type StoreCountries } from './countries-of';

/** Whose contacts: NOT_FOUND unless all three belong together. */
export interface UserPath {
  tenantId: string;
  commerceId: string;
  userId: string;
}

type Block = Pick<CommerceUserContact, 'blockedAt' | 'blockedReason'>;

const notBlocked: Block = { blockedAt: null, blockedReason: null };

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
      const contact = { ...made, ...(await blockOf(manager, made, country)) };
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
      const normalValue = normalForm(type, value, own);
      const changed = { ...before, type, value, normalValue, isPrimary, updatedAt: new Date() };
      const isSame = type === before.type && addressOf(changed, country) === addressOf(before, country);
      const block = changes.blockedAt === null ? notBlocked : isSame ? {} : await blockOf(manager, changed, country);
      const contact: CommerceUserContact = { ...changed, ...block };
      await demoteOthers(manager, contact);
      await manager.update(CommerceUserContact, keys, contact);
      if (before.blockedAt && !contact.blockedAt) {
        const told = { before: blockIn(before), after: blockIn(contact) };
        const tx = queriesOf(manager);
        await this.audit.record(tx, { tenantId, action: 'commerce_contact.unblocked', subjectId: id, ...told });
      }
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

/** That of the user's other contacts which are the same address. */
async function blockOf(manager: EntityManager, contact: CommerceUserContact, country: string | null): Promise<Block> {
  const { tenantId, commerceUserId, type, id } = contact;
  const others = { tenantId, commerceUserId, type, id: Not(id), blockedAt: Not(IsNull()) };
  const blocked = await manager.find(CommerceUserContact, { where: others, order: { id: 'ASC' } });
  return blockIn(blocked.find((other) => addressOf(other, country) === addressOf(contact, country)) ?? notBlocked);
}

function blockIn({ blockedAt, blockedReason }: Block): Block & Record<string, unknown> {
  return { blockedAt, blockedReason };
}

function addressOf(contact: CommerceUserContact, country: string | null): string {
  return normalValueOf(contact, country) ?? contact.value;
}

function shown(contact: CommerceUserContact, country: string | null): CommerceUserContact {
  return { ...contact, normalValue: normalValueOf(contact, country) };
}
