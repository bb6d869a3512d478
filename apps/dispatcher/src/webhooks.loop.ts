import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import { CallSlots } from '@errand/outbound';
import { Delivery, type Endpoint, WEBHOOK_CHANNEL } from '@errand/webhooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { DueWork } from './due-work';
import type { OneAtATime } from './one-at-a-time';
import { Pauses } from './pauses';
import { TenantRounds } from './tenant-rounds';
import { WakeUps } from './wake-ups';

/**
 * Batches under way at once, of all endpoints and of one tenant's. A batch is mostly waiting, so that many cost little:
 * sixteen tenants whose endpoints hang may have four each, and as many again as all of theirs are for those who have
 * none. After one time limit each of them is in its pause.
 */
const batchesAtOnce = 128;
const batchesOfTenant = 4;

/**
 * Delivers status events, one batch of an endpoint after the other and endpoints side by side. What there is to deliver
 * is found by notification, by the timer for the next due time and, should both be missed, by the interval.
 */
@Injectable()
export class WebhooksLoop implements OnModuleDestroy {
  private readonly slots = new CallSlots(batchesAtOnce, batchesOfTenant);
  /** At all tenants. */
  private readonly looks: OneAtATime;
  /** At what there is to deliver for a tenant. */
  private readonly tenants: DueWork;
  /** To an endpoint. */
  private readonly deliveries: DueWork;
  /** Of endpoints that are down: each batch that fails whole doubles them. */
  private readonly pauses: Pauses;
  /** Endpoints that are to be called even so, once, since an event was asked for again. */
  private readonly wanted = new Set<string>();
  private readonly cut = new AbortController();

  constructor(
    private readonly delivery: Delivery,
    private readonly rounds: TenantRounds,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.looks = wakeUps.looks('webhook deliveries');
    this.tenants = wakeUps.whenDue('webhook deliveries of a tenant', (tenantId) => this.expect(tenantId));
    this.deliveries = wakeUps.whenDue('webhook delivery', (key) => this.deliverTo(key), endpointOf);
    this.pauses = new Pauses(settings.webhookRetryBaseMs, () => clock.now().getTime());
  }

  async start(): Promise<void> {
    const look = () => this.look();
    await this.wakeUps.hear(WEBHOOK_CHANNEL, (hints) => hints.forEach((hint) => this.hear(hint)), look);
    this.wakeUps.every('webhooks', this.settings.dispatchIntervalMs, look);
  }

  /** Sends nothing more, and gives the calls under way the grace period to end. */
  async onModuleDestroy(): Promise<void> {
    const cut = setTimeout(() => this.cut.abort(), this.settings.shutdownGraceMs);
    await Promise.all([this.looks.stop(), this.tenants.stop(), this.deliveries.stop()]);
    clearTimeout(cut);
  }

  /** @param hint a tenant, or `<tenant>/<webhook>` */
  private hear(hint: string): void {
    const { tenantId, webhookId } = endpointOf(hint);
    if (isUuid(hint)) this.tenants.now(hint);
    else if (isUuid(tenantId) && isUuid(webhookId)) {
      this.wanted.add(hint);
      this.deliveries.now(hint);
    }
  }

  private look(): void {
    this.looks.run('everywhere', async () => {
      const together = async () => {
        await this.expect(null);
        return [];
      };
      await this.rounds.ofThose('webhook deliveries', together, (id) => this.expect(id), this.looks.signal);
    });
  }

  /** Has delivered what there is to deliver for a tenant, or (null) for all, each when it is due. */
  private async expect(tenantId: string | null): Promise<null> {
    for (const { endpoint, dueAt } of await this.delivery.due(tenantId)) {
      this.deliveries.noLaterThan(keyOf(endpoint), dueAt);
    }
    return null;
  }

  /** @returns when there is something to deliver to the endpoint again */
  private async deliverTo(key: string): Promise<Date | null> {
    const endpoint = endpointOf(key);
    const until = this.pauses.until(key);
    const isWanted = this.wanted.delete(key);
    if (!isWanted && until > this.clock.now().getTime()) return new Date(until);
    while (await this.deliverBatch(endpoint));
    return this.deliveries.signal.aborted ? null : this.nextDue(endpoint);
  }

  /** @returns whether to go on with the next batch */
  private async deliverBatch(endpoint: Endpoint): Promise<boolean> {
    if (!(await this.slots.take(endpoint.tenantId, this.deliveries.signal))) return false;
    try {
      const { claimed, isDown } = await this.delivery.deliver(endpoint, this.cut.signal);
      if (isDown) this.pauses.lengthen(keyOf(endpoint));
      else if (claimed > 0) this.pauses.end(keyOf(endpoint));
      return claimed > 0 && !isDown;
    } finally {
      this.slots.release(endpoint.tenantId);
    }
  }

  private async nextDue(endpoint: Endpoint): Promise<Date | null> {
    const key = keyOf(endpoint);
    const next = await this.delivery.nextDue(endpoint);
    if (!next) this.pauses.end(key);
    return next && new Date(Math.max(next.getTime(), this.pauses.until(key)));
  }
}

const keyOf = ({ tenantId, webhookId }: Endpoint) => `${tenantId}/${webhookId}`;

function endpointOf(key: string): Endpoint {
  const [tenantId = '', webhookId = ''] = key.split('/');
  return { tenantId, webhookId };
}
