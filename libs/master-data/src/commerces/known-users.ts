import type { Queryable, Statement } from '@errand/database';

/** What tells the users of one commerce apart. */
export interface KnownUser {
  id: string;
  commerceId: string;
  externalId: string | null;
  firstName: string;
  lastName: string | null;
}

const knownUsersStatement: Statement = {
  name: 'known_commerce_users',
  text: `
    SELECT id, commerce_id AS "commerceId", external_id AS "externalId",
      first_name AS "firstName", last_name AS "lastName"
    FROM commerce_users
    WHERE tenant_id = $1 AND commerce_id = ANY($2::uuid[])
    ORDER BY external_id NULLS FIRST, id`,
};

/** The users of some commerces, those without an externalId first. */
export async function knownUsers(tx: Queryable, tenantId: string, commerceIds: string[]): Promise<KnownUser[]> {
  return tx.query<KnownUser>(knownUsersStatement, [tenantId, commerceIds]);
}
