import { setTimeout as delay } from 'node:timers/promises';
import { type Lane, laneKey, laneOf, Lifecycle, parseWorkHints, Results, WORK_CHANNEL } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Notifications } from '@errand/database';
import {
  Accounts,
  type Dispatch,
  DispatchJob,
  type DispatchResult,
  isAttemptable,
  isPending,
  Limits,
  type Probe,
} from '@errand/dispatch';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { DispatchConfig } from '@errand/tenants';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Aside } from './aside';
import { CallPool } from './call-pool';
import { DueTimer } from './due-timer';

/** Claims under way at once: while one waits for the database another tenant's can be answered. */
const claimsAtOnce = 3;
/** Waiting activities queued, and expired leases taken over, by one statement. */
const wakeBatch = 1000;
const firstWake = 100;
/**
 * What comes due within this is claimed and loaded already, and sent when its time comes. The first look for it is so
 * long before it is due that 1,000 due at one moment are ready (64 ms on two cores), and each look covers the next ones.
 */
const aheadMs = 500;
const lookAheadMs = 250;
/** How many of a lane with nothing waiting are claimed while there is enough for all slots. */
const smallClaim = 10;
/** How many claims of a lane may wait for hooks; behind more of them even what needs none waits in the queue. */
const mostAside = 10;
/** A lane whose config's concurrency is all in use elsewhere asks again after this. */
const starvedPauseMs = 500;
/** After the grace period, outcomes and returned claims get this long to be stored. */
const storingMs = 2000;
/** A claim or a look that failed is tried again after this. */
const failedPauseMs = 1000;
/** A tenant whose due rows are locked is looked at again after this. */
const lockedPauseMs = 50;

/**
 * Decides when to look for work and where. Lanes (a tenant's channel) with work take turns; a claim is made ahead
 * while calls run. Work is found by notification, by the timer for the next due time, and, should both be missed,
 * by the interval.
 */
@Injectable()
export class DispatchLoop implements OnModuleDestroy {
  private readonly hot = new Map<string, Lane>();
  private readonly pool: CallPool<Dispatch>;
  private readonly due: DueTimer;
  private readonly aside: Aside;
  /** Lanes to heat at a time of their own. */
  private readonly heats = new Map<string, { at: number; timer: NodeJS.Timeout }>();
  /** Lanes that got less concurrency than they could use. */
  private readonly starved = new Set<string>();
  /** Claimed, and waiting for the start that the rate limit gave them. */
  private readonly paced = new Map<Dispatch, NodeJS.Timeout>();
  /** Until when (ms) a rate-limited lane has its fill: claimed further ahead, work would only be held for longer. */
  private readonly pacedUntil = new Map<string, number>();
  /** How many of each lane are claimed and being loaded. */
  private readonly loading = new Map<string, number>();
  private readonly claims = new Set<Promise<void>>();
  /** Calls that are over and whose outcome is being stored. */
  private readonly unsettled = new Set<Promise<void>>();
  private readonly looks = new Map<string, Promise<void>>();
  private readonly looksAgain = new Set<string>();
  private readonly cut = new AbortController();
  private readonly mostWaiting: number;
  private pumping: NodeJS.Immediate | undefined;
  private isStopping = false;

  constructor(
    private readonly job: DispatchJob,
    private readonly lifecycle: Lifecycle,
    private readonly results: Results,
    private readonly accounts: Accounts,
    private readonly limits: Limits,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly scheduler: SchedulerRegistry,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { dispatchConcurrency } = settings;
    this.mostWaiting = dispatchConcurrency * 20;
    this.pool = new CallPool({
      concurrency: dispatchConcurrency,
      perLane: Math.ceil(dispatchConcurrency / 2),
      perTenant: Math.ceil((dispatchConcurrency * 3) / 4),
      run: (dispatch) => this.run(dispatch),
      // Once a turn: under load hundreds of calls end in one, and a look goes over every lane that has work.
      onProgress: () => {
        this.pumping ??= setImmediate(() => {
          this.pumping = undefined;
          this.pump();
        });
      },
    });
    this.aside = new Aside(job, logger, {
      lookAgain: (lane) => this.heatAfter(starvedPauseMs, lane),
      onProgress: () => this.pump(),
    });
    this.due = new DueTimer(
      () => clock.now().getTime(),
      (tenantId) => this.lookAfter(tenantId),
    );
  }

  async start(): Promise<void> {
    this.accounts.onChange((tenantId) => this.resume(tenantId));
    await this.notifications.listen(WORK_CHANNEL, (payload) => this.hear(payload));
    const interval = setInterval(() => this.lookEverywhere(), this.settings.dispatchIntervalMs);
    this.scheduler.addInterval('dispatch', interval);
    const checkMs = this.settings.scheduledCheckIntervalSeconds * 1000;
    this.scheduler.addInterval(
      'scheduled actions',
      setInterval(() => this.lookForActions(checkMs), checkMs),
    );
  }

  /** Claims nothing more, returns what was not sent, and gives the calls under way the grace period to end. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    this.due.stop();
    for (const { timer } of this.heats.values()) clearTimeout(timer);
    const { shutdownGraceMs } = this.settings;
    const patience = delay(shutdownGraceMs + storingMs, undefined, { ref: false });
    await Promise.race([Promise.allSettled([...this.claims, ...this.looks.values()]), patience]);
    await Promise.race([this.aside.end(), patience]);
    for (const timer of this.paced.values()) clearTimeout(timer);
    await this.job.giveBackAll([...this.pool.drain(), ...this.paced.keys()]).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'claims not returned; their leases will run out');
    });
    const cut = setTimeout(() => this.cut.abort(), shutdownGraceMs);
    const ended = this.pool.idle().then(() => Promise.all(this.unsettled));
    // While the database is away nothing is stored: what is still open then is left to its lease.
    await Promise.race([ended, patience]);
    clearTimeout(cut);
  }

  private hear(payload: string): void {
    const hints = parseWorkHints(payload);
    if (!hints) return this.lookEverywhere();
    for (const { tenantId, lane } of hints) {
      if (lane) this.hot.set(laneKey(lane), lane);
      else this.lookAfter(tenantId);
      // Whoever claims this work, its lease runs out by then if that process dies.
      this.due.noLaterThan(tenantId, new Date(this.clock.now().getTime() + this.settings.dispatchLeaseMs + 1));
    }
    this.pump();
  }

  /** What was held may flow again after a change of this tenant's configs or status (null = of any tenant's). */
  private resume(tenantId: string | null): void {
    if (tenantId === null) this.lookEverywhere();
    else this.lookAtQueues(tenantId);
  }

  /** Starts claims while there are lanes with work and room for it. */
  private pump(): void {
    if (this.isStopping || this.pool.waiting >= this.mostWaiting) return;
    for (const [key, lane] of this.hot) {
      if (this.claims.size >= claimsAtOnce) return;
      // A lane that has its fill stays in line; the others go ahead of it.
      if (this.roomFor(lane) === 0) continue;
      this.hot.delete(key);
      const claim = this.claim(lane).finally(() => {
        this.claims.delete(claim);
        this.pump();
      });
      this.claims.add(claim);
    }
  }

  /**
   * How many of the lane to claim ahead of the calls. Once there is enough for all slots, only lanes with nothing
   * waiting get a little: a tenant's single activity is claimed at once beside another's backlog.
   */
  private roomFor(lane: Lane): number {
    const { dispatchBatchSize, dispatchConcurrency } = this.settings;
    if (this.aside.countOf(lane) >= dispatchBatchSize * mostAside) return 0;
    const waiting = this.pool.waitingOf(lane) + (this.loading.get(laneKey(lane)) ?? 0);
    const enough = dispatchConcurrency * 2;
    if (this.pool.waiting < enough) return waiting < dispatchBatchSize * 2 ? dispatchBatchSize : 0;
    return waiting === 0 && this.pool.waiting < this.mostWaiting ? Math.min(dispatchBatchSize, smallClaim) : 0;
  }

  private async claim(lane: Lane): Promise<void> {
    try {
      const account = await this.accounts.of(lane);
      for (const probe of account.down) await this.probe(lane, probe, account.weight);
      // Held: the lane is found again when its tenant, a config or a breaker changes.
      if (!isAttemptable(account)) return;
      const config = account.state === 'SENDABLE' ? account.config : null;
      if (config?.maxPerSecond) {
        const now = this.clock.now().getTime();
        const pacedFor = (this.pacedUntil.get(laneKey(lane)) ?? 0) - now;
        if (pacedFor > 0) return this.heatAfter(pacedFor, lane);
        // Until its last start is known: another claim made meanwhile would be too far ahead.
        this.pacedUntil.set(laneKey(lane), now + 1000 / config.maxPerSecond);
      }
      const wanted = this.roomFor(lane);
      const paced = config ? Limits.paceOf(config, wanted) : wanted;
      const limit = config ? await this.limits.acquire(config, paced) : paced;
      if (limit < paced) this.starved.add(laneKey(lane));
      if (limit === 0) return this.heatAfter(starvedPauseMs, lane);
      const claim = await this.job.claim(lane, limit, config);
      const isFull = claim.activities.length === limit;
      const dispatches = await this.whileLoading(lane, limit, () => {
        // The lane's next claim is made while this one is loaded.
        if (isFull && !config?.maxPerSecond) this.heat(lane);
        return this.job.load(claim, config);
      });
      if (dispatches.length === 0) this.pacedUntil.delete(laneKey(lane));
      const admit = (ready: Dispatch[]) => this.admit(lane, ready, config, account.weight);
      const lastStart = await admit(this.setAside(lane, dispatches, admit));
      if (lastStart && isFull) this.heatAfter(lastStart.getTime() - this.clock.now().getTime(), lane);
    } catch (error) {
      this.logger.error({ err: error, ...lane }, 'claim failed');
      this.heatAfter(failedPauseMs, lane);
    }
  }

  /** Gives loaded work its starts and hands it to the pool. @returns the last of the starts */
  private async admit(lane: Lane, dispatches: Dispatch[], config: DispatchConfig | null, weight: number) {
    const starts = config
      ? await this.job.orGiveBack(dispatches, () => this.limits.reserve(config, dispatches.length))
      : null;
    this.enqueue(lane, dispatches, starts, weight);
    const lastStart = starts?.at(-1);
    if (lastStart) this.pacedUntil.set(laneKey(lane), lastStart.getTime());
    return lastStart;
  }

  /** Resolves aside what must be before it is sent, which `send` then takes. @returns the others */
  private setAside(lane: Lane, dispatches: Dispatch[], send: (ready: Dispatch[]) => unknown): Dispatch[] {
    const pending = dispatches.filter(isPending);
    if (pending.length === 0) return dispatches;
    this.aside.run(lane, pending, send);
    return dispatches.filter((dispatch) => !pending.includes(dispatch));
  }

  /** Counts what is claimed but not in the pool yet as waiting. */
  private async whileLoading<R>(lane: Lane, count: number, load: () => Promise<R>): Promise<R> {
    const key = laneKey(lane);
    this.loading.set(key, (this.loading.get(key) ?? 0) + count);
    try {
      return await load();
    } finally {
      const left = (this.loading.get(key) ?? 0) - count;
      if (left > 0) this.loading.set(key, left);
      else this.loading.delete(key);
    }
  }

  /** Hands claimed work to the pool, each at its start: of a rate limit, or when it is due. */
  private enqueue(lane: Lane, dispatches: Dispatch[], starts: Date[] | null, weight: number): void {
    if (!starts) return this.pool.add(lane, dispatches, weight);
    const now = this.clock.now().getTime();
    for (const [index, dispatch] of dispatches.entries()) {
      // A timer may come up to a millisecond early; a call may not.
      const waitMs = Math.max(0, (starts[index]?.getTime() ?? now) - now + 1);
      const timer = setTimeout(() => {
        this.paced.delete(dispatch);
        this.pool.add(lane, [dispatch], weight);
      }, waitMs);
      this.paced.set(dispatch, timer);
    }
  }

  /** Probes a config that is down with the lane's best activity, now or when its time has come. */
  private async probe(lane: Lane, probe: Probe, weight: number): Promise<void> {
    const waitMs = probe.outage.probe_at.getTime() - this.clock.now().getTime();
    if (waitMs > 0) this.heatAfter(waitMs, lane);
    else {
      const send = (ready: Dispatch[]) => this.pool.add(lane, ready, weight);
      send(this.setAside(lane, await this.job.claimProbe(lane, probe), send));
    }
  }

  private async run(dispatch: Dispatch): Promise<void> {
    const { tenantId, activity } = dispatch;
    const lane = laneOf(tenantId, activity);
    try {
      const { settled } = await this.job.run(dispatch, this.cut.signal);
      if (this.starved.delete(laneKey(lane))) this.heat(lane);
      const followed = this.follow(lane, settled).finally(() => this.unsettled.delete(followed));
      this.unsettled.add(followed);
      // Should the database fall behind, calls wait for it here.
      if (this.unsettled.size > this.settings.dispatchConcurrency * 5) await followed;
    } catch (error) {
      this.logger.error({ err: error, ...lane, activityId: activity.id }, 'dispatch failed; its lease will run out');
    }
  }

  /** Sees to it that what goes back to wait is found again. */
  private async follow(lane: Lane, settled: Promise<DispatchResult>): Promise<void> {
    try {
      const result = await settled;
      if (result.end === 'SETTLED' && result.attempt.trigger === 'ATTEMPT_FAILED') {
        if (result.attempt.next_attempt_at) this.due.noLaterThan(lane.tenantId, result.attempt.next_attempt_at);
        else this.heat(lane);
      }
      if (result.end === 'RETURNED') this.heat(lane);
    } catch (error) {
      this.logger.error({ err: error, ...lane }, 'outcome not settled; its lease will run out');
    }
  }

  /** Heats the lane later; of several times the first counts. */
  private heatAfter(ms: number, lane: Lane): void {
    const key = laneKey(lane);
    const at = Date.now() + ms;
    const known = this.heats.get(key);
    if (this.isStopping || (known && known.at <= at)) return;
    clearTimeout(known?.timer);
    const timer = setTimeout(
      () => {
        this.heats.delete(key);
        this.heat(lane);
      },
      Math.max(0, ms),
    );
    this.heats.set(key, { at, timer });
  }

  private heat(lane: Lane): void {
    this.hot.set(laneKey(lane), lane);
    this.pump();
  }

  private lookEverywhere(): void {
    this.look('', async () => {
      const { lanes, nextDue } = await this.lifecycle.outstanding(this.settings.dispatchIntervalMs * 2);
      for (const [tenantId, dueAt] of nextDue) this.expectDue(tenantId, dueAt);
      for (const lane of lanes) this.hot.set(laneKey(lane), lane);
      this.pump();
      await this.results.applyAllHeld();
    });
  }

  /** Sees to it that actions that come due soon are looked after in time, whatever was heard of them. */
  private lookForActions(periodMs: number): void {
    this.look('actions', async () => {
      const nextDue = await this.lifecycle.dueActions(periodMs * 2);
      for (const [tenantId, dueAt] of nextDue) this.expectDue(tenantId, dueAt);
    });
  }

  /** Finds the lanes of a tenant that have queued work. */
  private lookAtQueues(tenantId: string): void {
    this.look(`queues of ${tenantId}`, async () => {
      for (const lane of await this.lifecycle.queuedLanes(tenantId)) this.hot.set(laneKey(lane), lane);
      this.pump();
    });
  }

  /** Queues what has come due for a tenant, takes over its expired leases, and sets the timer for what is next. */
  private lookAfter(tenantId: string): void {
    this.look(
      tenantId,
      async () => {
        // The first few at once, so that their calls are under way while the rest is queued.
        for (let size = firstWake, isMore = true; isMore; size = wakeBatch) {
          const woken = await this.lifecycle.wakeDue(tenantId, size);
          for (const lane of woken) this.hot.set(laneKey(lane), lane);
          this.pump();
          isMore = woken.length === size;
        }
        const expired = await this.lifecycle.expiredLeases(tenantId, wakeBatch);
        await Promise.all(
          expired.map(async (lease) => {
            const lane = laneOf(tenantId, lease);
            await this.job.takeOver(lane, lease);
            this.heat(lane);
          }),
        );
        await this.claimUpcoming(tenantId);
        // What a call that ends meanwhile sets the timer to stays: the answer may be older.
        this.due.forget(tenantId);
        const nextDue = await this.lifecycle.nextDue(tenantId);
        // What is due and was not taken is locked by somebody who is at it.
        const soonest = this.clock.after(lockedPauseMs);
        if (nextDue) this.expectDue(tenantId, nextDue < soonest ? soonest : nextDue);
      },
      tenantId,
    );
  }

  /** Claims what comes due next, where nothing holds it, to be sent at its time. The rest is woken when it is due. */
  private async claimUpcoming(tenantId: string): Promise<void> {
    for (const lane of await this.lifecycle.upcomingLanes(tenantId, wakeBatch, aheadMs)) {
      const account = await this.accounts.of(lane);
      const isFree = account.state === 'SENDABLE' && !account.config.maxPerSecond && !account.config.maxConcurrent;
      const room = Math.min(wakeBatch, this.mostWaiting - this.pool.waiting - this.paced.size);
      if (!isFree || room <= 0) continue;
      const dispatches = await this.job.load(await this.job.claimUpcoming(lane, room, aheadMs), null);
      const send = (ready: Dispatch[]) => {
        const starts = ready.map(({ activity }) => activity.scheduled_at);
        this.enqueue(lane, ready, starts, account.weight);
      };
      send(this.setAside(lane, dispatches, send));
    }
  }

  /** Looks after the tenant in time to claim ahead what is due then, or if it is too late for that, when it is due. */
  private expectDue(tenantId: string, dueAt: Date): void {
    const ahead = new Date(dueAt.getTime() - lookAheadMs);
    this.due.noLaterThan(tenantId, ahead > this.clock.now() ? ahead : dueAt);
  }

  /**
   * One look at a time for each place; one asked for meanwhile follows it, since it may have missed the reason.
   * @param tenantId whom to look after again soon should it fail
   */
  private look(place: string, look: () => Promise<void>, tenantId?: string): void {
    if (this.isStopping) return;
    if (this.looks.has(place)) {
      this.looksAgain.add(place);
      return;
    }
    const looking = look()
      .catch((error: unknown) => {
        this.logger.error({ err: error, place }, 'looking for work failed');
        if (tenantId) this.due.noLaterThan(tenantId, new Date(this.clock.now().getTime() + failedPauseMs));
      })
      .finally(() => {
        this.looks.delete(place);
        if (this.looksAgain.delete(place)) this.look(place, look, tenantId);
      });
    this.looks.set(place, looking);
  }
}
