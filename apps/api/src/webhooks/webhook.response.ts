import { DELIVERY_STATUSES, type DeliveryStatus, WEBHOOK_EVENTS, type WebhookEvent } from '@errand/vocabulary';
import type { IssuedWebhook, Webhook, WebhookDelivery } from '@errand/webhooks';
import { ApiProperty } from '@nestjs/swagger';

export class WebhookResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** @example https://crm.example.com/errand-events */
  url: string;

  @ApiProperty({ enum: WEBHOOK_EVENTS, isArray: true })
  events: WebhookEvent[];

  /** False: nothing new is kept for it, and what waits goes on waiting. */
  isActive: boolean;

  /** When the endpoint answered 410 and was made inactive for that; null otherwise. */
  disabledAt: Date | null;
  createdAt: Date;
  updatedAt: Date;

  static of(webhook: Webhook): WebhookResponse {
    const { id, url, events, isActive, disabledAt, createdAt, updatedAt } = webhook;
    return { id, url, events, isActive, disabledAt, createdAt, updatedAt };
  }
}

export class IssuedWebhookResponse extends WebhookResponse {
  /**
   * What signs the deliveries, per Standard Webhooks. It is shown this once and cannot be had again.
   * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
   */
  secret: string;

  static ofIssued({ webhook, secret }: IssuedWebhook): IssuedWebhookResponse {
    return { ...WebhookResponse.of(webhook), secret };
  }
}

export class WebhookDeliveryResponse {
  /** Also the `id` of the event and the header `webhook-id`, the same on every attempt. */
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  webhookId: string;

  @ApiProperty({ enum: WEBHOOK_EVENTS })
  eventType: WebhookEvent;

  /** The activity or the dispatch config. */
  @ApiProperty({ format: 'uuid' })
  subjectId: string;

  /** PENDING: not delivered yet. FAILED: given up; resend it. */
  @ApiProperty({ enum: DELIVERY_STATUSES })
  status: DeliveryStatus;

  /** Since it came up or was resent. */
  attempts: number;

  /** When the last attempt began. */
  lastAttemptAt: Date | null;
  /** Of the last attempt; null when it had no answer. */
  lastHttpStatus: number | null;
  /** Why the last attempt failed. */
  lastError: string | null;
  /** When it is tried next, or should have ended if it is being sent; null unless PENDING. */
  nextAttemptAt: Date | null;
  deliveredAt: Date | null;
  occurredAt: Date;

  static of(delivery: WebhookDelivery): WebhookDeliveryResponse {
    const { id, webhookId, eventType, subjectId, status, attempts, lastAttemptAt, lastHttpStatus, lastError } =
      delivery;
    const { nextAttemptAt, deliveredAt, occurredAt } = delivery;
    return {
      ...{ id, webhookId, eventType, subjectId, status, attempts, lastAttemptAt, lastHttpStatus, lastError },
      ...{ nextAttemptAt, deliveredAt, occurredAt },
    };
  }
}
