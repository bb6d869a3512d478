import { addressOf } from '@errand/contacts';
import type { Queryable, Statement } from '@errand/database';
import type { ContactType } from '@errand/vocabulary';

/** That a contact must not be written to any more. */
export interface Block {
  blockedAt: Date | null;
  blockedReason: string | null;
}

export const notBlocked: Block = { blockedAt: null, blockedReason: null };

/** A contact with a block. Its normal form stays the one by which it was blocked, whatever country its store is of later. */
export interface BlockedContact extends Block {
  id: string;
  userId: string;
  type: ContactType;
  value: string;
  normalValue: string | null;
}

const blockedStatement: Statement = {
  name: 'blocked_contacts_of_users',
  text: `
    SELECT id, commerce_user_id AS "userId", type, value, normal_value AS "normalValue", blocked_at AS "blockedAt",
      blocked_reason AS "blockedReason"
    FROM commerce_user_contacts
    WHERE tenant_id = $1 AND commerce_user_id = ANY($2::uuid[]) AND blocked_at IS NOT NULL
    ORDER BY id`,
};

/** The contacts of these people that are blocked. */
export async function blockedContacts(
  tx: Pick<Queryable, 'query'>,
  tenantId: string,
  userIds: readonly string[],
): Promise<BlockedContact[]> {
  return tx.query<BlockedContact>(blockedStatement, [tenantId, userIds]);
}

/**
 * Those of a person's blocked contacts that are the address of this one, however it is written.
 * @param country of phones without a country code
 */
export function blocksOf<Blocked extends Pick<BlockedContact, 'type' | 'value' | 'normalValue'>>(
  blocked: readonly Blocked[],
  contact: Pick<BlockedContact, 'type' | 'value' | 'normalValue'>,
  country: string | null,
): Blocked[] {
  const address = addressOf(contact, country);
  return blocked.filter(
    ({ type, ...one }) =>
      type === contact.type && (one.value === contact.value || addressOf({ type, ...one }, country) === address),
  );
}
