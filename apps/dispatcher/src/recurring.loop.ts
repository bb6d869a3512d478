import { SETTINGS, type Settings } from '@errand/config';
import { CallSlots } from '@errand/outbound';
import { DueOccurrences, RECURRING_CHANNEL } from '@errand/recurring';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { DueWork } from './due-work';
import type { OneAtATime } from './one-at-a-time';
import { TenantRounds } from './tenant-rounds';
import { WakeUps } from './wake-ups';

/** Recurring actions of one tenant fired at once; then it is the next tenant's turn. */
const batchSize = 100;
/** Each uses one database connection, and a second one while it looks up what the activities need. */
const tenantsAtOnce = 2;

/**
 * Sees to it that recurring actions are fired at their time: by a precise timer for each tenant's next one, which a
 * notification of every change keeps right, and, should that be missed, at intervals.
 */
@Injectable()
export class RecurringLoop implements OnModuleDestroy {
  private readonly slots = new CallSlots(tenantsAtOnce, 1);
  /** At all tenants. */
  private readonly looks: OneAtATime;
  /** Of a tenant's. */
  private readonly firings: DueWork;

  constructor(
    private readonly due: DueOccurrences,
    private readonly rounds: TenantRounds,
    private readonly wakeUps: WakeUps,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.looks = wakeUps.looks('recurring actions');
    this.firings = wakeUps.whenDue('recurring actions', (tenantId) => this.fire(tenantId));
  }

  async start(): Promise<void> {
    const periodMs = this.settings.scheduledCheckIntervalSeconds * 1000;
    const look = () => this.look(periodMs * 2);
    const hear = (hints: string[]) => {
      for (const tenantId of hints) if (isUuid(tenantId)) this.firings.now(tenantId);
    };
    await this.wakeUps.hear(RECURRING_CHANNEL, hear, look);
    this.wakeUps.every('recurring actions', periodMs, look);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.looks.stop(), this.firings.stop()]);
  }

  private look(horizonMs: number): void {
    const times = {
      together: () => this.due.upcoming(horizonMs),
      apart: (tenantId: string) => this.due.nextAt(tenantId),
    };
    const expect = (tenantId: string, nextAt: Date) => this.firings.noLaterThan(tenantId, nextAt);
    this.looks.run('everywhere', () =>
      this.rounds.ofDue('recurring actions', times, horizonMs, expect, this.looks.signal),
    );
  }

  /** @returns when the tenant's next one is due */
  private async fire(tenantId: string): Promise<Date | null> {
    while (await this.fireBatch(tenantId));
    return this.firings.signal.aborted ? null : this.due.nextAt(tenantId);
  }

  /** @returns whether to go on with the next batch */
  private async fireBatch(tenantId: string): Promise<boolean> {
    if (!(await this.slots.take(tenantId, this.firings.signal))) return false;
    try {
      const { taken, occurrences } = await this.due.fire(tenantId, batchSize);
      const fired = occurrences.filter(({ status }) => status === 'fired').length;
      if (taken > 0) this.logger.info({ tenantId, fired, skipped: occurrences.length - fired }, 'recurring actions');
      return taken === batchSize;
    } finally {
      this.slots.release(tenantId);
    }
  }
}
