import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named attribute that activities may carry, with its label for people. */
@Entity('attribute_keys')
export class AttributeKey {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  label: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
