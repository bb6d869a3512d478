import { actingAs, Audit, product } from '@errand/audit';
import { addressOf, normalValueOf, type Recipient } from '@errand/contacts';
import type { Queryable } from '@errand/database';
import { storableText } from '@errand/json';
import { Outbox } from '@errand/webhooks';
import { Injectable } from '@nestjs/common';
import { type AddressedContact, blockContacts, findAddressed, lockPeople, tellOfBlocked } from './block-contacts.sql';

/** That an address must not be written to any more: its owner has opted out, or it is nobody's. */
export interface ContactBlock {
  tenantId: string;
  /** The activity that it turned out by. */
  activityId: string;
  /** Whom that was sent to. */
  recipient: Pick<Recipient, 'type' | 'value'>;
  /** In the provider's words. */
  reason: string;
  /** The provider's own code. */
  providerErrorCode: string | null;
  at: Date;
}

const longestReason = 500;

/** Blocks contacts when a provider says so. Only a person takes the block off, see `CommerceContactsService`. */
@Injectable()
export class BlockedContacts {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Blocks the address for those of the activity's target users who have it, and tells webhooks, once: what is blocked
   * stays as it is. Nothing happens where nobody has it, as with an activity without a store.
   * @param tx the transaction that all of this is part of
   */
  async block(tx: Queryable, block: ContactBlock): Promise<void> {
    const { tenantId, activityId, recipient, at } = block;
    const contacts = await tx.query<AddressedContact>(findAddressed, [tenantId, activityId, recipient.type]);
    const meant = contacts.filter((contact) => addressOf(contact, contact.country) === recipient.value);
    if (meant.length === 0) return;
    await tx.query(lockPeople, [tenantId, [...new Set(meant.map(({ commerceUserId }) => commerceUserId))]]);
    const reason = storableText(block.reason.slice(0, longestReason));
    const columns = [
      meant.map(({ id }) => id),
      meant.map(({ value }) => value),
      meant.map((contact) => normalValueOf(contact, contact.country)),
    ];
    const blocked = await tx.query<{ id: string }>(blockContacts, [tenantId, ...columns, at, reason]);
    const now = new Set(blocked.map(({ id }) => id));
    const newly = meant.filter(({ id }) => now.has(id));
    if (newly.length === 0) return;
    // The request that it may have come with is not the one that decides it.
    await actingAs(product, async () => {
      for (const { id } of newly) await this.record(tx, tenantId, id, { blockedAt: at, blockedReason: reason });
    });
    await this.tell(tx, { ...block, reason }, newly);
  }

  private async record(tx: Queryable, tenantId: string, id: string, after: Record<string, unknown>): Promise<void> {
    const before = { blockedAt: null, blockedReason: null };
    await this.audit.record(tx, { tenantId, action: 'commerce_contact.blocked', subjectId: id, before, after });
  }

  /** Of a person whose contacts say one address in several ways once. */
  private async tell(tx: Queryable, block: ContactBlock, contacts: AddressedContact[]): Promise<void> {
    const { tenantId, activityId, recipient, reason, providerErrorCode, at } = block;
    const commerceOf = new Map(contacts.map(({ commerceUserId, commerceId }) => [commerceUserId, commerceId]));
    const events = [...commerceOf].map(([commerceUserId, commerceId], place) => {
      const facts = { commerceUserId, commerceId, type: recipient.type, reason };
      return { place, subject_id: commerceUserId, data: { ...facts, providerErrorCode, blockedAt: at, activityId } };
    });
    await this.outbox.tell(tx, tellOfBlocked, [tenantId, JSON.stringify(events), at]);
  }
}
