import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of outcome that results may name, and what follows from it. */
@Entity('result_types')
export class ResultType {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('text')
  code: string;

  @Column('text')
  label: string;

  /** A result of this type must say when to go on. */
  @Column('boolean', { name: 'requires_future_scheduled_at' })
  requiresFutureScheduledAt: boolean;

  /** A result of this type that says when to go on makes an activity for then. */
  @Column('boolean', { name: 'creates_follow_up' })
  createsFollowUp: boolean;

  /** An inactive type is as good as none. */
  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
