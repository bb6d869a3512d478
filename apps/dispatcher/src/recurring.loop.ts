import { setMaxListeners } from 'node:events';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Notifications } from '@errand/database';
import { CallSlots } from '@errand/outbound';
import { DueOccurrences, RECURRING_CHANNEL } from '@errand/recurring';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { validate as isUuid } from 'uuid';
import { DueTimer } from './due-timer';
import { OneAtATime } from './one-at-a-time';
import { TenantRounds } from './tenant-rounds';

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
  private readonly slots = new CallSlots(tenantsAtOnce, 1);
  private readonly looks = new OneAtATime();
  private readonly firings = new OneAtATime();
  private readonly timer: DueTimer;
  private readonly stop = new AbortController();

  constructor(
    private readonly due: DueOccurrences,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly rounds: TenantRounds,
    private readonly scheduler: SchedulerRegistry,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.timer = new DueTimer(
      () => clock.now().getTime(),
      (tenantId) => this.fire(tenantId),
    );
    setMaxListeners(0, this.stop.signal);
  }

  async start(): Promise<void> {
    const periodMs = this.settings.scheduledCheckIntervalSeconds * 1000;
    const look = () => this.look(periodMs * 2);
    await this.notifications.listen(RECURRING_CHANNEL, (payload) => {
      if (payload === '') look();
      else for (const tenantId of payload.split(',')) if (isUuid(tenantId)) this.fire(tenantId);
    });
    this.scheduler.addInterval('recurring actions', setInterval(look, periodMs));
  }

  async onModuleDestroy(): Promise<void> {
    this.timer.stop();
    this.stop.abort();
    await Promise.all([this.looks.stop(), this.firings.stop()]);
  }

  private look(aheadMs: number): void {
    this.looks.run('', async () => {
      const together = async () => {
        for (const [tenantId, nextAt] of await this.due.upcoming(aheadMs)) this.timer.noLaterThan(tenantId, nextAt);
        return [];
      };
      const apart = async (tenantId: string) => {
        const nextAt = await this.due.nextAt(tenantId);
        if (nextAt && nextAt <= this.clock.after(aheadMs)) this.timer.noLaterThan(tenantId, nextAt);
      };
      try {
        await this.rounds.ofThose('recurring actions', together, apart, this.stop.signal);
      } catch (error) {
        this.logger.error({ err: error }, 'looking for recurring actions failed');
      }
    });
  }

  private fire(tenantId: string): void {
    this.firings.run(tenantId, async () => {
      try {
        while (await this.fireBatch(tenantId));
        if (!this.stop.signal.aborted) await this.waitForNext(tenantId);
      } catch (error) {
        this.logger.error({ err: error, tenantId }, 'firing recurring actions failed');
        this.timer.noLaterThan(tenantId, this.clock.after(failedPauseMs));
      }
    });
  }

  /** @returns whether to go on with the next batch */
  private async fireBatch(tenantId: string): Promise<boolean> {
    if (!(await this.slots.take(tenantId, this.stop.signal))) return false;
    try {
      const { taken, occurrences } = await this.due.fire(tenantId, batchSize);
      const fired = occurrences.filter(({ status }) => status === 'fired').length;
      if (taken > 0) this.logger.info({ tenantId, fired, skipped: occurrences.length - fired }, 'recurring actions');
      return taken === batchSize;
    } finally {
      this.slots.release(tenantId);
    }
  }

  private async waitForNext(tenantId: string): Promise<void> {
    this.timer.forget(tenantId);
    const nextAt = await this.due.nextAt(tenantId);
    if (!nextAt) return;
    // What is due and was not taken is locked by somebody who is at it.
    const isLocked = nextAt <= this.clock.now();
    this.timer.noLaterThan(tenantId, isLocked ? this.clock.after(lockedPauseMs) : nextAt);
  }
}
