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

  /** As it was given. */
  @Column('text')
  value: string;

  /**
   * Its normal form, as far as it follows from the value and the store. Null: it has none, or it takes the tenant's country,
   * or version 0.1 wrote it; then it is worked out when it is read.
   */
  @Column('text', { name: 'normal_value', nullable: true })
  normalValue: string | null;

  @Column('boolean', { name: 'is_primary' })
  isPrimary: boolean;

  /** Since when it must not be written to. */
  @Column('timestamptz', { name: 'blocked_at', nullable: true })
  blockedAt: Date | null;

  /** Why, in the provider's words. */
  @Column('text', { name: 'blocked_reason', nullable: true })
  blockedReason: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
