import { Column, Entity, PrimaryColumn } from 'typeorm';

export const TENANT_STATUSES = ['ACTIVE', 'PAUSED'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

export interface TenantSettings {
  /** IANA name. */
  timezone: string;
  /** 1 to 100; a tenant of weight 2 gets twice the share of one of weight 1 while both have work. */
  weight: number;
  /** After how many days finished activities are removed; null = as the installation says. */
  retentionDays: number | null;
  /** ISO 3166-1 alpha-2: of phone numbers without a country code, where their store has no country. */
  country: string | null;
}

const defaultSettings: TenantSettings = { timezone: 'UTC', weight: 1, retentionDays: null, country: null };

/** A team and everything it owns. While PAUSED its activities wait. */
@Entity('tenants')
export class Tenant {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  status: TenantStatus;

  @Column('jsonb', {
    transformer: {
      from: (stored: Partial<TenantSettings>): TenantSettings => ({ ...defaultSettings, ...stored }),
      to: (settings: TenantSettings) => settings,
    },
  })
  settings: TenantSettings;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
