import { TENANT_STATUSES, type TenantStatus } from '@errand/tenants';
import { ApiProperty } from '@nestjs/swagger';

export class TenantStatResponse {
  @ApiProperty({ format: 'uuid' })
  tenantId: string;

  /** @example acme */
  code: string;

  @ApiProperty({ enum: TENANT_STATUSES })
  status: TenantStatus;

  /** READY and UNRESOLVED activities; queued, waiting, in flight and unresolved ones are counted up to 10,001 each. */
  @ApiProperty({ type: 'integer', example: 1204 })
  open: number;

  /** Since when the longest queued activity has been due, as the overview of statistics tells it. */
  oldestDueSince: Date | null;

  /** Activities that became FAILED in the last 24 hours. */
  @ApiProperty({ type: 'integer', example: 96 })
  failed24h: number;

  /** API keys that are neither revoked nor expired. */
  @ApiProperty({ type: 'integer', example: 3 })
  keys: number;
}
