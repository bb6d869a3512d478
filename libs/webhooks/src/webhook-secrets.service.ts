import { KeyRing, type SealedColumn, SealedSecretError } from '@errand/crypto';
import { generateWebhookSecret } from '@errand/outbound';
import { Injectable } from '@nestjs/common';
import type { Webhook } from './webhook.entity';

/** How long a secret goes on signing beside the one that took its place. */
const overlapMs = 86_400_000;
/** A signature each: so many fit into any server's header limit. */
const mostSecrets = 5;

/** A secret as it is sealed; `until` is null for the newest. */
interface LiveSecret {
  secret: string;
  until: string | null;
}

type WebhookId = Pick<Webhook, 'tenantId' | 'id'>;
type SealedWebhook = Pick<Webhook, 'tenantId' | 'id' | 'sealedSecrets'>;

/** Issues, rotates and opens the secrets that sign a webhook's deliveries. All of a webhook's are one envelope. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly keyRing: KeyRing) {}

  /** A new secret, to be shown once, and the envelope to store. */
  issue(webhook: WebhookId): { secret: string; sealed: string } {
    const secret = generateWebhookSecret();
    return { secret, sealed: this.seal(webhook, [{ secret, until: null }]) };
  }

  /** A new secret before those that are live, the newest of which ends in a day. What no key opens cannot go on. */
  rotate(webhook: SealedWebhook, now: Date): { secret: string; sealed: string } {
    const secret = generateWebhookSecret();
    const until = new Date(now.getTime() + overlapMs).toISOString();
    const old = this.readable(webhook, now).map((one) => ({ ...one, until: one.until ?? until }));
    return { secret, sealed: this.seal(webhook, [{ secret, until: null }, ...old].slice(0, mostSecrets)) };
  }

  /**
   * The secrets that sign now, newest first.
   * @throws SealedSecretError when no key of the ring opens the envelope
   */
  open(webhook: SealedWebhook, now: Date): string[] {
    return this.live(webhook, now).map(({ secret }) => secret);
  }

  private readable(webhook: SealedWebhook, now: Date): LiveSecret[] {
    try {
      return this.live(webhook, now);
    } catch (error) {
      if (error instanceof SealedSecretError) return [];
      throw error;
    }
  }

  private live({ sealedSecrets, ...webhook }: SealedWebhook, now: Date): LiveSecret[] {
    const secrets = JSON.parse(this.keyRing.open(sealedSecrets, sealedTo(webhook))) as LiveSecret[];
    return secrets.filter(({ until }) => until === null || new Date(until) > now);
  }

  private seal(webhook: WebhookId, secrets: LiveSecret[]): string {
    return this.keyRing.seal(JSON.stringify(secrets), sealedTo(webhook));
  }
}

/** An envelope copied to another webhook or tenant does not open. */
const sealedTo = ({ tenantId, id }: WebhookId) => `${tenantId}/webhook/${id}`;

export const sealedWebhookSecrets: SealedColumn = {
  table: 'webhooks',
  id: 'id',
  envelope: 'secrets',
  boundTo: (tenantId, id) => sealedTo({ tenantId, id }),
};
