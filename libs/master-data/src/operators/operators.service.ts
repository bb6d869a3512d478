import { searching, Database, equalTo, listing, type Listing, unlessTaken } from '@errand/database';
import { notFound, taken } from '@errand/errors';
import type { OperatorType } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { v7 as newId } from 'uuid';
import { unlessReferred } from '../refusals';
import { countUpserts, type SyncCounts } from '../sync-counts';
import type { OperatorFields } from './operator-fields';
import { Operator } from './operator.entity';
import { upsertOperators } from './upsert-operators';

export interface OperatorFilter {
  type?: OperatorType | undefined;
  isActive?: boolean | undefined;
  externalId?: string | undefined;
  /** Part of the name or the externalId. */
  search?: string | undefined;
}

/** The operators of a tenant. Every method but `create` and `sync` answers NOT_FOUND for another tenant's id. */
@Injectable()
export class OperatorsService {
  constructor(
    @InjectRepository(Operator) private readonly operators: Repository<Operator>,
    private readonly database: Database,
  ) {}

  /** @throws ErrandError CONFLICT when the externalId is taken. */
  async create(tenantId: string, fields: OperatorFields): Promise<Operator> {
    const now = new Date();
    const operator: Operator = {
      tenantId,
      id: newId(),
      externalId: fields.externalId,
      type: fields.type,
      name: fields.name,
      email: fields.email ?? null,
      phone: fields.phone ?? null,
      isActive: fields.isActive ?? true,
      createdAt: now,
      updatedAt: now,
    };
    await unlessTaken(this.operators.insert(operator), () => taken('externalId', operator.externalId));
    return operator;
  }

  list(tenantId: string, { search, ...exact }: OperatorFilter): Listing<Operator> {
    const query = this.operators.createQueryBuilder('operator');
    equalTo(query, { tenantId, ...exact });
    searching(query, ['name', 'externalId'], search);
    return listing(query);
  }

  async get(tenantId: string, id: string): Promise<Operator> {
    const operator = await this.operators.findOneBy({ tenantId, id });
    if (!operator) throw notFound('Operator', id);
    return operator;
  }

  /** @throws ErrandError CONFLICT when the externalId is taken. */
  async update(tenantId: string, id: string, changes: Partial<OperatorFields>): Promise<Operator> {
    const write = this.operators.update({ tenantId, id }, { ...changes, updatedAt: new Date() });
    await unlessTaken(write, () => taken('externalId', changes.externalId ?? ''));
    return this.get(tenantId, id);
  }

  /** @throws ErrandError CONFLICT while activities refer to it. */
  async remove(tenantId: string, id: string): Promise<void> {
    const { affected } = await unlessReferred('Operator', id, this.operators.delete({ tenantId, id }));
    if (affected === 0) throw notFound('Operator', id);
  }

  /** Makes or updates each by externalId; what an item leaves out stays as it is. The externalIds must differ. */
  async sync(tenantId: string, items: OperatorFields[]): Promise<SyncCounts> {
    return countUpserts(await upsertOperators(this.database, tenantId, items, new Date()));
  }
}
