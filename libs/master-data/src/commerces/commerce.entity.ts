import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A store. Its people are {@link CommerceUser} rows. */
@Entity('commerces')
export class Commerce {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The tenant's own key, unique per tenant. */
  @Column('text', { name: 'external_id' })
  externalId: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'tax_id', nullable: true })
  taxId: string | null;

  /** ISO 3166-1 alpha-2: a phone number without a country code is one of there. Null: of the tenant's country. */
  @Column('text', { nullable: true })
  country: string | null;

  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  /** Any JSON object of the tenant's. */
  @Column('jsonb')
  metadata: object;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
