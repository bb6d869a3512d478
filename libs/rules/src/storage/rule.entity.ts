import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleDefinition } from '../rule';
import type { Verdict } from '../verdict';

/** A rule of a tenant. */
@Entity('rules')
export class Rule implements RuleDefinition {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('integer')
  priority: number;

  @Column('boolean')
  enabled: boolean;

  @Column('text', { nullable: true })
  timezone: string | null;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('json')
  condition: string | Record<string, unknown>;

  @Column('json', { nullable: true })
  action: Verdict | null;

  /** Goes up by one with every change. */
  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** What a person wrote of it. */
export function definitionOf(rule: RuleDefinition): RuleDefinition {
  const { name, priority, enabled, timezone, description, condition, action } = rule;
  return { name, priority, enabled, timezone, description, condition, action };
}
