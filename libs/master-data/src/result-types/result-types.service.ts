import { Audit, type AuditedTable, pausedOrResumed } from '@errand/audit';
import { equalTo, listing, type Listing, unlessTaken } from '@errand/database';
import { notFound, taken } from '@errand/errors';
import { Quotas } from '@errand/quotas';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { ResultType } from './result-type.entity';

export interface ResultTypeFields {
  code: string;
  label: string;
  requiresFutureScheduledAt?: boolean;
  createsFollowUp?: boolean;
  isActive?: boolean;
}

/** The result types of a tenant. Codes that it has not named are free text. */
@Injectable()
export class ResultTypesService {
  private readonly audited: AuditedTable<ResultType>;

  constructor(
    @InjectRepository(ResultType) private readonly types: Repository<ResultType>,
    private readonly quotas: Quotas,
    audit: Audit,
  ) {
    this.audited = audit.table(types, { type: 'result_type', verbOf: pausedOrResumed });
  }

  /** @throws ErrandError CONFLICT when the code exists. */
  async create(tenantId: string, fields: ResultTypeFields): Promise<ResultType> {
    const now = new Date();
    const type: ResultType = {
      tenantId,
      code: fields.code,
      label: fields.label,
      requiresFutureScheduledAt: fields.requiresFutureScheduledAt ?? false,
      createsFollowUp: fields.createsFollowUp ?? false,
      isActive: fields.isActive ?? true,
      createdAt: now,
      updatedAt: now,
    };
    const adding = this.audited.insert(type, async (tx) => this.quotas.claim(tx, tenantId, 'RESULT_TYPES'));
    await unlessTaken(adding, () => taken('code', type.code));
    return type;
  }

  list(tenantId: string): Listing<ResultType> {
    const query = this.types.createQueryBuilder('type');
    equalTo(query, { tenantId });
    return listing(query, 'code');
  }

  async active(tenantId: string): Promise<ResultType[]> {
    return this.types.find({ where: { tenantId, isActive: true }, order: { code: 'ASC' } });
  }

  /** Which of these codes are active types that ask for a future time. */
  async requiringFuture(tenantId: string, codes: string[]): Promise<Set<string>> {
    if (codes.length === 0) return new Set();
    const where = { tenantId, code: In(codes), isActive: true, requiresFutureScheduledAt: true };
    return new Set((await this.types.find({ where, select: { code: true } })).map(({ code }) => code));
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, code: string): Promise<ResultType> {
    const type = await this.types.findOneBy({ tenantId, code });
    if (!type) throw notFound('Result type', code);
    return type;
  }

  /** @throws NOT_FOUND */
  async update(tenantId: string, code: string, changes: Partial<Omit<ResultTypeFields, 'code'>>): Promise<ResultType> {
    await this.audited.update({ tenantId, code }, { ...changes, updatedAt: new Date() });
    return this.get(tenantId, code);
  }

  /** @throws NOT_FOUND */
  async remove(tenantId: string, code: string): Promise<void> {
    if (!(await this.audited.delete({ tenantId, code }))) throw notFound('Result type', code);
  }
}
