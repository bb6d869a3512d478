import { SealedSecretError } from '@errand/crypto';
import { Database, type Statement } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { HookSecrets } from './hook-secrets.service';

export interface HookRotationCounts {
  resealed: number;
  /** Changed by somebody else between reading and writing; the next run sees them. */
  changedMeanwhile: number;
  /** `tenant/key` of the policies whose secret no key of the ring opens. */
  unreadable: string[];
}

/** Seals the hook secrets that an older key has sealed with the primary key, while everything runs. */
@Injectable()
export class HookSecretRotation {
  constructor(
    private readonly database: Database,
    private readonly secrets: HookSecrets,
  ) {}

  async rotate(): Promise<HookRotationCounts> {
    const counts: HookRotationCounts = { resealed: 0, changedMeanwhile: 0, unreadable: [] };
    for (const { id } of await this.database.query<{ id: string }>(readTenants)) {
      const values = [id, this.secrets.primaryPrefix];
      const old = await this.database.query<{ key: string; hook_secret: string }>(readOldSecrets, values);
      for (const { key, hook_secret } of old) await this.reseal(id, key, hook_secret, counts);
    }
    return counts;
  }

  private async reseal(tenantId: string, key: string, envelope: string, counts: HookRotationCounts): Promise<void> {
    let renewed: string;
    try {
      renewed = this.secrets.seal(tenantId, key, this.secrets.open(tenantId, key, envelope));
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
      counts.unreadable.push(`${tenantId}/${key}`);
      return;
    }
    const replaced = await this.database.query(replaceSecret, [tenantId, key, envelope, renewed]);
    if (replaced.length > 0) counts.resealed += 1;
    else counts.changedMeanwhile += 1;
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
