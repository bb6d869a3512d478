import type { Channel } from '@errand/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Permission } from '../permissions';

/** What lets a system act in one tenant. Its text is not kept, only the SHA-256 of it. */
@Entity('api_keys')
export class ApiKey {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** `erk_` and the first 6 characters of the random part: enough to recognise a key by. */
  @Column('text')
  prefix: string;

  @Column('bytea', { select: false })
  hash: Buffer;

  @Column('text', { array: true })
  permissions: Permission[];

  /** The key that made it, with which it ends; null when the platform key did, or version 0.1. */
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** The key that it replaces. */
  @Column('uuid', { name: 'rotated_from', nullable: true })
  rotatedFrom: string | null;

  /** It reaches no other channels; null: any. */
  @Column('text', { array: true, nullable: true })
  channels: Channel[] | null;

  /** It reaches no other dispatch configs; null: any. */
  @Column('uuid', { name: 'dispatch_config_ids', array: true, nullable: true })
  dispatchConfigIds: string[] | null;

  /** It is taken from these networks only; null: from anywhere. */
  @Column('text', { name: 'allow_cidrs', array: true, nullable: true })
  allowCidrs: string[] | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** To the minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
