import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database } from '@errand/database';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { v4 as newToken } from 'uuid';
import { claimDeliveries, type ClaimedDelivery, dueWebhooks, dueWebhooksOf, nextDelivery } from '../sql/claim.sql';
import { disableWebhook, settleDeliveries } from '../sql/settle.sql';
import { Webhook } from '../webhook.entity';
import { type Answer, answerOf, answerOfError, answerOfUnwritable, isDown, returned } from './answer';
import { endOf } from './delivery-end';
import { DeliveryReport } from './delivery-report';
import { EndpointCall } from './endpoint-call.service';
import { EventBodies, type Told } from './event-bodies.service';

/** One webhook with something to deliver. */
export interface Endpoint {
  tenantId: string;
  webhookId: string;
}

/** Calls to one endpoint at once, which are also claimed and settled together. */
const batchSize = 20;
/** A claim lasts twice as long as its calls may, to be loaded and settled; with short deadlines at least this long. */
const shortestLeaseMs = 2_000;

interface Attempt {
  delivery: ClaimedDelivery;
  answer: Answer;
  durationMs: number;
}

/** Delivers what the outbox holds: claim → load → sign and send → settle. */
@Injectable()
export class Delivery {
  constructor(
    @InjectRepository(Webhook) private readonly webhooks: Repository<Webhook>,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bodies: EventBodies,
    private readonly call: EndpointCall,
    private readonly report: DeliveryReport,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The endpoints that have something to deliver, each with the time from which on; of one tenant, or (null) of all. */
  async due(tenantId: string | null): Promise<{ endpoint: Endpoint; dueAt: Date }[]> {
    const [statement, values] = tenantId === null ? [dueWebhooks, []] : [dueWebhooksOf, [tenantId]];
    const rows = await this.database.query<{ tenant_id: string; webhook_id: string; next_due: Date }>(
      statement,
      values,
    );
    return rows.map(({ tenant_id, webhook_id, next_due }) => ({
      endpoint: { tenantId: tenant_id, webhookId: webhook_id },
      dueAt: next_due,
    }));
  }

  /** When the endpoint's next delivery is due; null when there is none, or it is inactive. */
  async nextDue({ tenantId, webhookId }: Endpoint): Promise<Date | null> {
    const [row] = await this.database.query<{ next_attempt_at: Date }>(nextDelivery, [tenantId, webhookId]);
    return row?.next_attempt_at ?? null;
  }

  /**
   * Delivers a first batch of what is due at the endpoint.
   * @param stop ends the calls; what they would have delivered is returned, its attempt uncounted
   * @returns how many were claimed (0: nothing is due, or the webhook is inactive or gone), and whether the
   *   endpoint is better left alone for a while
   */
  async deliver({ tenantId, webhookId }: Endpoint, stop: AbortSignal): Promise<{ claimed: number; isDown: boolean }> {
    const webhook = await this.webhooks.findOneBy({ tenantId, id: webhookId, isActive: true });
    if (!webhook) return { claimed: 0, isDown: false };
    const token = newToken();
    const claimed = await this.claim(webhook, token);
    if (claimed.length === 0) return { claimed: 0, isDown: false };
    const told = await this.load(webhook, token, claimed);
    const attempts = await Promise.all(told.map((one) => this.attempt(webhook, one, stop)));
    await this.settle(webhook, token, attempts);
    return { claimed: claimed.length, isDown: isDown(attempts.map(({ answer }) => answer)) };
  }

  private async claim({ tenantId, id }: Webhook, token: string): Promise<ClaimedDelivery[]> {
    const leasedUntil = this.clock.after(Math.max(shortestLeaseMs, this.settings.webhookTimeoutMs * 2));
    const values = [tenantId, id, token, leasedUntil, this.clock.now(), batchSize];
    return this.database.query<ClaimedDelivery>(claimDeliveries, values);
  }

  /** @throws what keeps the batch from being loaded; it is returned then, for that is no attempt */
  private async load(webhook: Webhook, token: string, claimed: ClaimedDelivery[]): Promise<Told[]> {
    try {
      return await this.bodies.of(webhook.tenantId, claimed);
    } catch (error) {
      const unsent = claimed.map((delivery) => ({ delivery, answer: returned, durationMs: 0 }));
      await this.settle(webhook, token, unsent);
      throw error;
    }
  }

  private async attempt(webhook: Webhook, told: Told, stop: AbortSignal): Promise<Attempt> {
    const startedAt = performance.now();
    const answer = await this.answer(webhook, told, stop);
    return { delivery: told.delivery, answer, durationMs: Math.round(performance.now() - startedAt) };
  }

  private async answer(webhook: Webhook, { delivery, body }: Told, stop: AbortSignal): Promise<Answer> {
    let written: string;
    try {
      written = body();
    } catch (error) {
      return answerOfUnwritable(error);
    }
    return this.call.make(webhook, delivery.id, written, stop).then(answerOf, answerOfError);
  }

  private async settle(webhook: Webhook, token: string, attempts: Attempt[]): Promise<void> {
    const now = this.clock.now();
    const { webhookMaxAttempts, webhookRetryBaseMs, webhookRetryMaxMs } = this.settings;
    const retry = { maxAttempts: webhookMaxAttempts, baseDelayMs: webhookRetryBaseMs, maxDelayMs: webhookRetryMaxMs };
    const ends = attempts.map(({ delivery, answer }) => endOf(delivery, answer, retry, now, Math.random));
    await this.database.query(settleDeliveries, [
      ...[webhook.tenantId, webhook.id, token, now, JSON.stringify(ends)],
      ends.map(({ id }) => id),
      attempts.map(({ delivery }) => delivery.subject_id),
    ]);
    if (attempts.some(({ answer }) => answer.end === 'GONE')) {
      await this.database.query(disableWebhook, [webhook.tenantId, webhook.id, webhook.url, now]);
    }
    for (const [index, { delivery, durationMs }] of attempts.entries()) {
      const end = ends[index];
      if (end) this.report.settled(webhook, delivery, end, durationMs);
    }
  }
}
