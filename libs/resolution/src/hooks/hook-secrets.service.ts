import { KeyRing, type SealedColumn } from '@errand/crypto';
import { generateWebhookSecret } from '@errand/outbound';
import { Injectable } from '@nestjs/common';

/** Issues and opens the secrets that sign the calls of attribute hooks, one a policy. */
@Injectable()
export class HookSecrets {
  constructor(private readonly keyRing: KeyRing) {}

  /** A new secret, to be shown once, and its envelope, to be stored with the policy of `key`. */
  issue(tenantId: string, key: string): { secret: string; sealed: string } {
    const secret = generateWebhookSecret();
    return { secret, sealed: this.keyRing.seal(secret, boundTo(tenantId, key)) };
  }

  /** @throws SealedSecretError when no key of the ring opens it */
  open(tenantId: string, key: string, sealed: string): string {
    return this.keyRing.open(sealed, boundTo(tenantId, key));
  }
}

/** An envelope copied to another policy or tenant does not open. */
const boundTo = (tenantId: string, key: string) => `${tenantId}/attribute-hook/${key}`;

export const sealedHookSecrets: SealedColumn = {
  table: 'attribute_policies',
  id: 'key',
  envelope: 'hook_secret',
  boundTo,
};
