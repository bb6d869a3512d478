import { newestFirst, type Slice } from '@errand/database';
import { ErrandError, invalidField, notFound } from '@errand/errors';
import { Quotas } from '@errand/quotas';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { v7 } from 'uuid';
import type { Permission } from '../permissions';
import { RecentLookups } from '../recent-lookups';
import { RecentlyUsed } from '../recently-used';
import type { Tenant } from '../tenants/tenant.entity';
import { Tenants } from '../tenants/tenants.service';
import { ApiKey } from './api-key.entity';
import { newKeyText, readKeyText } from './key-text';

export interface NewApiKey {
  name: string;
  permissions: Permission[];
  expiresAt?: Date | null;
}

/** last_used_at is written once per this long and key, so that a busy key is not a busy row. */
const lastUsedStepMs = 60_000;

/** The API keys of each tenant, and who a key's text belongs to. */
@Injectable()
export class ApiKeys {
  private readonly recent = new RecentLookups<{ key: ApiKey; tenant: Tenant }>();
  /** By hash, the keys that were valid when they were used last. Nobody gets in here with a key that never was. */
  private readonly good = new RecentlyUsed<true>(10_000);

  constructor(
    @InjectRepository(ApiKey) private readonly repository: Repository<ApiKey>,
    private readonly tenants: Tenants,
    private readonly quotas: Quotas,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Makes a key and tells its text, which cannot be had again.
   * @param granted the permissions of the key that asks, undefined for the platform key
   * @throws ErrandError FORBIDDEN when the new key would have a permission that the asking one lacks, LIMIT_REACHED
   */
  async create(
    tenantId: string,
    { name, permissions, expiresAt = null }: NewApiKey,
    granted: ReadonlySet<Permission> | undefined,
  ): Promise<{ key: ApiKey; plaintextKey: string }> {
    refuseUngrantable(permissions, granted);
    if (expiresAt && expiresAt.getTime() <= Date.now()) throw invalidField('expiresAt', 'must be in the future');
    const { text, prefix, hash } = newKeyText(tenantId);
    const key = {
      ...{ tenantId, id: v7(), name, prefix, permissions: [...new Set(permissions)] },
      ...{ expiresAt, revokedAt: null, lastUsedAt: null, createdAt: new Date() },
    };
    await this.repository.manager.transaction(async (tx) => {
      await this.quotas.claim(tx, tenantId, 'API_KEYS');
      await tx.insert(ApiKey, { ...key, hash });
    });
    return { key: await this.get(tenantId, key.id), plaintextKey: text };
  }

  /** The key and its tenant, up to a second old; undefined when it is unknown, revoked or expired. */
  async authenticate(text: string): Promise<{ key: ApiKey; tenant: Tenant } | undefined> {
    const read = readKeyText(text);
    if (!read) return undefined;
    const { tenantId, hash } = read;
    const name = hash.toString('base64');
    const found = await this.recent.get(name, () => this.lookUp(tenantId, hash));
    const expiresAt = found?.key.expiresAt;
    const isGood = found !== undefined && !(expiresAt && expiresAt.getTime() <= Date.now());
    if (isGood) this.good.set(name, true);
    else this.good.delete(name);
    return isGood ? found : undefined;
  }

  /** Whether the key was valid when this process last saw it; asks nobody. */
  wasGood(text: string): boolean {
    const read = readKeyText(text);
    return read !== undefined && this.good.get(read.hash.toString('base64')) === true;
  }

  /** @throws ErrandError NOT_FOUND */
  async get(tenantId: string, id: string): Promise<ApiKey> {
    const key = await this.repository.findOneBy({ tenantId, id });
    if (!key) throw notFound('API key', id);
    return key;
  }

  /** Newest first, revoked ones included. */
  async list(tenantId: string, slice: Slice): Promise<ApiKey[]> {
    return this.repository.find(newestFirst<ApiKey>({ tenantId }, slice));
  }

  async count(tenantId: string): Promise<number> {
    return this.repository.countBy({ tenantId });
  }

  /**
   * For good. Revoking a revoked key changes nothing.
   * @throws ErrandError NOT_FOUND
   */
  async revoke(tenantId: string, id: string): Promise<ApiKey> {
    await this.repository.update({ tenantId, id, revokedAt: IsNull() }, { revokedAt: new Date() });
    this.recent.clear();
    return this.get(tenantId, id);
  }

  private async lookUp(tenantId: string, hash: Buffer): Promise<{ key: ApiKey; tenant: Tenant } | undefined> {
    const [key, tenant] = await Promise.all([
      this.repository.findOneBy({ tenantId, hash, revokedAt: IsNull() }),
      this.tenants.findByIdOrCode(tenantId),
    ]);
    if (!key || !tenant) return undefined;
    void this.noteUse(key);
    return { key, tenant };
  }

  /** Never fails and is never waited for: a request does not depend on it. */
  private async noteUse({ tenantId, id, lastUsedAt }: ApiKey): Promise<void> {
    const now = new Date();
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < lastUsedStepMs) return;
    await this.repository.update({ tenantId, id }, { lastUsedAt: now }).catch((error: unknown) => {
      this.logger.warn({ err: error, keyId: id }, 'could not note the use of an API key');
    });
  }
}

function refuseUngrantable(permissions: Permission[], granted: ReadonlySet<Permission> | undefined): void {
  const lacking = granted && permissions.filter((permission) => !granted.has(permission));
  if (!lacking || lacking.length === 0) return;
  throw new ErrandError('FORBIDDEN', `A key cannot grant permissions it lacks: ${lacking.join(', ')}`);
}
