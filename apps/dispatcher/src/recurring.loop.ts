import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Notifications } from '@errand/database';
import { DueOccurrences, RECURRING_CHANNEL } from '@errand/recurring';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { validate as isUuid } from 'uuid';
import { DueTimer } from './due-timer';

/** Recurring actions of one tenant fired at once; then it is the next tenant's turn. */
const batchSize = 100;
/** Each holds a connection while it looks up what the activities need, on a second one. */
const tenantsAtOnce = 2;
/** A tenant whose firing failed is tried again after this. */
const failedPauseMs = 1000;
/** A tenant whose due ones are locked by another dispatcher is looked at again after this. */
const lockedPauseMs = 50;

/**
 * Sees to it that recurring actions are fired at their time: by a precise timer for each tenant's next one, which a
 * notification of every change keeps right, and, should that be missed, at intervals.
 */
@Injectable()
export class RecurringLoop implements OnModuleDestroy {
  private readonly timer: DueTimer;
  /** Tenants with something due, in the order of their turns. */
  private readonly line = new Set<string>();
  private readonly firing = new Map<string, Promise<void>>();
  private looking: Promise<void> | undefined;
  private isStopped = false;

  constructor(
    private readonly due: DueOccurrences,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly scheduler: SchedulerRegistry,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.timer = new DueTimer(
      () => clock.now().getTime(),
      (tenantId) => this.queue(tenantId),
    );
  }

  async start(): Promise<void> {
    const periodMs = this.settings.scheduledCheckIntervalSeconds * 1000;
    const look = () => void (this.looking ??= this.look(periodMs * 2).finally(() => (this.looking = undefined)));
    await this.notifications.listen(RECURRING_CHANNEL, (tenantId) => {
      if (isUuid(tenantId)) this.queue(tenantId);
      else look();
    });
    this.scheduler.addInterval('recurring actions', setInterval(look, periodMs));
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    this.timer.stop();
    await Promise.all([this.looking, ...this.firing.values()]);
  }

  private async look(aheadMs: number): Promise<void> {
    try {
      for (const [tenantId, nextAt] of await this.due.upcoming(aheadMs)) this.timer.noLaterThan(tenantId, nextAt);
    } catch (error) {
      this.logger.error({ err: error }, 'looking for recurring actions failed');
    }
  }

  private queue(tenantId: string): void {
    this.line.add(tenantId);
    this.pump();
  }

  private pump(): void {
    for (const tenantId of this.line) {
      if (this.isStopped || this.firing.size >= tenantsAtOnce) return;
      if (this.firing.has(tenantId)) continue;
      this.line.delete(tenantId);
      const firing = this.fire(tenantId).finally(() => {
        this.firing.delete(tenantId);
        this.pump();
      });
      this.firing.set(tenantId, firing);
    }
  }

  private async fire(tenantId: string): Promise<void> {
    try {
      const { taken, occurrences } = await this.due.fire(tenantId, batchSize);
      const fired = occurrences.filter(({ status }) => status === 'fired').length;
      if (taken > 0) this.logger.info({ tenantId, fired, skipped: occurrences.length - fired }, 'recurring actions');
      if (taken === batchSize) {
        this.line.add(tenantId);
        return;
      }
      this.timer.forget(tenantId);
      const nextAt = await this.due.nextAt(tenantId);
      if (!nextAt) return;
      // What is due and was not taken is locked by somebody who is at it.
      const isLocked = nextAt <= this.clock.now();
      this.timer.noLaterThan(tenantId, isLocked ? this.clock.after(lockedPauseMs) : nextAt);
    } catch (error) {
      this.logger.error({ err: error, tenantId }, 'firing recurring actions failed');
      this.timer.noLaterThan(tenantId, this.clock.after(failedPauseMs));
    }
  }
}
