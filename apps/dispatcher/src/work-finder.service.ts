import { type Lane, laneOf, parseWorkHints, Queues, Results, WORK_CHANNEL } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Notifications } from '@errand/database';
import { Settlement } from '@errand/dispatch';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { DueTimer } from './due-timer';
import { OneAtATime } from './one-at-a-time';
import { ScheduledBacklogLoop } from './scheduled-backlog.loop';
import { TenantRounds } from './tenant-rounds';

/** Waiting activities queued, and expired leases taken over, by one statement. */
const wakeBatch = 1000;
const firstWake = 100;
/**
 * What comes due within `aheadMs` is claimed and loaded already, and sent when its time comes. The first look for it is
 * so long before it is due that 1,000 due at one moment are ready (64 ms on two cores), and each look covers the next
 * ones.
 */
const aheadMs = 500;
const lookAheadMs = 250;
/** A look that failed is tried again after this. */
const failedPauseMs = 1000;
/** A tenant whose due rows are locked is looked at again after this. */
const lockedPauseMs = 50;

interface Found {
  /** Lanes that have work in their queues. */
  work: (lanes: Lane[]) => void;
  /** A lane with activities that come due within `aheadMs`: up to `limit` of them can be claimed already. */
  upcoming: (lane: Lane, limit: number, aheadMs: number) => Promise<void>;
}

/**
 * Decides when and where to look for work: where a notification says so, when the next of a tenant's is due, and, should
 * both be missed, at intervals.
 */
@Injectable()
export class WorkFinder {
  private readonly due: DueTimer;
  private readonly looks = new OneAtATime();
  private readonly stopping = new AbortController();
  private found: Found | undefined;

  constructor(
    private readonly queues: Queues,
    private readonly results: Results,
    private readonly settlement: Settlement,
    private readonly rounds: TenantRounds,
    private readonly scheduled: ScheduledBacklogLoop,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly scheduler: SchedulerRegistry,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.due = new DueTimer(
      () => clock.now().getTime(),
      (tenantId) => this.lookAfter(tenantId),
    );
  }

  /** @param found takes what is found, from now until {@link stop} */
  async start(found: Found): Promise<void> {
    this.found = found;
    this.scheduled.start((tenantId) => {
      this.lookAfter(tenantId);
      this.lookAtQueues(tenantId);
    });
    await this.notifications.listen(WORK_CHANNEL, (payload) => this.hear(payload));
    const { dispatchIntervalMs, scheduledCheckIntervalSeconds } = this.settings;
    const checkMs = scheduledCheckIntervalSeconds * 1000;
    const everywhere = setInterval(() => this.lookEverywhere(), dispatchIntervalMs);
    this.scheduler.addInterval('dispatch', everywhere);
    const actions = setInterval(() => this.lookForActions(checkMs), checkMs);
    this.scheduler.addInterval('scheduled actions', actions);
  }

  /** Resolves once the looks under way are over. */
  async stop(): Promise<void> {
    this.due.stop();
    this.stopping.abort();
    await this.looks.stop();
  }

  /** Something of the tenant's goes back to wait until then. */
  expectRetry(tenantId: string, at: Date): void {
    this.due.noLaterThan(tenantId, at);
  }

  /** What was held may flow again: of this tenant, or (null) of any. */
  resume(tenantId: string | null): void {
    if (tenantId === null) this.lookEverywhere();
    else this.lookAtQueues(tenantId);
  }

  /** @param payload of a work signal; '' when some may have been missed */
  private hear(payload: string): void {
    const hints = parseWorkHints(payload);
    if (!hints) return this.lookEverywhere();
    for (const { tenantId, lane } of hints) {
      if (lane) continue;
      this.lookAfter(tenantId);
      this.expectLease(tenantId);
    }
    this.tell(hints.flatMap(({ lane }) => lane ?? []));
  }

  private tell(lanes: Lane[]): void {
    const claimable = lanes.filter(({ tenantId }) => this.scheduled.mayClaim(tenantId));
    for (const { tenantId } of claimable) this.expectLease(tenantId);
    this.found?.work(claimable);
  }

  /** Whoever claims the tenant's work, here or elsewhere, its lease runs out by then if that process dies. */
  private expectLease(tenantId: string): void {
    this.due.noLaterThan(tenantId, this.clock.after(this.settings.dispatchLeaseMs + 1));
  }

  private lookEverywhere(): void {
    const horizonMs = this.settings.dispatchIntervalMs * 2;
    const { signal } = this.stopping;
    this.look('', async () => {
      const together = async () => {
        this.tell(await this.queues.allQueuedLanes());
        return [];
      };
      await this.rounds.ofThose('queued work', together, (tenantId) => this.tellQueued(tenantId), signal);
      await this.lookAhead('work that waits', () => this.queues.waitingTenants(horizonMs), horizonMs);
      const withHeld = () => this.results.tenantsWithHeld();
      await this.rounds.ofThose('held results', withHeld, (id) => this.results.applyAllHeld(id, signal), signal);
    });
  }

  /** Sees to it that actions that come due soon are looked after in time, whatever was heard of them. */
  private lookForActions(periodMs: number): void {
    const horizonMs = periodMs * 2;
    this.look('actions', () =>
      this.lookAhead('actions', () => this.queues.dueActions(horizonMs, horizonMs), horizonMs),
    );
  }

  /** Sets the timer of each tenant that has something due within `horizonMs`: all that are `found`, or one by one. */
  private async lookAhead(what: string, found: () => Promise<Map<string, Date>>, horizonMs: number): Promise<void> {
    const together = async () => {
      for (const [tenantId, dueAt] of await found()) this.expectDue(tenantId, dueAt);
      return [];
    };
    const apart = async (tenantId: string) => {
      const dueAt = await this.queues.nextDue(tenantId);
      if (dueAt && dueAt <= this.clock.after(horizonMs)) this.expectDue(tenantId, dueAt);
    };
    await this.rounds.ofThose(what, together, apart, this.stopping.signal);
  }

  /** Finds the lanes of a tenant that have queued work. */
  private lookAtQueues(tenantId: string): void {
    this.look(`queues of ${tenantId}`, () => this.tellQueued(tenantId));
  }

  private async tellQueued(tenantId: string): Promise<void> {
    this.tell(await this.queues.queuedLanes(tenantId));
  }

  /** Queues what has come due for a tenant, takes over its expired leases, and sets the timer for what is next. */
  private lookAfter(tenantId: string): void {
    if (!this.scheduled.mayClaim(tenantId)) return;
    this.look(
      tenantId,
      async () => {
        await this.wakeDue(tenantId);
        const isOver = await this.takeOverExpired(tenantId);
        for (const lane of await this.queues.upcomingLanes(tenantId, wakeBatch, aheadMs)) {
          await this.found?.upcoming(lane, wakeBatch, aheadMs);
        }
        // What a call that ends meanwhile sets the timer to stays: the answer may be older.
        this.due.forget(tenantId);
        const nextDue = await this.queues.nextDue(tenantId);
        // What is due and was not taken is locked by somebody who is at it.
        const soonest = this.clock.after(isOver ? lockedPauseMs : failedPauseMs);
        if (nextDue) this.expectDue(tenantId, nextDue < soonest ? soonest : nextDue);
      },
      tenantId,
    );
  }

  private async wakeDue(tenantId: string): Promise<void> {
    // The first few at once, so that their calls are under way while the rest is queued.
    for (let size = firstWake, isMore = true; isMore; size = wakeBatch) {
      const woken = await this.queues.wakeDue(tenantId, size);
      this.tell(woken);
      isMore = woken.length === size;
    }
  }

  /** @returns false when it failed for one of them, which keeps no other from it */
  private async takeOverExpired(tenantId: string): Promise<boolean> {
    const expired = await this.queues.expiredLeases(tenantId, wakeBatch);
    const takenOver = await Promise.all(
      expired.map(async (lease) => {
        const lane = laneOf(tenantId, lease);
        try {
          await this.settlement.takeOver(lane, lease);
          this.tell([lane]);
          return true;
        } catch (error) {
          this.logger.error({ err: error, ...lane, activityId: lease.id }, 'expired lease not taken over');
          return false;
        }
      }),
    );
    return takenOver.every((isOver) => isOver);
  }

  /** Looks after the tenant in time to claim ahead what is due then, or if it is too late for that, when it is due. */
  private expectDue(tenantId: string, dueAt: Date): void {
    const ahead = new Date(dueAt.getTime() - lookAheadMs);
    this.due.noLaterThan(tenantId, ahead > this.clock.now() ? ahead : dueAt);
  }

  /** @param tenantId whom to look after again soon should it fail */
  private look(place: string, look: () => Promise<void>, tenantId?: string): void {
    this.looks.run(place, () =>
      look().catch((error: unknown) => {
        this.logger.error({ err: error, place }, 'looking for work failed');
        if (tenantId) this.due.noLaterThan(tenantId, this.clock.after(failedPauseMs));
      }),
    );
  }
}
