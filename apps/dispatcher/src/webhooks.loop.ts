import { setMaxListeners } from 'node:events';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Notifications } from '@errand/database';
import { CallSlots } from '@errand/outbound';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Delivery, type Endpoint, EndpointPauses, WEBHOOK_CHANNEL } from '@errand/webhooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { validate as isUuid } from 'uuid';
import { DueTimer } from './due-timer';
import { OneAtATime } from './one-at-a-time';
import { TenantRounds } from './tenant-rounds';

/**
 * Batches under way at once, of all endpoints and of one tenant's. A batch is mostly waiting, so that many cost little:
 * hanging endpoints hold up other tenants' only when sixteen tenants have four each, and then for one time limit, after
 * which each of them is in its pause.
 */
const batchesAtOnce = 64;
const batchesOfTenant = 4;
/** What is due and was not claimed is locked by somebody who is at it; it is looked at again after this. */
const lockedPauseMs = 50;
/** A look or a batch that failed on our side is tried again after this. */
const failedPauseMs = 1000;

/**
 * Delivers status events, one batch of an endpoint after the other and endpoints side by side. What there is to deliver
 * is found by notification, by the timer for the next due time and, should both be missed, by the interval.
 */
@Injectable()
export class WebhooksLoop implements OnModuleDestroy {
  private readonly slots = new CallSlots(batchesAtOnce, batchesOfTenant);
  private readonly looks = new OneAtATime();
  private readonly deliveries = new OneAtATime();
  private readonly due: DueTimer;
  private readonly pauses: EndpointPauses;
  /** Endpoints that are to be called even so, once, since an event was asked for again. */
  private readonly wanted = new Set<string>();
  private readonly stop = new AbortController();
  private readonly cut = new AbortController();

  constructor(
    private readonly delivery: Delivery,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly rounds: TenantRounds,
    private readonly scheduler: SchedulerRegistry,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const now = () => clock.now().getTime();
    this.due = new DueTimer(now, (key) => this.deliverTo(endpointOf(key)));
    this.pauses = new EndpointPauses(settings.webhookRetryBaseMs, now);
    setMaxListeners(0, this.stop.signal);
  }

  async start(): Promise<void> {
    await this.notifications.listen(WEBHOOK_CHANNEL, (payload) => {
      if (payload === '') this.look(null);
      else for (const hint of payload.split(',')) this.hear(hint);
    });
    this.scheduler.addInterval(
      'webhooks',
      setInterval(() => this.look(null), this.settings.dispatchIntervalMs),
    );
  }

  /** Sends nothing more, and gives the calls under way the grace period to end. */
  async onModuleDestroy(): Promise<void> {
    this.due.stop();
    this.stop.abort();
    const cut = setTimeout(() => this.cut.abort(), this.settings.shutdownGraceMs);
    await Promise.all([this.looks.stop(), this.deliveries.stop()]);
    clearTimeout(cut);
  }

  /** @param hint a tenant, or `<tenant>/<webhook>` */
  private hear(hint: string): void {
    const endpoint = endpointOf(hint);
    if (isUuid(hint)) this.look(hint);
    else if (isUuid(endpoint.tenantId) && isUuid(endpoint.webhookId)) {
      this.wanted.add(hint);
      this.deliverTo(endpoint);
    }
  }

  /** Finds what there is to deliver for a tenant, or (null) for all. */
  private look(tenantId: string | null): void {
    this.looks.run(tenantId ?? '', async () => {
      try {
        if (tenantId !== null) return await this.expect(tenantId);
        const together = async () => {
          await this.expect(null);
          return [];
        };
        const { signal } = this.stop;
        await this.rounds.ofThose('webhook deliveries', together, (id) => this.expect(id), signal);
      } catch (error) {
        this.logger.error({ err: error, tenantId }, 'looking for webhook deliveries failed');
      }
    });
  }

  private async expect(tenantId: string | null): Promise<void> {
    for (const { endpoint, dueAt } of await this.delivery.due(tenantId)) {
      if (dueAt <= this.clock.now()) this.deliverTo(endpoint);
      else this.due.noLaterThan(keyOf(endpoint), dueAt);
    }
  }

  private deliverTo(endpoint: Endpoint): void {
    const key = keyOf(endpoint);
    this.deliveries.run(key, async () => {
      const until = this.pauses.until(key);
      const isWanted = this.wanted.delete(key);
      if (!isWanted && until > this.clock.now().getTime()) return this.due.noLaterThan(key, new Date(until));
      try {
        while (await this.deliverBatch(endpoint));
        if (!this.stop.signal.aborted) await this.waitForNext(endpoint);
      } catch (error) {
        this.logger.error(
          { err: error, ...endpoint },
          'webhook delivery failed; the lease of what was claimed runs out',
        );
        this.due.noLaterThan(key, this.clock.after(failedPauseMs));
      }
    });
  }

  /** @returns whether to go on with the next batch */
  private async deliverBatch(endpoint: Endpoint): Promise<boolean> {
    if (!(await this.slots.take(endpoint.tenantId, this.stop.signal))) return false;
    try {
      const { claimed, isDown } = await this.delivery.deliver(endpoint, this.cut.signal);
      if (isDown) this.pauses.lengthen(keyOf(endpoint));
      else if (claimed > 0) this.pauses.end(keyOf(endpoint));
      return claimed > 0 && !isDown;
    } finally {
      this.slots.release(endpoint.tenantId);
    }
  }

  private async waitForNext(endpoint: Endpoint): Promise<void> {
    const key = keyOf(endpoint);
    this.due.forget(key);
    const next = await this.delivery.nextDue(endpoint);
    if (!next) return this.pauses.end(key);
    const soonest = Math.max(this.clock.after(lockedPauseMs).getTime(), this.pauses.until(key));
    this.due.noLaterThan(key, next.getTime() < soonest ? new Date(soonest) : next);
  }
}

const keyOf = ({ tenantId, webhookId }: Endpoint) => `${tenantId}/${webhookId}`;

function endpointOf(key: string): Endpoint {
  const [tenantId = '', webhookId = ''] = key.split('/');
  return { tenantId, webhookId };
}
