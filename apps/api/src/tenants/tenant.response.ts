import { type Tenant, TENANT_STATUSES, type TenantStatus } from '@errand/tenants';
import { ApiProperty } from '@nestjs/swagger';

export class TenantSettingsResponse {
  /** @example UTC */
  timezone: string;
  /** @example 1 */
  weight: number;
  /** Null: as the installation says. */
  @ApiProperty({ type: 'number', nullable: true })
  retentionDays: number | null;
  /** Of phone numbers without a country code, where their store has none. */
  @ApiProperty({ type: 'string', nullable: true })
  country: string | null;
}

export class TenantResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** @example acme */
  code: string;

  /** @example "Acme Foods" */
  name: string;

  @ApiProperty({ enum: TENANT_STATUSES })
  status: TenantStatus;

  settings: TenantSettingsResponse;
  createdAt: Date;
  updatedAt: Date;

  static of({ id, code, name, status, settings, createdAt, updatedAt }: Tenant): TenantResponse {
    const { timezone, weight, retentionDays, country } = settings;
    return { id, code, name, status, settings: { timezone, weight, retentionDays, country }, createdAt, updatedAt };
  }
}
