import { Clock, Database } from '@errand/database';
import { notFound } from '@errand/errors';
import type { DeliveryStatus, WebhookEvent } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import { WebhookDelivery } from './delivery.entity';
import { Outbox } from './outbox.service';
import { purgeOld, purgeOrphans } from './sql/remove.sql';
import { resendDelivery } from './sql/resend.sql';

export interface DeliveryFilter {
  tenantId: string;
  webhookId: string;
  status?: DeliveryStatus;
  eventType?: WebhookEvent;
}

/** Small, so that no statement holds its locks for long. */
const purgeBatch = 500;
const dayMs = 86_400_000;

/** The log of what webhooks were told. */
@Injectable()
export class Deliveries {
  constructor(
    @InjectRepository(WebhookDelivery) private readonly repository: Repository<WebhookDelivery>,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** The latest event first. @param slice `before` is a `seq` */
  async list(
    filter: DeliveryFilter,
    slice: { before: string | undefined; offset: number; limit: number },
  ): Promise<WebhookDelivery[]> {
    const where = slice.before === undefined ? filter : { ...filter, seq: LessThan(Number(slice.before)) };
    return this.repository.find({ where, order: { seq: 'DESC' }, skip: slice.offset, take: slice.limit });
  }

  async count(filter: DeliveryFilter): Promise<number> {
    return this.repository.countBy(filter);
  }

  /**
   * Sends a delivery once more, whatever became of it, with the same event id. One that waits is sent now; one that is
   * being sent is left to that.
   * @throws ErrandError NOT_FOUND
   */
  async resend(tenantId: string, webhookId: string, id: string): Promise<WebhookDelivery> {
    await this.database.query(resendDelivery, [tenantId, webhookId, id, this.clock.now()]);
    const delivery = await this.repository.findOneBy({ tenantId, webhookId, id });
    if (!delivery) throw notFound('Delivery', id);
    this.outbox.announce(tenantId);
    return delivery;
  }

  /**
   * Removes what was delivered or given up and happened more than `days` ago (null: nothing), and what a webhook that
   * is gone has left behind.
   * @returns how many
   */
  async purge(tenantId: string, days: number | null, signal: AbortSignal): Promise<number> {
    await this.database.query(purgeOrphans, [tenantId]);
    if (days === null) return 0;
    const before = new Date(this.clock.now().getTime() - days * dayMs);
    let removed = 0;
    for (let batch = purgeBatch; batch === purgeBatch && !signal.aborted; removed += batch) {
      batch = (await this.database.query(purgeOld, [tenantId, before, purgeBatch])).length;
    }
    return removed;
  }
}
