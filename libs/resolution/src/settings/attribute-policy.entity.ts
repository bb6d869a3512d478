import type { AttributeResolver, AttributeStrategy } from '@errand/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tenant's endpoint that knows the values; `timeoutMs` is the deadline of one call. */
export interface AttributeHook {
  url: string;
  timeoutMs: number;
}

/** When and by whom the value of one attribute key is found. A hook exists exactly for CLIENT_HOOK. */
@Entity('attribute_policies')
export class AttributePolicy {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  strategy: AttributeStrategy;

  @Column('text')
  resolver: AttributeResolver;

  @Column('jsonb', { nullable: true })
  hook: AttributeHook | null;

  /** What signs the hook's calls, sealed. */
  @Column('text', { name: 'hook_secret', nullable: true })
  hookSecret: string | null;

  /** Any JSON value, used when the resolver has none; null: no fallback. */
  @Column('jsonb', { nullable: true })
  fallback: unknown;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
