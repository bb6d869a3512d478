import type { Channel, OnUncertain } from '@errand/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One tenant's account at a provider for a channel. Where a limit is null the installation's default holds. */
@Entity('dispatch_configs')
export class DispatchConfig {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** Unique in the tenant. */
  @Column('text')
  name: string;

  @Column('text', { name: 'provider_code' })
  providerCode: string;

  @Column('text')
  channel: Channel;

  @Column('text', { name: 'base_url', nullable: true })
  baseUrl: string | null;

  /** The sealed JSON object; `DispatchConfigs.openCredentials` opens it. */
  @Column('text', { name: 'credentials' })
  sealedCredentials: string;

  /** The secret part of its callback URL; null until it is needed: `CallbackTokens`. */
  @Column('text', { name: 'callback_secret', nullable: true })
  sealedCallbackSecret: string | null;

  @Column('jsonb')
  settings: Record<string, unknown>;

  /** Of the active configs of a channel the one with the lowest number is used first. */
  @Column('integer')
  priority: number;

  /** False pauses: its activities wait. */
  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  @Column('integer', { name: 'max_per_second', nullable: true })
  maxPerSecond: number | null;

  @Column('integer', { name: 'max_concurrent', nullable: true })
  maxConcurrent: number | null;

  @Column('integer', { name: 'max_attempts', nullable: true })
  maxAttempts: number | null;

  @Column('integer', { name: 'base_delay_ms', nullable: true })
  baseDelayMs: number | null;

  @Column('integer', { name: 'max_delay_ms', nullable: true })
  maxDelayMs: number | null;

  @Column('integer', { name: 'timeout_ms', nullable: true })
  timeoutMs: number | null;

  /** What becomes of an activity that the provider may or may not have taken. */
  @Column('text', { name: 'on_uncertain' })
  onUncertain: OnUncertain;

  /** Raised by every change. */
  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
