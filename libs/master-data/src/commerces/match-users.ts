import { v7 as newId } from 'uuid';
import type { UserWithContactsFields } from './commerce-fields';
import type { KnownUser } from './known-users';

export type MatchedUser = UserWithContactsFields & { id: string };

/**
 * Gives each user of a synced commerce the id of the row it means, or a new id: by externalId where it has one,
 * otherwise by name among the rows that no other user means. No two users get the same row.
 * @param known the commerce's rows, those to prefer among namesakes first
 */
export function matchUsers(known: KnownUser[], users: UserWithContactsFields[]): MatchedUser[] {
  const free = new Set(known);
  const ids = new Map<UserWithContactsFields, string>();
  const take = (user: UserWithContactsFields, isMeant: (row: KnownUser) => boolean) => {
    const row = [...free].find(isMeant);
    if (row) free.delete(row);
    ids.set(user, row?.id ?? newId());
  };
  const [identified, named] = [users.filter(hasExternalId), users.filter((user) => !hasExternalId(user))];
  for (const user of identified) take(user, (row) => row.externalId === user.externalId);
  for (const user of named) {
    take(user, (row) => row.firstName === user.firstName && row.lastName === (user.lastName ?? null));
  }
  return users.map((user) => ({ ...user, id: ids.get(user) ?? newId() }));
}

function hasExternalId({ externalId }: UserWithContactsFields): boolean {
  return externalId !== undefined && externalId !== null;
}
