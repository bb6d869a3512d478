import { notFound } from '@errand/errors';
import type { Channel, TargetStrategy } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { v7 as newId } from 'uuid';
import { equalTo, type Listing, listing } from '../listing';
import { unlessTaken } from '../refusals';
import { type TargetCriterion, TargetResolution } from './target-resolution.entity';

/** What a caller says of a configuration; what is left out has its default, or stays as it is. */
export interface TargetResolutionFields {
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
export class TargetResolutionsService {
  constructor(@InjectRepository(TargetResolution) private readonly resolutions: Repository<TargetResolution>) {}

  /** @throws ErrandError CONFLICT when another active one has the priority. */
  async create(tenantId: string, fields: TargetResolutionFields): Promise<TargetResolution> {
    const now = new Date();
    const resolution: TargetResolution = {
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
    await unlessTaken('priority', resolution.priority, this.resolutions.insert(resolution));
    return resolution;
  }

  list(tenantId: string): Listing<TargetResolution> {
    const query = this.resolutions.createQueryBuilder('resolution');
    equalTo(query, { tenantId });
    return listing(query);
  }

  async get(tenantId: string, id: string): Promise<TargetResolution> {
    const resolution = await this.resolutions.findOneBy({ tenantId, id });
    if (!resolution) throw notFound('Target resolution', id);
    return resolution;
  }

  /** @throws ErrandError CONFLICT when another active one has the priority. */
  async update(tenantId: string, id: string, changes: Partial<TargetResolutionFields>): Promise<TargetResolution> {
    const before = await this.get(tenantId, id);
    const write = this.resolutions.update({ tenantId, id }, { ...changes, updatedAt: new Date() });
    await unlessTaken('priority', changes.priority ?? before.priority, write);
    return this.get(tenantId, id);
  }

  async remove(tenantId: string, id: string): Promise<void> {
    const { affected } = await this.resolutions.delete({ tenantId, id });
    if (affected === 0) throw notFound('Target resolution', id);
  }
}
