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
