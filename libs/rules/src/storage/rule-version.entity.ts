import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleDefinition } from '../rule';

/** A rule as it was saved at some time; the last one of a deleted rule tells who deleted it. */
@Entity('rule_versions')
export class RuleVersion {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'rule_id' })
  ruleId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text')
  change: 'CREATED' | 'CHANGED' | 'DELETED';

  /** Who made the change, `key:erk_a1B2c3` or `platform`. */
  @Column('text')
  actor: string;

  @Column('json')
  definition: RuleDefinition;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
