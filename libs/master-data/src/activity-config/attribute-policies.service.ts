import { notFound } from '@errand/errors';
import type { AttributeResolver, AttributeStrategy } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { equalTo, type Listing, listing } from '../listing';
import { type AttributeHook, AttributePolicy } from './attribute-policy.entity';

export interface AttributePolicyFields {
  key: string;
  strategy: AttributeStrategy;
  resolver: AttributeResolver;
  /** Exactly with the resolver CLIENT_HOOK. */
  hook: AttributeHook | null;
  /** A new sealed secret for the hook: taken unless the hook keeps the one it has. */
  hookSecret: string | null;
  /** Whether the hook gets the new secret although its URL is the same. */
  renewsSecret: boolean;
  fallback: unknown;
}

/** How a tenant's attributes get their values: at most one policy per key. */
@Injectable()
export class AttributePoliciesService {
  constructor(@InjectRepository(AttributePolicy) private readonly policies: Repository<AttributePolicy>) {}

  /**
   * Makes the policy of the key, or puts this one in its place. A hook keeps its secret while its URL stays, also when
   * several make it at once: the first one's.
   */
  async save(tenantId: string, { renewsSecret, ...fields }: AttributePolicyFields): Promise<AttributePolicy> {
    const { key, hook } = fields;
    return this.policies.manager.transaction(async (tx) => {
      const policies = tx.getRepository(AttributePolicy);
      const row = { ...fields, tenantId, updatedAt: new Date() };
      // So that there is a row to lock: of many that come first together, all but one wait here.
      const first = policies
        .createQueryBuilder()
        .insert()
        .values(row as object);
      await first.orIgnore().updateEntity(false).execute();
      const before = await policies.findOne({ where: { tenantId, key }, lock: { mode: 'pessimistic_write' } });
      const keepsSecret = !renewsSecret && hook !== null && before?.hook?.url === hook.url;
      const hookSecret = (keepsSecret ? before?.hookSecret : null) ?? fields.hookSecret;
      await policies.upsert({ ...row, hookSecret } as object, ['tenantId', 'key']);
      return policies.findOneByOrFail({ tenantId, key });
    });
  }

  list(tenantId: string): Listing<AttributePolicy> {
    const query = this.policies.createQueryBuilder('policy');
    equalTo(query, { tenantId });
    return listing(query, 'key');
  }

  async get(tenantId: string, key: string): Promise<AttributePolicy> {
    const policy = await this.policies.findOneBy({ tenantId, key });
    if (!policy) throw notFound('Attribute policy', key);
    return policy;
  }

  async remove(tenantId: string, key: string): Promise<void> {
    const { affected } = await this.policies.delete({ tenantId, key });
    if (affected === 0) throw notFound('Attribute policy', key);
  }
}
