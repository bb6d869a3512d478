import { Audit } from '@errand/audit';
import { Database, newestFirst, Notifications, type Queryable, type Slice } from '@errand/database';
import { ErrandError, invalidField, notFound } from '@errand/errors';
import { Quotas } from '@errand/quotas';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, Repository } from 'typeorm';
import { v7 } from 'uuid';
import { API_KEYS_CHANNEL } from '../channels';
import { type Permission, PLATFORM_PERMISSION } from '../permissions';
import { RecentLookups } from '../recent-lookups';
import { RecentlyUsed } from '../recently-used';
import {
  adoptKeys,
  findConfigs,
  findLine,
  findRotation,
  insertKey,
  lockKeys,
  revokeKeys,
  shortenKey,
} from '../sql/api-keys.sql';
import type { Tenant } from '../tenants/tenant.entity';
import { Tenants } from '../tenants/tenants.service';
import { ApiKey } from './api-key.entity';
import { excessOf, outlives } from './key-reach';
import { newKeyText, readKeyText } from './key-text';

/** What is left out is as the key has it that asks. */
export interface NewApiKey extends Partial<Pick<ApiKey, 'channels' | 'dispatchConfigIds' | 'allowCidrs'>> {
  name: string;
  permissions: Permission[];
  /** Null: never. */
  expiresAt?: Date | null;
}

/** A key, and its text, which cannot be had again. */
export interface IssuedKey {
  key: ApiKey;
  plaintextKey: string;
}

type LockedKey = Pick<
  ApiKey,
  | 'id'
  | 'name'
  | 'permissions'
  | 'channels'
  | 'dispatchConfigIds'
  | 'allowCidrs'
  | 'parentId'
  | 'expiresAt'
  | 'revokedAt'
>;

/** last_used_at is written once per this long and key, so that a busy key is not a busy row. */
const lastUsedStepMs = 60_000;

/**
 * The API keys of each tenant, and who a key's text belongs to. Where a method takes the id of the key that asks, it is
 * undefined for the platform key, which may do everything.
 */
@Injectable()
export class ApiKeys {
  private readonly recent = new RecentLookups<{ key: ApiKey; tenant: Tenant }>();
  /** By hash, the keys that were valid when they were used last. Nobody gets in here with a key that never was. */
  private readonly good = new RecentlyUsed<true>(10_000);

  constructor(
    @InjectRepository(ApiKey) private readonly repository: Repository<ApiKey>,
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly tenants: Tenants,
    private readonly quotas: Quotas,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly audit: Audit,
  ) {}

  /** From then on a key that another process ends is refused here as soon as it says so. */
  async hearOfEnds(): Promise<void> {
    await this.notifications.listen(API_KEYS_CHANNEL, () => this.recent.clear());
  }

  /**
   * @throws ErrandError FORBIDDEN when the new key would go beyond the asking one, or reach beyond its tenant;
   *   VALIDATION_FAILED when it would outlive that; NOT_FOUND for a dispatch config; LIMIT_REACHED
   */
  async create(tenantId: string, asked: NewApiKey, askingId: string | undefined): Promise<IssuedKey> {
    if (asked.permissions.includes(PLATFORM_PERMISSION)) {
      throw new ErrandError('FORBIDDEN', `${PLATFORM_PERMISSION} is the platform key's alone`);
    }
    return this.issue(tenantId, async (tx) => {
      const { asking } = await this.lock(tx, tenantId, askingId);
      const key = {
        ...{ name: asked.name, permissions: [...new Set(asked.permissions)] },
        channels: asked.channels ?? asking?.channels ?? null,
        dispatchConfigIds: lowerCase(asked.dispatchConfigIds) ?? asking?.dispatchConfigIds ?? null,
        allowCidrs: asked.allowCidrs ?? asking?.allowCidrs ?? null,
        expiresAt: asked.expiresAt === undefined ? (asking?.expiresAt ?? null) : asked.expiresAt,
        ...{ parentId: asking?.id ?? null, rotatedFrom: null },
      };
      if (key.expiresAt && key.expiresAt.getTime() <= Date.now())
        throw invalidField('expiresAt', 'must be in the future');
      if (asking && outlives(key.expiresAt, asking.expiresAt)) {
        throw invalidField(
          'expiresAt',
          `must not be after ${asking.expiresAt?.toISOString()}, when the asking key expires`,
        );
      }
      refuseStronger(key, asking, 'A key cannot make one that goes beyond it');
      await this.expectConfigs(tx, tenantId, asked.dispatchConfigIds ?? []);
      return key;
    });
  }

  /** The key and its tenant, up to a second old; undefined when it is unknown, revoked or expired. */
  async authenticate(text: string): Promise<{ key: ApiKey; tenant: Tenant } | undefined> {
    const read = readKeyText(text);
    if (!read) return undefined;
    const { tenantId, hash } = read;
    const name = hash.toString('base64');
    const found = await this.recent.get(name, () => this.lookUp({ tenantId, hash }));
    const expiresAt = found?.key.expiresAt;
    const isGood = found !== undefined && !(expiresAt && expiresAt.getTime() <= Date.now());
    if (isGood) this.good.set(name, true);
    else this.good.delete(name);
    return isGood ? found : undefined;
  }

  /** The same of a key by its id, for what was opened with it. */
  async findValid(tenantId: string, id: string): Promise<{ key: ApiKey; tenant: Tenant } | undefined> {
    const found = await this.recent.get(`${tenantId} ${id}`, () => this.lookUp({ tenantId, id }));
    return found && !hasEnded(found.key) ? found : undefined;
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

  /** How many are neither revoked nor expired. */
  async countUsable(tenantId: string): Promise<number> {
    const unrevoked = { tenantId, revokedAt: IsNull() };
    const expiries = [IsNull(), MoreThan(new Date())];
    return this.repository.countBy(expiries.map((expiresAt) => ({ ...unrevoked, expiresAt })));
  }

  /**
   * For good, with all keys that were made by it. Revoking a revoked key changes nothing.
   * @throws ErrandError NOT_FOUND, FORBIDDEN when it is stronger than the asking key
   */
  async revoke(tenantId: string, id: string, askingId: string | undefined): Promise<ApiKey> {
    await this.database.transaction(async (tx) => {
      const { key, asking } = await this.lock(tx, tenantId, askingId, id);
      if (!key) throw notFound('API key', id);
      refuseStronger(key, asking, 'A key cannot revoke one that goes beyond it');
      await this.end(tx, tenantId, id);
    });
    await this.announceEnd(tenantId);
    return this.get(tenantId, id);
  }

  /**
   * Replaces a key by one of the same reach, to which those that it made belong from then on. The old one goes on for
   * `graceSeconds`, and never longer than it would have.
   * @throws ErrandError NOT_FOUND, FORBIDDEN when it is stronger than the asking key, CONFLICT when it has ended or was
   *   rotated before, LIMIT_REACHED when both may not be valid for so long
   */
  async rotate(tenantId: string, id: string, graceSeconds: number, askingId: string | undefined): Promise<IssuedKey> {
    const issued = await this.issue(
      tenantId,
      async (tx, newId) => {
        const { key, asking } = await this.lock(tx, tenantId, askingId, id);
        if (!key) throw notFound('API key', id);
        refuseStronger(key, asking, 'A key cannot rotate one that goes beyond it');
        const rotations = await tx.query(findRotation, [tenantId, id]);
        if (rotations.length > 0) throw new ErrandError('CONFLICT', `API key ${id} was rotated before`);
        if (hasEnded(key)) throw new ErrandError('CONFLICT', `API key ${id} is revoked or expired`);
        await tx.query(adoptKeys, [tenantId, id, newId]);
        // Before the new one is counted: who has as many keys as a tenant may have can still replace one.
        if (graceSeconds === 0) await this.end(tx, tenantId, id);
        else await tx.query(shortenKey, [tenantId, id, new Date(Date.now() + graceSeconds * 1000)]);
        return { ...key, rotatedFrom: id };
      },
      async (tx, newId) => this.record(tx, tenantId, 'rotated', id, null, { replacedBy: newId, graceSeconds }),
    );
    await this.announceEnd(tenantId);
    return issued;
  }

  /**
   * Both are in the transaction that makes the key, and are told its id.
   * @param decide what the key will be, before it is counted
   */
  private async issue(
    tenantId: string,
    decide: (tx: Queryable, id: string) => Promise<Omit<LockedKey, 'id' | 'revokedAt'> & Pick<ApiKey, 'rotatedFrom'>>,
    then: (tx: Queryable, id: string) => Promise<void> = async () => undefined,
  ): Promise<IssuedKey> {
    const { text, prefix, hash } = newKeyText(tenantId);
    const id = v7();
    await this.database.transaction(async (tx) => {
      const { name, permissions, channels, dispatchConfigIds, allowCidrs, expiresAt, ...origin } = await decide(tx, id);
      await this.quotas.claim(tx, tenantId, 'API_KEYS');
      await tx.query(insertKey, [
        ...[tenantId, id, name, prefix, hash, permissions, channels, dispatchConfigIds, allowCidrs, expiresAt],
        ...[origin.parentId, origin.rotatedFrom, new Date()],
      ]);
      const { parentId, rotatedFrom } = origin;
      const key = {
        name,
        prefix,
        permissions,
        channels,
        dispatchConfigIds,
        allowCidrs,
        expiresAt,
        parentId,
        rotatedFrom,
      };
      await this.record(tx, tenantId, 'created', id, null, key);
      await then(tx, id);
    });
    return { key: await this.get(tenantId, id), plaintextKey: text };
  }

  /**
   * The key that asks, and the one that it asks about, as they are until the transaction ends.
   * @throws ErrandError UNAUTHENTICATED when the asking key has ended meanwhile
   */
  private async lock(tx: Queryable, tenantId: string, askingId: string | undefined, id?: string) {
    const ids = [askingId, id].filter((one) => one !== undefined);
    const locked = await tx.query<LockedKey>(lockKeys, [tenantId, ids]);
    const asking = locked.find((one) => one.id === askingId);
    if (askingId !== undefined && (!asking || hasEnded(asking))) {
      throw new ErrandError('UNAUTHENTICATED', 'The API key is unknown, revoked or expired');
    }
    return { asking, key: locked.find((one) => one.id === id?.toLowerCase()) };
  }

  private async end(tx: Queryable, tenantId: string, id: string): Promise<void> {
    // Whoever makes a key has its maker locked: one that was made while a maker's lock was waited for is seen next time.
    for (;;) {
      const line = await tx.query<{ id: string }>(findLine, [tenantId, id]);
      if (line.length === 0) return;
      const revokedAt = new Date();
      const values = [tenantId, line.map((key) => key.id), revokedAt];
      for (const revoked of await tx.query<{ id: string }>(revokeKeys, values)) {
        await this.record(tx, tenantId, 'revoked', revoked.id, { revokedAt: null }, { revokedAt });
      }
    }
  }

  private async record(
    tx: Queryable,
    tenantId: string,
    verb: 'created' | 'rotated' | 'revoked',
    subjectId: string,
    before: Record<string, unknown> | null,
    after: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, { tenantId, action: `api_key.${verb}`, subjectId, before, after });
  }

  private async expectConfigs(tx: Queryable, tenantId: string, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const known = (await tx.query<{ id: string }>(findConfigs, [tenantId, ids])).map(({ id }) => id);
    const unknown = ids.find((id) => !known.includes(id.toLowerCase()));
    if (unknown !== undefined) throw notFound('Dispatch config', unknown);
  }

  /** Other processes that miss it notice within a second. */
  private async announceEnd(tenantId: string): Promise<void> {
    this.recent.clear();
    await this.notifications.notify(API_KEYS_CHANNEL, tenantId).catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'could not announce the end of an API key');
    });
  }

  private async lookUp(
    by: { tenantId: string } & ({ hash: Buffer } | { id: string }),
  ): Promise<{ key: ApiKey; tenant: Tenant } | undefined> {
    const [key, tenant] = await Promise.all([
      this.repository.findOneBy({ ...by, revokedAt: IsNull() }),
      this.tenants.findByIdOrCode(by.tenantId),
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

function hasEnded({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>): boolean {
  return revokedAt !== null || (expiresAt !== null && expiresAt.getTime() <= Date.now());
}

/** @param asking undefined: the platform key */
function refuseStronger(
  key: Parameters<typeof excessOf>[0],
  asking: Parameters<typeof excessOf>[1] | undefined,
  refusal: string,
): void {
  const excess = asking && excessOf(key, asking);
  if (excess !== undefined) throw new ErrandError('FORBIDDEN', `${refusal} (${excess})`);
}

function lowerCase(ids: string[] | null | undefined): string[] | undefined {
  return ids ? [...new Set(ids.map((id) => id.toLowerCase()))] : undefined;
}
