import { Audit, type AuditedTable } from '@errand/audit';
import { equalTo, type Listing, listing } from '@errand/database';
import { notFound } from '@errand/errors';
import type { AttributeResolver, AttributeStrategy } from '@errand/vocabulary';
import { Quotas } from '@errand/quotas';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { HookSecrets } from '../hooks/hook-secrets.service';
import { type AttributeHook, AttributePolicy } from './attribute-policy.entity';

export interface AttributePolicyFields {
  key: string;
  strategy: AttributeStrategy;
  resolver: AttributeResolver;
  /** Exactly with the resolver CLIENT_HOOK. Whether its URL may be called is for the caller to check first. */
  hook: (Pick<AttributeHook, 'url'> & { timeoutMs?: number; renewSecret?: boolean }) | null;
  fallback: unknown;
}

/** A policy as it was saved, with its hook's secret where that is new: nobody can be shown it again. */
export interface SavedAttributePolicy {
  policy: AttributePolicy;
  newSecret: string | null;
}

const defaultHookTimeoutMs = 5_000;

/** A hook with another secret at the same URL. */
function rotatedIfSo(before: AttributePolicy, after: AttributePolicy): string | undefined {
  const isSameHook = before.hook?.url === after.hook?.url;
  return isSameHook && before.hookSecret !== after.hookSecret ? 'rotated' : undefined;
}

/** How a tenant's attributes get their values: at most one policy per key. */
@Injectable()
export class AttributePoliciesService {
  private readonly audited: AuditedTable<AttributePolicy>;

  constructor(
    @InjectRepository(AttributePolicy) private readonly policies: Repository<AttributePolicy>,
    private readonly secrets: HookSecrets,
    private readonly quotas: Quotas,
    audit: Audit,
  ) {
    this.audited = audit.table(policies, { type: 'attribute_policy', verbOf: rotatedIfSo });
  }

  /**
   * Makes the policy of the key, or puts this one in its place. A hook has a secret from the start and keeps it while
   * its URL stays, unless `renewSecret` asks for a new one. When several make it at once, the first one's stays.
   */
  async save(tenantId: string, { hook: asked, ...fields }: AttributePolicyFields): Promise<SavedAttributePolicy> {
    const { key } = fields;
    const hook = asked && { url: asked.url, timeoutMs: asked.timeoutMs ?? defaultHookTimeoutMs };
    const issued = hook && this.secrets.issue(tenantId, key);
    const row = { ...fields, tenantId, hook, hookSecret: issued?.sealed ?? null, updatedAt: new Date() };
    const policy = await this.policies.manager.transaction(async (tx) => {
      const policies = tx.getRepository(AttributePolicy);
      if (!(await policies.existsBy({ tenantId, key }))) await this.quotas.claim(tx, tenantId, 'ATTRIBUTE_POLICIES');
      // So that there is a row to lock: of many that come first together, all but one wait here.
      const first = policies
        .createQueryBuilder()
        .insert()
        .values(row as object);
      const made = await first.orIgnore().updateEntity(false).returning('key').execute();
      const before = await policies.findOne({ where: { tenantId, key }, lock: { mode: 'pessimistic_write' } });
      const keepsSecret = !asked?.renewSecret && hook !== null && before?.hook?.url === hook.url;
      const hookSecret = (keepsSecret ? before?.hookSecret : null) ?? row.hookSecret;
      await policies.upsert({ ...row, hookSecret } as object, ['tenantId', 'key']);
      const after = await policies.findOneByOrFail({ tenantId, key });
      await this.audited.record(tx, (made.raw as unknown[]).length > 0 ? null : before, after);
      return after;
    });
    return { policy, newSecret: issued && policy.hookSecret === issued.sealed ? issued.secret : null };
  }

  list(tenantId: string): Listing<AttributePolicy> {
    const query = this.policies.createQueryBuilder('policy');
    equalTo(query, { tenantId });
    return listing(query, 'key');
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, key: string): Promise<AttributePolicy> {
    const policy = await this.policies.findOneBy({ tenantId, key });
    if (!policy) throw notFound('Attribute policy', key);
    return policy;
  }

  /** @throws NOT_FOUND */
  async remove(tenantId: string, key: string): Promise<void> {
    if (!(await this.audited.delete({ tenantId, key }))) throw notFound('Attribute policy', key);
  }
}
