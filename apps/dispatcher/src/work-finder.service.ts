import { type Lane, parseWorkHints, WORK_CHANNEL } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Inject, Injectable } from '@nestjs/common';
import type { DueWork } from './due-work';
import type { OneAtATime } from './one-at-a-time';
import { ScheduledBacklogLoop } from './scheduled-backlog.loop';
import { type Found, TenantCare } from './tenant-care';
import { WakeUps } from './wake-ups';
import { WorkRounds } from './work-rounds';

/**
 * Decides when and where to look for work: where a notification says so, when the next of a tenant's is due, and, should
 * both be missed, at intervals. No lane gets past it that {@link ScheduledBacklogLoop} says may not be claimed yet.
 */
@Injectable()
export class WorkFinder {
  /** At all tenants. */
  private readonly looks: OneAtATime;
  /** After a tenant, when something of its work comes due. */
  private readonly cares: DueWork;
  /** At the queues of a tenant. */
  private readonly queues: DueWork;
  private found: Found = { work: () => undefined, upcoming: async () => undefined };

  constructor(
    private readonly rounds: WorkRounds,
    private readonly care: TenantCare,
    private readonly scheduled: ScheduledBacklogLoop,
    private readonly wakeUps: WakeUps,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.looks = wakeUps.looks('work');
    this.cares = wakeUps.whenDue('work', (tenantId) => this.lookAfter(tenantId));
    this.queues = wakeUps.whenDue('queued work', async (tenantId) => {
      await this.care.lookAtQueues(tenantId, this.found);
      return null;
    });
  }

  /** @param found takes what is found, from now until {@link stop} */
  async start({ work, upcoming }: Found): Promise<void> {
    this.found = { work: (lanes) => work(this.claimable(lanes)), upcoming };
    this.scheduled.start((tenantId) => {
      this.cares.now(tenantId);
      this.queues.now(tenantId);
    });
    const look = () => this.lookEverywhere();
    await this.wakeUps.hear(WORK_CHANNEL, (hints) => this.hear(hints), look);
    const { dispatchIntervalMs, scheduledCheckIntervalSeconds } = this.settings;
    const checkMs = scheduledCheckIntervalSeconds * 1000;
    this.wakeUps.every('dispatch', dispatchIntervalMs, look);
    this.wakeUps.every('scheduled actions', checkMs, () => this.lookForActions(checkMs * 2));
  }

  /** Resolves once the looks under way are over. */
  async stop(): Promise<void> {
    await Promise.all([this.looks.stop(), this.cares.stop(), this.queues.stop()]);
  }

  /** Something of the tenant's goes back to wait until then. */
  expectRetry(tenantId: string, at: Date): void {
    this.cares.noLaterThan(tenantId, at);
  }

  /** Lanes that were not sent may be sent again: of this tenant, or (null) of any. */
  resume(tenantId: string | null): void {
    if (tenantId === null) this.lookEverywhere();
    else this.queues.now(tenantId);
  }

  private hear(hints: string[]): void {
    const places = parseWorkHints(hints);
    for (const { tenantId, lane } of places) {
      if (lane) continue;
      this.cares.now(tenantId);
      this.expectLease(tenantId);
    }
    this.found.work(places.flatMap(({ lane }) => lane ?? []));
  }

  private claimable(lanes: Lane[]): Lane[] {
    const claimable = lanes.filter(({ tenantId }) => this.scheduled.mayClaim(tenantId));
    for (const { tenantId } of claimable) this.expectLease(tenantId);
    return claimable;
  }

  /** Whoever claims the tenant's work, here or elsewhere, its lease runs out by then if that process dies. */
  private expectLease(tenantId: string): void {
    this.cares.within(tenantId, this.settings.dispatchLeaseMs + 1);
  }

  private lookEverywhere(): void {
    const horizonMs = this.settings.dispatchIntervalMs * 2;
    const { signal } = this.looks;
    this.looks.run('everywhere', async () => {
      await this.rounds.queued(this.found.work, signal);
      await this.rounds.waiting(horizonMs, (tenantId, dueAt) => this.expectDue(tenantId, dueAt), signal);
      await this.rounds.applyHeldResults(signal);
    });
  }

  /** Sees to it that actions that come due soon are looked after in time, whatever was heard of them. */
  private lookForActions(horizonMs: number): void {
    const expect = (tenantId: string, dueAt: Date) => this.expectDue(tenantId, dueAt);
    this.looks.run('actions', () => this.rounds.actions(horizonMs, expect, this.looks.signal));
  }

  private expectDue(tenantId: string, dueAt: Date): void {
    this.cares.noLaterThan(tenantId, this.care.inTimeFor(dueAt));
  }

  private async lookAfter(tenantId: string): Promise<Date | null> {
    // It is looked after once it may be claimed.
    return this.scheduled.mayClaim(tenantId) ? this.care.lookAfter(tenantId, this.found) : null;
  }
}
