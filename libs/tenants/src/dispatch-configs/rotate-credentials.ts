import { SealedSecretError } from '@errand/crypto';
import { Database } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { CredentialSeal } from './credential-seal';

export interface RotationCounts {
  resealed: number;
  /** Changed by somebody else between reading and writing; the next run sees them. */
  changedMeanwhile: number;
  /** Ids of configs that no key of the ring opens. */
  unreadable: string[];
}

const batchSize = 100;

/**
 * Seals the credentials that an older key has sealed with the primary key, while api and dispatchers run. The version
 * stays: what is inside does not change, so nobody's cache is stale.
 */
@Injectable()
export class CredentialRotation {
  constructor(
    private readonly database: Database,
    private readonly seal: CredentialSeal,
  ) {}

  async rotate(): Promise<RotationCounts> {
    const counts: RotationCounts = { resealed: 0, changedMeanwhile: 0, unreadable: [] };
    for (const { id: tenantId } of await this.database.query<{ id: string }>(readTenantIds)) {
      await this.rotateTenant(tenantId, counts);
    }
    return counts;
  }

  private async rotateTenant(tenantId: string, counts: RotationCounts): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const values = [tenantId, after, this.seal.primaryPrefix, batchSize];
      const batch = await this.database.query<{ id: string; credentials: string }>(readOldEnvelopes, values);
      for (const { id, credentials } of batch) await this.reseal(tenantId, id, credentials, counts);
      const last = batch.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  private async reseal(tenantId: string, id: string, envelope: string, counts: RotationCounts): Promise<void> {
    const config = { tenantId, id, sealedCredentials: envelope };
    let renewed: string;
    try {
      renewed = this.seal.seal(this.seal.open(config), config);
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
      counts.unreadable.push(id);
      return;
    }
    const updated = await this.database.query(replaceEnvelope, [tenantId, id, envelope, renewed]);
    if (updated.length > 0) counts.resealed += 1;
    else counts.changedMeanwhile += 1;
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
