import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ACTOR_KINDS = ['key', 'platform', 'console', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const AUDIT_OUTCOMES = ['done', 'refused'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** A change, or an attempt that was refused. Never changed itself. */
export abstract class AuditEntry {
  /** UUIDv7: begins with `at`. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  /** `key:erk_a1B2c3`, `platform`, `system` or `command line`; `unknown` for an attempt without a key of ours. */
  @Column('text')
  actor: string;

  @Column('text', { name: 'actor_kind' })
  actorKind: ActorKind;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;

  /** `<subject>.<verb>`. */
  @Column('text')
  action: string;

  @Column('text', { name: 'subject_type' })
  subjectType: string;

  @Column('text', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('json', { nullable: true })
  before: Record<string, unknown> | null;

  @Column('json', { nullable: true })
  after: Record<string, unknown> | null;

  @Column('text')
  outcome: AuditOutcome;
}

/** In the log of one tenant. */
@Entity('audit_log')
export class TenantAuditEntry extends AuditEntry {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;
}

/** In the log of the installation. */
@Entity('platform_audit_log')
export class PlatformAuditEntry extends AuditEntry {}
