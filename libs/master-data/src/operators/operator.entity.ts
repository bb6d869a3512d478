import type { OperatorType } from '@errand/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field or call-center worker who carries out tasks. */
@Entity('operators')
export class Operator {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The tenant's own key, unique per tenant. */
  @Column('text', { name: 'external_id' })
  externalId: string;

  @Column('text')
  type: OperatorType;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
