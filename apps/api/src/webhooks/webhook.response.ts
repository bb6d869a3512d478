import { DELIVERY_STATUSES, type DeliveryStatus, WEBHOOK_EVENTS, type WebhookEvent } from '@errand/vocabulary';
import type { Backlog, DeliveryEvent, EndpointTrial, IssuedWebhook, Webhook, WebhookDelivery } from '@errand/webhooks';
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

/** A webhook, and what it still is to be told. */
export class WatchedWebhookResponse extends WebhookResponse {
  /** How many deliveries are not made yet; counted up to 10,000. */
  pending: number;
  /** How many were given up and can be resent; counted up to 10,000. */
  failed: number;
  /** When the oldest event came up that it is still to be told of. */
  oldestPendingAt: Date | null;

  static with(webhook: Webhook, backlog: Backlog | undefined): WatchedWebhookResponse {
    const { pending = 0, failed = 0, oldest_pending_at: oldestPendingAt = null } = backlog ?? {};
    return { ...WebhookResponse.of(webhook), pending, failed, oldestPendingAt };
  }
}

export class WebhookTrialResponse implements EndpointTrial {
  /** Whether it counts as delivered: the endpoint answered 2xx. */
  ok: boolean;
  /** Null when there was no answer. */
  httpStatus: number | null;
  durationMs: number;
  /**
   * Why it does not count; null where it does.
   * @example HTTP 500
   */
  message: string | null;
}

export class ResendResponse {
  /** How many FAILED deliveries were found. */
  matched: number;
  /** How many of them are sent once more, 1,000 at most; 0 in a dry run. */
  done: number;
  /** How many of them are left for further calls. */
  remaining: number;
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
    const { id, eventType, subjectId, status, attempts, lastAttemptAt, lastHttpStatus, lastError } = delivery;
    const { nextAttemptAt, deliveredAt, occurredAt } = delivery;
    return {
      ...{ id, eventType, subjectId, status, attempts, lastAttemptAt, lastHttpStatus, lastError },
      ...{ nextAttemptAt, deliveredAt, occurredAt },
    };
  }
}

export class WebhookDeliveryDetailResponse extends WebhookDeliveryResponse {
  /**
   * The body as it is sent. What an event does not keep, such as the metadata, is as it is now; null where it cannot be
   * written.
   */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  data: Record<string, unknown> | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'As they were sent last, without those that follow from them; the signature is `•••`.',
    example: { 'content-type': 'application/json', 'webhook-signature': '•••' },
  })
  headers: Record<string, string>;

  /** The beginning of what the endpoint answered last, 4 kB at most; null where nothing was answered. */
  lastResponseExcerpt: string | null;

  static with(
    delivery: WebhookDelivery,
    event: DeliveryEvent,
    data: Record<string, unknown> | null,
  ): WebhookDeliveryDetailResponse {
    const sentAt = delivery.lastAttemptAt;
    const headers = {
      'content-type': 'application/json',
      'webhook-id': delivery.id,
      ...(sentAt && { 'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)) }),
      'webhook-signature': '•••',
    };
    const lastResponseExcerpt = event.last_response_excerpt;
    return { ...WebhookDeliveryResponse.of(delivery), data, headers, lastResponseExcerpt };
  }
}
