import { KeyRing, type ResealCounts, resealAll, type StoredEnvelope } from '@errand/crypto';
import { Database, type Statement } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { boundTo } from './hook-secrets.service';

/** Seals the hook secrets that an older key has sealed with the primary key, while everything runs. */
@Injectable()
export class HookSecretRotation {
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
      const old = await this.database.query<{ key: string; hook_secret: string }>(readOldSecrets, values);
      for (const { key, hook_secret: envelope } of old) {
        const replace = async (renewed: string) =>
          (await this.database.query(replaceSecret, [tenantId, key, envelope, renewed])).length > 0;
        yield { envelope, associatedData: boundTo(tenantId, key), name: `${tenantId}/${key}`, replace };
      }
    }
  }
}

const readTenants: Statement = { name: 'read-tenants-with-hooks', text: 'SELECT id FROM tenants ORDER BY id' };

const readOldSecrets: Statement = {
  name: 'read-old-hook-secrets',
  text: `SELECT key, hook_secret FROM attribute_policies WHERE tenant_id = $1 AND NOT starts_with(hook_secret, $2)`,
};

/** Compare and set: a secret that was renewed meanwhile stays as it was renewed. */
const replaceSecret: Statement = {
  name: 'replace-hook-secret',
  text: `UPDATE attribute_policies SET hook_secret = $4
    WHERE tenant_id = $1 AND key = $2 AND hook_secret = $3 RETURNING key`,
};
