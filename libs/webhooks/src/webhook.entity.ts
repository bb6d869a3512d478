import type { WebhookEvent } from '@errand/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An endpoint of a tenant's own that is told of status events. */
@Entity('webhooks')
export class Webhook {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  url: string;

  @Column('text', { array: true })
  events: WebhookEvent[];

  /** Sealed; `WebhookSecrets` opens it. */
  @Column('text', { name: 'secrets' })
  sealedSecrets: string;

  /** False: nothing new is kept for it, and what is kept waits. */
  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  /** When the endpoint itself ended it by answering 410; null otherwise. */
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
