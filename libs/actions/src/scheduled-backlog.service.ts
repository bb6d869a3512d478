import { type Lane, NEVER, Queues, WorkSignal } from '@errand/activities';
import { Database } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { ScheduledSending } from './scheduled-sending.service';
import { postponeQueued, postponeWaiting, type QueuePlace, resumeScheduled } from './sql/postpone.sql';

/** Activities one statement looks at: some ten milliseconds. */
const batchSize = 1_000;
/** PostgreSQL's order of numbers ends with it. */
const highestScore = NaN;
const lowestId = '00000000-0000-0000-0000-000000000000';

/**
 * Does to what is stored what `ENABLE_SCHEDULED_ACTIONS` says: postpones what was stored while it was on, or resumes what
 * was postponed. In batches, since there may be millions.
 */
@Injectable()
export class ScheduledBacklog {
  constructor(
    private readonly sending: ScheduledSending,
    private readonly queues: Queues,
    private readonly workSignal: WorkSignal,
    private readonly database: Database,
  ) {}

  /**
   * Of one tenant. What is postponed before this is over is not sent, if nobody claims the tenant's work meanwhile.
   * @param signal ends it between two batches, to be begun again
   */
  async apply(tenantId: string, signal: AbortSignal): Promise<void> {
    if (this.sending.isOn) return this.resume(tenantId, signal);
    await this.postponeWaiting(tenantId, signal);
    const lanes = await this.queues.queuedLanes(tenantId);
    // An action is pinned to the config that it names.
    for (const lane of lanes) if (lane.pinnedConfigId !== null) await this.postponeQueued(lane, signal);
  }

  private async resume(tenantId: string, signal: AbortSignal): Promise<void> {
    for (let batch = batchSize; batch === batchSize && !signal.aborted;) {
      batch = (await this.database.query(resumeScheduled, [tenantId, NEVER, batchSize])).length;
      if (batch > 0) this.workSignal.announce(tenantId, null);
    }
  }

  private async postponeWaiting(tenantId: string, signal: AbortSignal): Promise<void> {
    let last: QueuePlace | undefined;
    do {
      const behind = [last?.next_attempt_at ?? new Date(0), last?.id ?? lowestId];
      last = await this.postpone(postponeWaiting, [tenantId, NEVER, batchSize, ...behind]);
    } while (last && !signal.aborted);
  }

  private async postponeQueued({ tenantId, channel, pinnedConfigId }: Lane, signal: AbortSignal): Promise<void> {
    let last: QueuePlace | undefined;
    do {
      const behind = [last?.score ?? highestScore, last?.scheduled_at ?? new Date(0), last?.id ?? lowestId];
      last = await this.postpone(postponeQueued, [tenantId, NEVER, batchSize, channel, pinnedConfigId, ...behind]);
    } while (last && !signal.aborted);
  }

  /** @returns the last one that was looked at; undefined when there are no more */
  private async postpone(statement: typeof postponeQueued, values: unknown[]): Promise<QueuePlace | undefined> {
    const places = await this.database.query<QueuePlace>(statement, values);
    return places.length < batchSize ? undefined : places.at(-1);
  }
}
