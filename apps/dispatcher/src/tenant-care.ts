import { type ExpiredLease, type Lane, laneKey, laneOf, Queues } from '@errand/activities';
import { Clock } from '@errand/database';
import { Settlement } from '@errand/dispatch';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { failedPauseMs } from './due-work';
import { Pauses } from './pauses';

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

/** Takes what is found. */
export interface Found {
  /** Lanes that have work in their queues. */
  work: (lanes: Lane[]) => void;
  /** A lane with activities that come due within `aheadMs`: up to `limit` of them can be claimed already. */
  upcoming: (lane: Lane, limit: number, aheadMs: number) => Promise<void>;
}

/** What is done for one tenant whenever something of its work comes due. */
@Injectable()
export class TenantCare {
  /** Of lanes whose expired leases could not be taken over. */
  private readonly pauses: Pauses;

  constructor(
    private readonly queues: Queues,
    private readonly settlement: Settlement,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.pauses = new Pauses(failedPauseMs, () => clock.now().getTime());
  }

  /**
   * Queues what has come due, takes over expired leases, and has what comes due next claimed.
   * @returns when to do so again; null when nothing waits
   */
  async lookAfter(tenantId: string, found: Found): Promise<Date | null> {
    await this.wakeDue(tenantId, found);
    const isOver = await this.takeOverExpired(tenantId, found);
    for (const lane of await this.queues.upcomingLanes(tenantId, wakeBatch, aheadMs)) {
      await found.upcoming(lane, wakeBatch, aheadMs);
    }
    if (!isOver) return this.clock.after(failedPauseMs);
    const dueAt = await this.queues.nextDue(tenantId);
    return dueAt && this.inTimeFor(dueAt);
  }

  /** When to look after a tenant to claim ahead what is due at `dueAt`, or if it is too late for that, when it is due. */
  inTimeFor(dueAt: Date): Date {
    const ahead = new Date(dueAt.getTime() - lookAheadMs);
    return ahead > this.clock.now() ? ahead : dueAt;
  }

  /** Finds the lanes of the tenant that have queued work. */
  async lookAtQueues(tenantId: string, found: Found): Promise<void> {
    found.work(await this.queues.queuedLanes(tenantId));
  }

  private async wakeDue(tenantId: string, found: Found): Promise<void> {
    // The first few at once, so that their calls are under way while the rest is queued.
    for (let size = firstWake, isMore = true; isMore; size = wakeBatch) {
      const woken = await this.queues.wakeDue(tenantId, size);
      found.work(woken);
      isMore = woken.length === size;
    }
  }

  /**
   * What fails for one lane keeps no other from it, and is tried again ever less often.
   * @returns false when some were not taken over
   */
  private async takeOverExpired(tenantId: string, found: Found): Promise<boolean> {
    const expired = await this.queues.expiredLeases(tenantId, wakeBatch);
    const takenOver = await Promise.all(expired.map((lease) => this.takeOver(laneOf(tenantId, lease), lease, found)));
    return takenOver.every((isOver) => isOver);
  }

  private async takeOver(lane: Lane, lease: ExpiredLease, found: Found): Promise<boolean> {
    const key = laneKey(lane);
    if (this.pauses.isOn(key)) return false;
    try {
      await this.settlement.takeOver(lane, lease);
      this.pauses.end(key);
      found.work([lane]);
      return true;
    } catch (error) {
      // The lane's others fail at the same moment, for the same reason.
      if (this.pauses.isOn(key)) return false;
      this.pauses.failed(key, error);
      this.logger.error({ err: error, ...lane, activityId: lease.id }, 'expired lease not taken over');
      return false;
    }
  }
}
