import { Audit, type AuditedTable, pausedOrResumed } from '@errand/audit';
import { equalTo, type Listing, listing, unlessTaken } from '@errand/database';
import { notFound, taken } from '@errand/errors';
import type { Channel, TargetStrategy } from '@errand/vocabulary';
import { Quotas } from '@errand/quotas';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { v7 as newId } from 'uuid';
import { type TargetCriterion, TargetResolutionConfig } from './target-resolution-config.entity';

/** What a caller says of a configuration; what is left out has its default, or stays as it is. */
export interface TargetResolutionConfigFields {
  strategy: TargetStrategy;
  channels?: Channel[] | null;
  criteria?: TargetCriterion[];
  fallbackToCommerceRep?: boolean;
  fallbackToOwner?: boolean;
  priority?: number;
  isActive?: boolean;
}

/** How a tenant's activities find their target users. No two active configurations have the same priority. */
@Injectable()
export class TargetResolutionConfigsService {
  private readonly audited: AuditedTable<TargetResolutionConfig>;

  constructor(
    @InjectRepository(TargetResolutionConfig) private readonly configs: Repository<TargetResolutionConfig>,
    private readonly quotas: Quotas,
    audit: Audit,
  ) {
    this.audited = audit.table(configs, { type: 'target_resolution_config', verbOf: pausedOrResumed });
  }

  /** @throws ErrandError CONFLICT when another active one has the priority. */
  async create(tenantId: string, fields: TargetResolutionConfigFields): Promise<TargetResolutionConfig> {
    const now = new Date();
    const config: TargetResolutionConfig = {
      tenantId,
      id: newId(),
      strategy: fields.strategy,
      channels: fields.channels ?? null,
      criteria: fields.criteria ?? [],
      fallbackToCommerceRep: fields.fallbackToCommerceRep ?? true,
      fallbackToOwner: fields.fallbackToOwner ?? true,
      priority: fields.priority ?? 0,
      isActive: fields.isActive ?? true,
      createdAt: now,
      updatedAt: now,
    };
    const adding = this.audited.insert(config, async (tx) =>
      this.quotas.claim(tx, tenantId, 'TARGET_RESOLUTION_CONFIGS'),
    );
    await unlessTaken(adding, () => taken('priority', config.priority));
    return config;
  }

  list(tenantId: string): Listing<TargetResolutionConfig> {
    const query = this.configs.createQueryBuilder('config');
    equalTo(query, { tenantId });
    return listing(query);
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<TargetResolutionConfig> {
    const config = await this.configs.findOneBy({ tenantId, id });
    if (!config) throw notFound('Target resolution config', id);
    return config;
  }

  /** @throws NOT_FOUND, CONFLICT when another active one has the priority */
  async update(
    tenantId: string,
    id: string,
    changes: Partial<TargetResolutionConfigFields>,
  ): Promise<TargetResolutionConfig> {
    const before = await this.get(tenantId, id);
    const write = this.audited.update({ tenantId, id }, { ...changes, updatedAt: new Date() });
    await unlessTaken(write, () => taken('priority', changes.priority ?? before.priority));
    return this.get(tenantId, id);
  }

  /** @throws NOT_FOUND */
  async remove(tenantId: string, id: string): Promise<void> {
    if (!(await this.audited.delete({ tenantId, id }))) throw notFound('Target resolution config', id);
  }
}
