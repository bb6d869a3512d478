import { RuleWindows } from '@errand/actions';
import { Retention } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Occurrences } from '@errand/recurring';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Tenants } from '@errand/tenants';
import { Deliveries } from '@errand/webhooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';

const periodMs = 3_600_000;
const tenantsAtOnce = 100;

/**
 * Every hour, removes the finished activities and the occurrences of recurring actions that are older than their tenant
 * keeps them, what webhooks were told that long ago, what removed webhooks have left behind, and what rules counted.
 */
@Injectable()
export class RetentionLoop implements OnModuleDestroy {
  private readonly stop = new AbortController();
  private run: Promise<void> | undefined;

  constructor(
    private readonly retention: Retention,
    private readonly windows: RuleWindows,
    private readonly deliveries: Deliveries,
    private readonly occurrences: Occurrences,
    private readonly tenants: Tenants,
    private readonly scheduler: SchedulerRegistry,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    const purge = () => (this.run ??= this.purgeAll().finally(() => (this.run = undefined)));
    this.scheduler.addInterval(
      'retention',
      setInterval(() => void purge(), periodMs),
    );
    void purge();
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.run;
  }

  private async purgeAll(): Promise<void> {
    for (let before: string | undefined; !this.stop.signal.aborted;) {
      const tenants = await this.tenants.list({ before, offset: 0, limit: tenantsAtOnce }).catch((error: unknown) => {
        this.logger.warn({ err: error }, 'retention could not read the tenants');
        return [];
      });
      for (const { id, settings } of tenants) await this.purge(id, settings.retentionDays);
      before = tenants.at(-1)?.id;
      if (tenants.length < tenantsAtOnce) return;
    }
  }

  /** What fails keeps neither the other steps nor the other tenants from their turn. */
  private async purge(tenantId: string, ownDays: number | null): Promise<void> {
    const days = ownDays ?? this.settings.retentionDays ?? null;
    const { signal } = this.stop;
    const steps: Record<string, () => Promise<unknown>> = {
      'what rules counted': () => this.windows.purge(tenantId, signal),
      'what removed webhooks left behind': () => this.deliveries.purgeOrphans(tenantId, signal),
      'occurrences of recurring actions': () => this.occurrences.purge(tenantId, days, signal),
    };
    if (days !== null) {
      steps['what webhooks were told'] = () => this.deliveries.purge(tenantId, days, signal);
      steps['finished activities'] = async () => {
        const removed = await this.retention.purge(tenantId, days, signal);
        if (removed > 0) this.logger.info({ tenantId, removed, days }, 'finished activities removed');
      };
    }
    for (const [what, step] of Object.entries(steps)) {
      if (signal.aborted) return;
      await step().catch((error: unknown) => {
        this.logger.warn({ err: error, tenantId, what }, 'retention failed; it is tried again in an hour');
      });
    }
  }
}
