import type { CommerceUserRole } from '@errand/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person in a store. */
@Entity('commerce_users')
export class CommerceUser {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'commerce_id' })
  commerceId: string;

  /** The tenant's own key, unique within the commerce where there is one. */
  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text', { name: 'first_name' })
  firstName: string;

  @Column('text', { name: 'last_name', nullable: true })
  lastName: string | null;

  @Column('text', { array: true })
  roles: CommerceUserRole[];

  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
