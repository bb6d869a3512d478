import { setTimeout as delay } from 'node:timers/promises';
import { type Lane, Lifecycle } from '@errand/activities';
import { Clock, Database } from '@errand/database';
import { DispatchNow } from '@errand/dispatch';
import { ErrandError, type ErrorCode } from '@errand/errors';
import type { ActivityStatus } from '@errand/vocabulary';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { readStatus } from './sql/actions.sql';

/** What keeps this process from sending: the dispatcher does it as soon as it can. */
const leftToDispatcher: ErrorCode[] = [
  'TENANT_PAUSED',
  'PROVIDER_PAUSED',
  'PROVIDER_DOWN',
  'PROVIDER_MISCONFIGURED',
  'RATE_LIMITED',
  'NOT_READY',
];
/** It is not READY any more. */
const over: ErrorCode[] = ['INVALID_TRANSITION', 'NOT_FOUND', 'RESOLUTION_FAILED'];

/** Looks at an activity that somebody else sends come further and further apart. */
const firstLookMs = 10;
const longestLookMs = 400;

/** Sends an activity while its caller waits, through the same claim and limits as the dispatcher. */
@Injectable()
export class AwaitedSend implements OnModuleDestroy {
  private readonly stop = new AbortController();

  constructor(
    private readonly dispatchNow: DispatchNow,
    private readonly lifecycle: Lifecycle,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    this.stop.abort();
  }

  /**
   * Resolves when the activity is no longer READY, or when the time is up and the dispatcher goes on with it. Failed
   * attempts are repeated after their backoff; a call under way when the time is up ends without its caller.
   * @param until by `performance.now()`
   */
  async send(lane: Lane, id: string, until: number): Promise<void> {
    const answered = new AbortController();
    const timeUp = delay(Math.max(0, until - performance.now()), undefined, { signal: answered.signal });
    try {
      await Promise.race([this.tryUntil(lane, id, until), timeUp.catch(() => undefined)]);
    } finally {
      answered.abort();
    }
  }

  /** Resolves when the activity, which others send, is no longer READY, or when the time is up. */
  async awaitEnd(tenantId: string, id: string, until: number): Promise<void> {
    for (let lookMs = firstLookMs; this.isTimeLeft(until); lookMs = Math.min(lookMs * 1.5, longestLookMs)) {
      const [row] = await this.database.query<{ status: ActivityStatus }>(readStatus, [tenantId, id]);
      if (row?.status !== 'READY') return;
      await this.pause(lookMs, until);
    }
  }

  private async tryUntil(lane: Lane, id: string, until: number): Promise<void> {
    let isTried = false;
    for (; this.isTimeLeft(until); isTried = true) {
      const next = await this.attempt(lane, id);
      if (next === 'OVER') return;
      if (next === 'ELSEWHERE') return this.awaitEnd(lane.tenantId, id, until);
      await this.pause(next.getTime() - this.clock.now().getTime(), until);
    }
    if (!isTried) await this.handOver(lane.tenantId, id);
  }

  /** One attempt here. @returns when to make the next one, or that there is none to make here */
  private async attempt(lane: Lane, id: string): Promise<Date | 'OVER' | 'ELSEWHERE'> {
    try {
      const { trigger, disposition, next_attempt_at } = await this.dispatchNow.send(lane, id);
      // A wrong account is not this activity's fault: the next look finds another config, or that there is none.
      const isTriedAgain = trigger === 'ATTEMPT_FAILED' || disposition === 'MISCONFIGURED';
      return isTriedAgain ? (next_attempt_at ?? this.clock.now()) : 'OVER';
    } catch (error) {
      const code = error instanceof ErrandError ? error.code : undefined;
      if (code && over.includes(code)) return 'OVER';
      if (code && leftToDispatcher.includes(code)) await this.handOver(lane.tenantId, id);
      else if (code !== 'IN_FLIGHT') throw error;
      return 'ELSEWHERE';
    }
  }

  /** Queues it for the dispatcher, unless somebody is at it or it is done. */
  private async handOver(tenantId: string, id: string): Promise<void> {
    await this.lifecycle.reschedule(tenantId, id, { scheduledAt: this.clock.now() }).catch((error: unknown) => {
      if (!(error instanceof ErrandError)) throw error;
    });
  }

  private isTimeLeft(until: number): boolean {
    return performance.now() < until && !this.stop.signal.aborted;
  }

  private async pause(ms: number, until: number): Promise<void> {
    const waitMs = Math.max(0, Math.min(ms, until - performance.now()));
    await delay(waitMs, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }
}
