import { KeyRing, type ResealCounts, resealAll, type StoredEnvelope } from '@errand/crypto';
import { Database } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { boundTo } from './credential-seal';

const batchSize = 100;

/**
 * Seals the credentials that an older key has sealed with the primary key, while api and dispatchers run. The version
 * stays: what is inside does not change, so nobody's cache is stale.
 */
@Injectable()
export class CredentialRotation {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  async rotate(): Promise<ResealCounts> {
    return resealAll(this.keyRing, this.oldEnvelopes());
  }

  private async *oldEnvelopes(): AsyncGenerator<StoredEnvelope> {
    for (const { id } of await this.database.query<{ id: string }>(readTenantIds)) yield* this.ofTenant(id);
  }

  private async *ofTenant(tenantId: string): AsyncGenerator<StoredEnvelope> {
    let after: string | undefined = '00000000-0000-0000-0000-000000000000';
    while (after !== undefined) {
      const values = [tenantId, after, this.keyRing.primaryPrefix, batchSize];
      const batch: { id: string; credentials: string }[] = await this.database.query(readOldEnvelopes, values);
      for (const { id, credentials: envelope } of batch) {
        const replace = async (renewed: string) =>
          (await this.database.query(replaceEnvelope, [tenantId, id, envelope, renewed])).length > 0;
        yield { envelope, associatedData: boundTo({ tenantId, id }), name: id, replace };
      }
      after = batch.at(-1)?.id;
    }
  }
}

const readTenantIds = { name: 'read-tenant-ids', text: 'SELECT id FROM tenants ORDER BY id' };

const readOldEnvelopes = {
  name: 'read-old-envelopes',
  text: `SELECT id, credentials FROM dispatch_configs
    WHERE tenant_id = $1 AND id > $2 AND NOT starts_with(credentials, $3)
    ORDER BY id LIMIT $4`,
};

/** Compare and set: credentials that were changed meanwhile stay as they were changed. */
const replaceEnvelope = {
  name: 'replace-envelope',
  text: `UPDATE dispatch_configs SET credentials = $4
    WHERE tenant_id = $1 AND id = $2 AND credentials = $3 RETURNING id`,
};
