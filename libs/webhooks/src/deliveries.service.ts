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
import type { ClaimedDelivery } from './sql/claim.sql';
import { countGivenUp, findDelivery, resendDelivery, resendGivenUp } from './sql/resend.sql';
import { Webhook } from './webhook.entity';

export interface DeliveryFilter {
  tenantId: string;
  webhookId: string;
  status?: DeliveryStatus;
  eventType?: WebhookEvent;
}

/** Which of those that were given up. */
export interface GivenUpFilter {
  eventType?: WebhookEvent;
  occurredFrom?: Date;
  occurredTo?: Date;
}

/** The event that a delivery is about, and what the endpoint said of it last. */
export type DeliveryEvent = ClaimedDelivery & { last_response_excerpt: string | null };

/** One call resends so many. */
const mostAtOnce = 1000;

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

  /** The latest of what any webhook that there is was told of an activity or dispatch config, in the order of the events. */
  async ofSubject(tenantId: string, subjectId: string, atMost: number): Promise<WebhookDelivery[]> {
    const latest = await this.repository
      .createQueryBuilder('d')
      .innerJoin(Webhook, 'w', 'w.tenantId = d.tenantId AND w.id = d.webhookId')
      .where('d.tenantId = :tenantId AND w.tenantId = :tenantId AND d.subjectId = :subjectId', { tenantId, subjectId })
      .orderBy('d.seq', 'DESC')
      .limit(atMost)
      .getMany();
    return latest.reverse();
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

  /** @throws ErrandError NOT_FOUND */
  async get(tenantId: string, webhookId: string, id: string): Promise<[WebhookDelivery, DeliveryEvent]> {
    const delivery = await this.repository.findOneBy({ tenantId, webhookId, id });
    const [event] = await this.database.query<DeliveryEvent>(findDelivery, [tenantId, webhookId, id]);
    if (!delivery || !event) throw notFound('Delivery', id);
    return [delivery, event];
  }

  /**
   * Sends what was given up once more, the earliest 1,000 of it.
   * @returns how many there were, and how many are sent now
   */
  async resendGivenUp(
    tenantId: string,
    webhookId: string,
    filter: GivenUpFilter,
    dryRun: boolean,
  ): Promise<{ matched: number; done: number }> {
    const { eventType = null, occurredFrom = null, occurredTo = null } = filter;
    const which = [tenantId, webhookId, eventType, occurredFrom, occurredTo];
    const [counted] = await this.database.query<{ matched: number }>(countGivenUp, which);
    const matched = counted?.matched ?? 0;
    if (dryRun || matched === 0) return { matched, done: 0 };
    const done = await this.database.transaction(async (tx) => {
      const resent = await tx.query(resendGivenUp, [...which, this.clock.now(), mostAtOnce]);
      const after = { webhookId, ...filter, matched, resent: resent.length };
      const bulk = { tenantId, action: 'webhook_delivery.resent', subjectId: null, before: null, after } as const;
      if (resent.length > 0) await this.audit.record(tx, bulk);
      return resent.length;
    });
    this.outbox.announceResend(tenantId, webhookId);
    return { matched, done };
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
