import type { Channel, CommerceUserRole, TargetCriterionType, TargetStrategy } from '@errand/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One way to pick commerce users, tried in order of `priority`, lower first. `role` is ROLE_MATCH's, `withinDays` the others'. */
export interface TargetCriterion {
  type: TargetCriterionType;
  config: { role?: CommerceUserRole; withinDays?: number };
  priority: number;
}

/** How activities of the named channels (null: of all) find their target users. */
@Entity('target_resolution_configs')
export class TargetResolutionConfig {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  strategy: TargetStrategy;

  @Column('text', { array: true, nullable: true })
  channels: Channel[] | null;

  @Column('jsonb')
  criteria: TargetCriterion[];

  @Column('boolean', { name: 'fallback_to_commerce_rep' })
  fallbackToCommerceRep: boolean;

  @Column('boolean', { name: 'fallback_to_owner' })
  fallbackToOwner: boolean;

  /** Lower first; unique among the tenant's active ones. */
  @Column('integer')
  priority: number;

  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
