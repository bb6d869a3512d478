import { searching, equalTo, queriesOf, listing, type Listing, listingWith, unlessTaken } from '@errand/database';
import { notFound, taken } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { v7 as newId } from 'uuid';
import { unlessReferred } from '../refusals';
import type { CommerceFields, CommerceWithUsersFields } from './commerce-fields';
import { insertUsers, newUser, usersOf, type UserWithContacts, withNormalForms } from './commerce-people';
import { Commerce } from './commerce.entity';
import { renormalizeContacts } from './renormalize-contacts';

export interface CommerceFilter {
  isActive?: boolean | undefined;
  externalId?: string | undefined;
  /** Part of the name, the externalId or the taxId. */
  search?: string | undefined;
}

export interface CommerceWithUsers extends Commerce {
  users: UserWithContacts[];
}

/** The commerces of a tenant. Every method but `create` answers NOT_FOUND for another tenant's id. */
@Injectable()
export class CommercesService {
  constructor(@InjectRepository(Commerce) private readonly commerces: Repository<Commerce>) {}

  /** @throws ErrandError CONFLICT when the externalId is taken. */
  async create(tenantId: string, fields: CommerceWithUsersFields): Promise<CommerceWithUsers> {
    const now = new Date();
    const commerce: Commerce = {
      tenantId,
      id: newId(),
      externalId: fields.externalId,
      name: fields.name,
      taxId: fields.taxId ?? null,
      country: fields.country ?? null,
      isActive: fields.isActive ?? true,
      metadata: fields.metadata ?? {},
      createdAt: now,
      updatedAt: now,
    };
    const users = (fields.users ?? []).map((user) => newUser(commerce, user, now));
    const write = this.commerces.manager.transaction(async (manager) => {
      await manager.insert(Commerce, commerce);
      await insertUsers(manager, users);
      return withNormalForms(manager, tenantId, users);
    });
    return { ...commerce, users: await unlessTaken(write, () => taken('externalId', commerce.externalId)) };
  }

  list(tenantId: string, { search, ...exact }: CommerceFilter): Listing<CommerceWithUsers> {
    const query = this.commerces.createQueryBuilder('commerce');
    equalTo(query, { tenantId, ...exact });
    searching(query, ['name', 'externalId', 'taxId'], search);
    return listingWith(listing(query), async (rows) => this.withUsers(tenantId, rows));
  }

  async get(tenantId: string, id: string): Promise<CommerceWithUsers> {
    const [commerce] = await this.withUsers(tenantId, await this.commerces.findBy({ tenantId, id }));
    if (!commerce) throw notFound('Commerce', id);
    return commerce;
  }

  /** @throws ErrandError CONFLICT when the externalId is taken. */
  async update(tenantId: string, id: string, changes: Partial<CommerceFields>): Promise<CommerceWithUsers> {
    const write = this.commerces.manager.transaction(async (manager) => {
      await manager.update(Commerce, { tenantId, id }, { ...changes, updatedAt: new Date() });
      if (changes.country !== undefined) await renormalizeContacts(queriesOf(manager), tenantId, [id]);
    });
    await unlessTaken(write, () => taken('externalId', changes.externalId ?? ''));
    return this.get(tenantId, id);
  }

  /** Its users go with it. @throws ErrandError CONFLICT while activities or results refer to it. */
  async remove(tenantId: string, id: string): Promise<void> {
    const { affected } = await unlessReferred('Commerce', id, this.commerces.delete({ tenantId, id }));
    if (affected === 0) throw notFound('Commerce', id);
  }

  private async withUsers(tenantId: string, commerces: Commerce[]): Promise<CommerceWithUsers[]> {
    const ids = commerces.map(({ id }) => id);
    const ofCommerce = await usersOf(this.commerces.manager, tenantId, ids);
    return commerces.map((commerce) => ({ ...commerce, users: ofCommerce.get(commerce.id) ?? [] }));
  }
}
