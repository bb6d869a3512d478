import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database, idsFrom, purgeInBatches } from '@errand/database';
import { Inject, Injectable } from '@nestjs/common';
import { mayPurge, purgePlatformEntries, purgeTenantEntries } from './sql/audit.sql';

/** Removes entries that are older than AUDIT_RETENTION_DAYS. The role of a running process need not be allowed to. */
@Injectable()
export class AuditRetention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Whether this role has DELETE on both logs. */
  async isAllowed(): Promise<boolean> {
    const [row] = await this.database.query<{ may: boolean }>(mayPurge);
    return row?.may ?? false;
  }

  /** {@link purge} where this role may, nothing elsewhere: then the database's owner does it. */
  async purgeIfAllowed(tenantId: string | null, signal: AbortSignal): Promise<number> {
    return (await this.isAllowed()) ? this.purge(tenantId, signal) : 0;
  }

  /** The entries of a tenant, or with null those of the installation, batch by batch. @returns how many */
  async purge(tenantId: string | null, signal: AbortSignal): Promise<number> {
    const { auditRetentionDays } = this.settings;
    if (auditRetentionDays === 0) return 0;
    const before = idsFrom(this.clock.daysAgo(auditRetentionDays));
    if (tenantId === null) return purgeInBatches(this.database, purgePlatformEntries, [before], signal);
    return purgeInBatches(this.database, purgeTenantEntries, [tenantId, before], signal);
  }
}
