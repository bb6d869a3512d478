import type { ContactType } from '@errand/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One way to reach a commerce user. A user has at most one primary contact of each type. */
@Entity('commerce_user_contacts')
export class CommerceUserContact {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'commerce_user_id' })
  commerceUserId: string;

  @Column('text')
  type: ContactType;

  @Column('text')
  value: string;

  @Column('boolean', { name: 'is_primary' })
  isPrimary: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
