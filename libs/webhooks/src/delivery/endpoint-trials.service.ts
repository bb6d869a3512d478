import { Clock } from '@errand/database';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Webhook } from '../webhook.entity';
import { answerOf, answerOfError } from './answer';
import { EndpointCall } from './endpoint-call.service';

export interface EndpointTrial {
  ok: boolean;
  /** Null when there was no answer. */
  httpStatus: number | null;
  durationMs: number;
  /** Why it would not count as delivered; null when it would. */
  message: string | null;
}

/** Tells an endpoint of nothing but that it can be told. */
@Injectable()
export class EndpointTrials implements OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(
    private readonly clock: Clock,
    private readonly call: EndpointCall,
  ) {}

  /** Sends one `webhook.test` event, once, whether the webhook is active or not; nothing is stored of it. */
  async make(webhook: Webhook): Promise<EndpointTrial> {
    const id = newId();
    const occurredAt = this.clock.now().toISOString();
    const body = JSON.stringify({ id, type: 'webhook.test', occurredAt, data: { webhookId: webhook.id } });
    const startedAt = performance.now();
    const sent = this.call.make(webhook, id, body, this.stopping.signal);
    const { end, httpStatus, error } = await sent.then(answerOf, answerOfError);
    const durationMs = Math.round(performance.now() - startedAt);
    return { ok: end === 'DELIVERED', httpStatus, durationMs, message: error };
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }
}
