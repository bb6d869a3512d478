import { Clock, Database, Replica, type Statement } from '@errand/database';
import { ageSeconds, LOGGER, type Logger, Metrics, seldom } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import type { ClaimedDelivery } from '../sql/claim.sql';
import type { SettledDelivery } from '../sql/settle.sql';
import type { Webhook } from '../webhook.entity';

/** What is told of every delivery: one log line and the metrics. */
@Injectable()
export class DeliveryReport {
  private readonly deliveries: Counter<'event' | 'outcome'>;
  private readonly oldestAge: Gauge;

  constructor(
    metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
    replica: Replica,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const registers = [metrics.registry];
    this.deliveries = new Counter({
      name: 'errand_webhook_deliveries_total',
      help: 'Attempts to deliver status events, by event and outcome: delivered, retried or failed',
      labelNames: ['event', 'outcome'],
      registers,
    });
    this.oldestAge = new Gauge({
      name: 'errand_webhook_oldest_undelivered_seconds',
      help: 'How long ago the oldest status event happened that an active webhook was not told of yet; 0 without one',
      registers,
      collect: seldom(() => replica.readAny(() => this.readOldest()), logger, 'outbox not read'),
    });
  }

  settled(webhook: Webhook, delivery: ClaimedDelivery, end: SettledDelivery, durationMs: number): void {
    if (!end.counts) return;
    const outcome = end.status === 'PENDING' ? 'retried' : end.status.toLowerCase();
    this.deliveries.inc({ event: delivery.event_type, outcome });
    this.logger.info(
      {
        tenantId: webhook.tenantId,
        webhookId: webhook.id,
        deliveryId: delivery.id,
        event: delivery.event_type,
        subjectId: delivery.subject_id,
        attempt: delivery.attempts,
        outcome,
        message: end.error ?? undefined,
        httpStatus: end.http_status ?? undefined,
        durationMs,
        nextAttemptAt: end.next_attempt_at ?? undefined,
      },
      'webhook delivery',
    );
  }

  private async readOldest(): Promise<void> {
    const [row] = await this.database.query<{ occurred_at: Date | null }>(oldestUndelivered);
    this.oldestAge.set(ageSeconds(row?.occurred_at, this.clock.now()));
  }
}

/** One look into webhook_deliveries_oldest for each webhook, however much waits. */
const oldestUndelivered: Statement = {
  name: 'oldest-undelivered',
  text: `
    SELECT min(oldest.occurred_at) AS occurred_at
    FROM (
      SELECT (
        SELECT min(d.occurred_at) FROM webhook_deliveries d
        WHERE d.tenant_id = w.tenant_id AND d.webhook_id = w.id AND d.status = 'PENDING') AS occurred_at
      FROM webhooks w WHERE w.is_active) AS oldest`,
};
