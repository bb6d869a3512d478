import { normalForm } from '@errand/contacts';
import { Database, groupBy, type Queryable } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { countUpserts, type SyncCounts } from '../sync-counts';
import type { CommerceWithUsersFields, UserWithContactsFields } from './commerce-fields';
import { blockedContacts, blocksOf, notBlocked } from './contact-blocks';
import { countriesOf } from './countries-of';
import { demoteContacts } from './demote-contacts';
import { knownUsers } from './known-users';
import { matchUsers } from './match-users';
import { renormalizeContacts } from './renormalize-contacts';
import { upsertCommerces } from './upsert-commerces';
import { type ContactOfUser, type StoredContact, upsertContacts } from './upsert-contacts';
import { upsertUsers, type UserOfCommerce } from './upsert-users';

/** Makes or updates many commerces with their people in one transaction of at most nine statements. */
@Injectable()
export class CommerceSyncService {
  constructor(private readonly database: Database) {}

  /**
   * Commerces are found by externalId, their users by externalId or else by name, contacts by type and value. What an
   * item leaves out stays as it is; users and contacts it does not name are kept. The externalIds must differ.
   */
  async sync(tenantId: string, items: CommerceWithUsersFields[]): Promise<SyncCounts> {
    if (items.length === 0) return { created: 0, updated: 0 };
    const now = new Date();
    return this.database.transaction(async (tx) => {
      const commerces = await upsertCommerces(tx, tenantId, items, now);
      const idOf = new Map(commerces.map((commerce) => [commerce.external_id, commerce.id]));

      const peopled = items.flatMap(({ externalId, users = [] }) => {
        const commerceId = idOf.get(externalId);
        return commerceId !== undefined && users.length > 0 ? [{ commerceId, users }] : [];
      });
      const users = await matchedUsers(tx, tenantId, peopled);
      if (users.length > 0) await upsertUsers(tx, tenantId, users, now);

      const contacts = users.flatMap((user) =>
        (user.contacts ?? []).map((contact) => ({ ...contact, userId: user.id, commerceId: user.commerceId })),
      );
      const promoted = contacts.filter(({ isPrimary }) => isPrimary === true);
      if (promoted.length > 0) await demoteContacts(tx, tenantId, promoted, now);
      if (contacts.length > 0) await upsertContacts(tx, tenantId, await normalized(tx, tenantId, contacts), now);
      const placed = items
        .filter(({ country }) => country !== undefined)
        .flatMap((item) => idOf.get(item.externalId) ?? []);
      if (placed.length > 0) await renormalizeContacts(tx, tenantId, placed);
      return countUpserts(commerces);
    });
  }
}

/** As they are stored: what is written in another way is the same address, and stays blocked. */
async function normalized(
  tx: Queryable,
  tenantId: string,
  contacts: (ContactOfUser & { commerceId: string })[],
): Promise<StoredContact[]> {
  const commerceIds = [...new Set(contacts.map(({ commerceId }) => commerceId))];
  const countries = await countriesOf(tx, tenantId, commerceIds);
  const userIds = [...new Set(contacts.map(({ userId }) => userId))];
  const blocked = groupBy(await blockedContacts(tx, tenantId, userIds), ({ userId }) => userId);
  return contacts.map(({ commerceId, ...contact }) => {
    const { own = null, country = null } = countries.get(commerceId) ?? {};
    const normalValue = normalForm(contact.type, contact.value, own);
    const [block] = blocksOf(blocked.get(contact.userId) ?? [], { ...contact, normalValue }, country);
    if (block === undefined) return { ...contact, normalValue, ...notBlocked };
    const { blockedAt, blockedReason } = block;
    return { ...contact, normalValue: block.normalValue, blockedAt, blockedReason };
  });
}

interface PeopledCommerce {
  commerceId: string;
  users: UserWithContactsFields[];
}

async function matchedUsers(tx: Queryable, tenantId: string, commerces: PeopledCommerce[]): Promise<UserOfCommerce[]> {
  if (commerces.length === 0) return [];
  const commerceIds = commerces.map(({ commerceId }) => commerceId);
  const known = groupBy(await knownUsers(tx, tenantId, commerceIds), ({ commerceId }) => commerceId);
  return commerces.flatMap(({ commerceId, users }) =>
    matchUsers(known.get(commerceId) ?? [], users).map((user) => ({ ...user, commerceId })),
  );
}
