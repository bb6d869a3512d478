import { Audit, type AuditedTable } from '@errand/audit';
import { equalTo, type Listing, listing, unlessTaken } from '@errand/database';
import { notFound, taken } from '@errand/errors';
import { Quotas } from '@errand/quotas';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { AttributeKey } from './attribute-key.entity';

export interface AttributeKeyFields {
  key: string;
  label: string;
  description?: string | null;
}

/** The attribute keys a tenant has named. */
@Injectable()
export class AttributeKeysService {
  private readonly audited: AuditedTable<AttributeKey>;

  constructor(
    @InjectRepository(AttributeKey) private readonly keys: Repository<AttributeKey>,
    private readonly quotas: Quotas,
    audit: Audit,
  ) {
    this.audited = audit.table(keys, { type: 'attribute_key' });
  }

  /** @throws ErrandError CONFLICT when the key exists. */
  async create(tenantId: string, { key, label, description = null }: AttributeKeyFields): Promise<AttributeKey> {
    const now = new Date();
    const attributeKey: AttributeKey = { tenantId, key, label, description, createdAt: now, updatedAt: now };
    const adding = this.audited.insert(attributeKey, async (tx) => this.quotas.claim(tx, tenantId, 'ATTRIBUTE_KEYS'));
    await unlessTaken(adding, () => taken('key', key));
    return attributeKey;
  }

  list(tenantId: string): Listing<AttributeKey> {
    const query = this.keys.createQueryBuilder('attribute');
    equalTo(query, { tenantId });
    return listing(query, 'key');
  }

  /** The keys themselves, in alphabetical order. */
  async names(tenantId: string): Promise<string[]> {
    const named = await this.keys.find({ select: { key: true }, where: { tenantId }, order: { key: 'ASC' } });
    return named.map(({ key }) => key);
  }

  async update(
    tenantId: string,
    key: string,
    changes: Partial<Omit<AttributeKeyFields, 'key'>>,
  ): Promise<AttributeKey> {
    const attributeKey = await this.audited.update({ tenantId, key }, { ...changes, updatedAt: new Date() });
    if (!attributeKey) throw notFound('Attribute key', key);
    return attributeKey;
  }

  async remove(tenantId: string, key: string): Promise<void> {
    if (!(await this.audited.delete({ tenantId, key }))) throw notFound('Attribute key', key);
  }
}
