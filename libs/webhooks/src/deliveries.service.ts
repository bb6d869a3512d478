import { Audit } from '@errand/audit';
import { Clock, Database, purgeInBatches, type Slice } from '@errand/database';
import { notFound } from '@errand/errors';
import type { DeliveryStatus, WebhookEvent } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import { WebhookDelivery } from './delivery.entity';
import { Outbox } from './outbox.service';
import { findOrphans, purgeOld, purgeOrphans } from './sql/remove.sql';
import { resendDelivery } from './sql/resend.sql';

export interface DeliveryFilter {
  tenantId: string;
  webhookId: string;
  status?: DeliveryStatus;
  eventType?: WebhookEvent;
}

/** The log of what webhooks were told. */
@Injectable()
export class Deliveries {
  constructor(
    @InjectRepository(WebhookDelivery) private readonly repository: Repository<WebhookDelivery>,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The latest event first. @param slice `before` is a `seq` */
  async list(filter: DeliveryFilter, slice: Slice): Promise<WebhookDelivery[]> {
    const where = slice.before === undefined ? filter : { ...filter, seq: LessThan(Number(slice.before)) };
    return this.repository.find({ where, order: { seq: 'DESC' }, skip: slice.offset, take: slice.limit });
  }

  /** Whom was told of what of an activity or dispatch config, in the order of the events, of the first thousand. */
  async ofSubject(tenantId: string, subjectId: string): Promise<WebhookDelivery[]> {
    return this.repository.find({ where: { tenantId, subjectId }, order: { seq: 'ASC' }, take: 1000 });
  }

  async count(filter: DeliveryFilter): Promise<number> {
    return this.repository.countBy(filter);
  }

  /**
   * Sends a delivery once more, whatever became of it, with the same event id: now, unless it is due with many or an
   * earlier event of its subject waits. One that is being sent is left to that.
   * @throws ErrandError NOT_FOUND
   */
  async resend(tenantId: string, webhookId: string, id: string): Promise<WebhookDelivery> {
    await this.database.transaction(async (tx) => {
      const resent = await tx.query(resendDelivery, [tenantId, webhookId, id, this.clock.now()]);
      if (resent.length === 0) return;
      const change = { action: 'webhook_delivery.resent', before: null, after: { webhookId } } as const;
      await this.audit.record(tx, { tenantId, subjectId: id, ...change });
    });
    const delivery = await this.repository.findOneBy({ tenantId, webhookId, id });
    if (!delivery) throw notFound('Delivery', id);
    this.outbox.announceResend(tenantId, webhookId);
    return delivery;
  }

  /** Removes what was delivered or given up and happened more than `days` ago, batch by batch. @returns how many */
  async purge(tenantId: string, days: number, signal: AbortSignal): Promise<number> {
    return purgeInBatches(this.database, purgeOld, [tenantId, this.clock.daysAgo(days)], signal);
  }

  /** Removes what webhooks that are gone have left behind, batch by batch. @returns how many */
  async purgeOrphans(tenantId: string, signal: AbortSignal): Promise<number> {
    let removed = 0;
    for (const { id } of await this.database.query<{ id: string }>(findOrphans, [tenantId])) {
      removed += await purgeInBatches(this.database, purgeOrphans, [tenantId, id], signal);
    }
    return removed;
  }
}
