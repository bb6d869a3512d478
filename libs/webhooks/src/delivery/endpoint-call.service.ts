import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import { OutboundHttp, type OutboundResponse, signWebhook } from '@errand/outbound';
import { Inject, Injectable } from '@nestjs/common';
import { WebhookSecrets } from '../webhook-secrets.service';
import type { Webhook } from '../webhook.entity';

/** What is read of an answer, which says all by its status. */
const maxAnswerBytes = 65_536;

/** The one call by which endpoints are told anything. */
@Injectable()
export class EndpointCall {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: WebhookSecrets,
    private readonly http: OutboundHttp,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws OutboundError; SealedSecretError */
  async make(webhook: Webhook, id: string, body: string, stop: AbortSignal): Promise<OutboundResponse> {
    const now = this.clock.now();
    return this.http.request({
      method: 'POST',
      url: webhook.url,
      owner: webhook.tenantId,
      headers: {
        'content-type': 'application/json',
        ...signWebhook(this.secrets.open(webhook, now), id, now, body),
      },
      body,
      timeoutMs: this.settings.webhookTimeoutMs,
      // Else its call could still be under way when the lease runs out, and somebody else make it again.
      waitMs: this.settings.webhookTimeoutMs / 2,
      signal: stop,
      maxResponseBytes: maxAnswerBytes,
      statusSuffices: true,
    });
  }
}
