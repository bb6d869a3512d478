import { AuditRetention } from '@errand/audit';
import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger } from '@errand/telemetry';
import { ConsoleSessions, Tenants } from '@errand/tenants';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { OneAtATime } from './one-at-a-time';
import { TenantPurge } from './tenant-purge';
import { WakeUps } from './wake-ups';

const periodMs = 3_600_000;
const pageSize = 100;

/** Every hour, and at the start, removes what tenants no longer keep, one tenant after the other. */
@Injectable()
export class RetentionLoop implements OnModuleDestroy {
  private readonly looks: OneAtATime;

  constructor(
    private readonly tenants: Tenants,
    private readonly purge: TenantPurge,
    private readonly audit: AuditRetention,
    private readonly sessions: ConsoleSessions,
    private readonly wakeUps: WakeUps,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.looks = wakeUps.looks('retention');
  }

  start(): void {
    const purge = () => this.looks.run('everywhere', () => this.purgeAll());
    this.wakeUps.every('retention', periodMs, purge);
    purge();
  }

  async onModuleDestroy(): Promise<void> {
    await this.looks.stop();
  }

  private async purgeAll(): Promise<void> {
    const { signal } = this.looks;
    await this.audit.purgeIfAllowed(null, signal).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'audit log of the installation not purged; it is tried again in an hour');
    });
    await this.sessions.purge(null, signal).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'sessions of the platform key not purged; it is tried again in an hour');
    });
    for (let before: string | undefined; !signal.aborted;) {
      const tenants = await this.tenants.list({ before, offset: 0, limit: pageSize });
      for (const { id, settings } of tenants) {
        await this.purge.of(id, settings.retentionDays ?? this.settings.retentionDays ?? null, signal);
      }
      before = tenants.at(-1)?.id;
      if (tenants.length < pageSize) return;
    }
  }
}
