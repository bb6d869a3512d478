import type { DeliveryStatus, WebhookEvent } from '@errand/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One event for one webhook: a row of the outbox, and of the log once it is delivered or given up. */
@Entity('webhook_deliveries')
export class WebhookDelivery {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  /** Also the event's id for the receiver, the same on every attempt. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'webhook_id' })
  webhookId: string;

  /** The order of all events. */
  @Column('bigint')
  seq: number;

  /** The activity or dispatch config. */
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text', { name: 'event_type' })
  eventType: WebhookEvent;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt: Date;

  @Column('text')
  status: DeliveryStatus;

  /** Since it was last asked to be sent. */
  @Column('integer')
  attempts: number;

  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  nextAttemptAt: Date | null;

  @Column('timestamptz', { name: 'last_attempt_at', nullable: true })
  lastAttemptAt: Date | null;

  @Column('integer', { name: 'last_http_status', nullable: true })
  lastHttpStatus: number | null;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  /** What the endpoint answered to the last attempt; null when it did not, and for one of version 0.1. */
  @Column('text', { name: 'last_response_excerpt', nullable: true, select: false })
  lastResponseExcerpt?: string | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;
}
