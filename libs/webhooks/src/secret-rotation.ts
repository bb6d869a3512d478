import { KeyRing, type ResealCounts, resealAll, type StoredEnvelope } from '@errand/crypto';
import { Database, type Statement } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { sealedTo } from './webhook-secrets.service';

/** Seals the secrets of webhooks that an older key has sealed with the primary key, while everything runs. */
@Injectable()
export class WebhookSecretRotation {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  async rotate(): Promise<ResealCounts> {
    return resealAll(this.keyRing, this.oldEnvelopes());
  }

  private async *oldEnvelopes(): AsyncGenerator<StoredEnvelope> {
    for (const { id: tenantId } of await this.database.query<{ id: string }>(readTenants)) {
      const values = [tenantId, this.keyRing.primaryPrefix];
      const old = await this.database.query<{ id: string; secrets: string }>(readOldSecrets, values);
      for (const { id, secrets } of old) {
        const replace = async (renewed: string) =>
          (await this.database.query(replaceSecrets, [tenantId, id, secrets, renewed])).length > 0;
        yield { envelope: secrets, associatedData: sealedTo({ tenantId, id }), name: `${tenantId}/${id}`, replace };
      }
    }
  }
}

const readTenants: Statement = { name: 'read-tenants-with-webhooks', text: 'SELECT id FROM tenants ORDER BY id' };

const readOldSecrets: Statement = {
  name: 'read-old-webhook-secrets',
  text: `SELECT id, secrets FROM webhooks WHERE tenant_id = $1 AND NOT starts_with(secrets, $2)`,
};

/** Compare and set: secrets that were rotated meanwhile stay as they were rotated. */
const replaceSecrets: Statement = {
  name: 'replace-webhook-secrets',
  text: `UPDATE webhooks SET secrets = $4 WHERE tenant_id = $1 AND id = $2 AND secrets = $3 RETURNING id`,
};
