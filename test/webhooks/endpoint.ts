import { createHmac } from 'node:crypto';
import { eventually } from '../support/eventually';
import type { Actor } from '../support/scenario';
import { Sink, type SinkRequest } from '../support/sink';

export interface EventBody {
  id: string;
  type: string;
  occurredAt: string;
  data: Record<string, unknown>;
}

export interface DeliveryBody {
  id: string;
  eventType: string;
  subjectId: string;
  status: string;
  attempts: number;
  lastHttpStatus: number | null;
  lastError: string | null;
  nextAttemptAt: string | null;
  deliveredAt: string | null;
}

/** A tenant's webhook with the server it points at. */
export class WebhookEndpoint {
  private constructor(
    readonly id: string,
    readonly secret: string,
    readonly sink: Sink,
    private readonly actor: Actor,
  ) {}

  static async make(actor: Actor, ...events: string[]): Promise<WebhookEndpoint> {
    const sink = await Sink.start();
    sink.answerWith(() => ({ status: 204 }));
    const { status, body } = await actor.request<{ id: string; secret: string }>('POST', '/api/webhooks', {
      body: { url: `${sink.url}/events`, events },
    });
    if (status !== 201) throw new Error(`no webhook: ${status} ${JSON.stringify(body)}`);
    return new WebhookEndpoint(body.id, body.secret, sink, actor);
  }

  /** Resolves with the bodies of the first `count` calls, as soon as there are so many. */
  async received(count: number): Promise<EventBody[]> {
    return (await this.sink.waitForRequests(count)).slice(0, count).map(({ json }) => json as EventBody);
  }

  /** The log, the latest event first. */
  async deliveries(query = ''): Promise<DeliveryBody[]> {
    const path = `/api/webhooks/${this.id}/deliveries?${query}`;
    return (await this.actor.request<{ data: DeliveryBody[] }>('GET', path)).body.data;
  }

  async untilAll(status: string): Promise<DeliveryBody[]> {
    return eventually(
      () => this.deliveries(),
      (all) => all.length > 0 && all.every((delivery) => delivery.status === status),
    );
  }

  async resend(deliveryId: string): Promise<{ status: number; body: unknown }> {
    return this.actor.request('POST', `/api/webhooks/${this.id}/deliveries/${deliveryId}/resend`);
  }

  async close(): Promise<void> {
    await this.sink.close();
  }
}

/** The signatures of a call that are of this secret, by the algorithm of the Standard Webhooks specification. */
export function signaturesBy(secret: string, { headers, body }: SinkRequest): string[] {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const mac = createHmac('sha256', key)
    .update(`${String(id)}.${String(timestamp)}.${body}`)
    .digest('base64');
  return String(signatures)
    .split(' ')
    .filter((signature) => signature === `v1,${mac}`);
}
