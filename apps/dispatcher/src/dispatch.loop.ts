import { setTimeout as delay } from 'node:timers/promises';
import { type Lane, laneKey, laneOf } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import {
  Accounts,
  type Dispatch,
  DispatchJob,
  type DispatchResult,
  HeldDispatches,
  isAttemptable,
  isPending,
  Limits,
  type Probe,
} from '@errand/dispatch';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { DispatchConfig } from '@errand/tenants';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Aside } from './aside';
import { CallPool } from './call-pool';
import { HotLanes } from './hot-lanes';
import { Starts } from './starts';
import { WorkFinder } from './work-finder.service';

/** Claims under way at once: while one waits for the database another tenant's can be answered. */
const claimsAtOnce = 3;
/** How many of a lane with nothing waiting are claimed while there is enough for all slots. */
const smallClaim = 10;
/** How many claims of a lane may wait for hooks; behind more of them even what needs none waits in the queue. */
const mostAside = 10;
/** A lane whose config's concurrency is all in use elsewhere asks again after this. */
const starvedPauseMs = 500;
/** After the grace period, outcomes and returned claims get this long to be stored. */
const storingMs = 2000;
/** A claim that failed is tried again after this. */
const failedPauseMs = 1000;

/**
 * Claims and runs the work that is found. Lanes (a tenant's channel) with work take turns; claims are made ahead while
 * calls run, so that no slot waits for the database.
 */
@Injectable()
export class DispatchLoop implements OnModuleDestroy {
  private readonly hot: HotLanes;
  private readonly pool: CallPool<Dispatch>;
  private readonly aside: Aside;
  private readonly starts: Starts;
  /** Lanes that got less concurrency than they could use. */
  private readonly starved = new Set<string>();
  /** Until when (ms) a rate-limited lane has its fill: claimed further ahead, work would only be held for longer. */
  private readonly pacedUntil = new Map<string, number>();
  /** How many of each lane are claimed and being loaded. */
  private readonly loading = new Map<string, number>();
  private readonly claims = new Set<Promise<void>>();
  /** Calls that are over and whose outcome is being stored. */
  private readonly unsettled = new Set<Promise<void>>();
  private readonly cut = new AbortController();
  private readonly mostWaiting: number;
  private pumping: NodeJS.Immediate | undefined;
  private isStopping = false;

  constructor(
    private readonly job: DispatchJob,
    private readonly held: HeldDispatches,
    private readonly accounts: Accounts,
    private readonly limits: Limits,
    private readonly finder: WorkFinder,
    private readonly clock: Clock,
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
    this.hot = new HotLanes(() => this.pump());
    this.starts = new Starts(() => this.now());
    this.aside = new Aside(job, logger, {
      lookAgain: (lane) => this.hot.heatAfter(starvedPauseMs, lane),
      onProgress: () => this.pump(),
    });
  }

  async start(): Promise<void> {
    this.accounts.onChange((tenantId) => this.finder.resume(tenantId));
    await this.finder.start({
      work: (lanes) => this.hot.heat(...lanes),
      upcoming: (lane, limit, aheadMs) => this.claimUpcoming(lane, limit, aheadMs),
    });
  }

  /** Claims nothing more, returns what was not sent, and gives the calls under way the grace period to end. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    this.hot.stop();
    const { shutdownGraceMs } = this.settings;
    const patience = delay(shutdownGraceMs + storingMs, undefined, { ref: false });
    await Promise.race([Promise.allSettled([this.finder.stop(), ...this.claims]), patience]);
    await Promise.race([this.aside.end(), patience]);
    await this.held.giveBack([...this.pool.drain(), ...this.starts.drain()]).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'claims not returned; their leases will run out');
    });
    const cut = setTimeout(() => this.cut.abort(), shutdownGraceMs);
    const ended = this.pool.idle().then(() => Promise.all(this.unsettled));
    // While the database is away nothing is stored: what is still open then is left to its lease.
    await Promise.race([ended, patience]);
    clearTimeout(cut);
  }

  private now(): number {
    return this.clock.now().getTime();
  }

  /** Starts claims while there are lanes with work and room for it. */
  private pump(): void {
    while (!this.isStopping && this.pool.waiting < this.mostWaiting && this.claims.size < claimsAtOnce) {
      // A lane that has its fill stays in line; the others go ahead of it.
      const lane = this.hot.take((candidate) => this.roomFor(candidate) > 0);
      if (!lane) return;
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
      await this.claimVia(lane, account.state === 'SENDABLE' ? account.config : null, account.weight);
    } catch (error) {
      this.logger.error({ err: error, ...lane }, 'claim failed');
      this.hot.heatAfter(failedPauseMs, lane);
    }
  }

  /** Claims as many of the lane as there is room for and as the config's limits admit, and hands them to the pool. */
  private async claimVia(lane: Lane, config: DispatchConfig | null, weight: number): Promise<void> {
    const pacedForMs = config?.maxPerSecond ? this.pace(lane, config.maxPerSecond) : 0;
    if (pacedForMs > 0) return this.hot.heatAfter(pacedForMs, lane);
    const wanted = this.roomFor(lane);
    const paced = config ? Limits.paceOf(config, wanted) : wanted;
    const limit = config ? await this.limits.acquire(config, paced) : paced;
    if (limit < paced) this.starved.add(laneKey(lane));
    if (limit === 0) return this.hot.heatAfter(starvedPauseMs, lane);
    const claim = await this.job.claim(lane, limit, config);
    const isFull = claim.activities.length === limit;
    const dispatches = await this.whileLoading(lane, limit, () => {
      // The lane's next claim is made while this one is loaded.
      if (isFull && !config?.maxPerSecond) this.hot.heat(lane);
      return this.job.load(claim, config);
    });
    if (dispatches.length === 0) this.pacedUntil.delete(laneKey(lane));
    const admit = (ready: Dispatch[]) => this.admit(lane, ready, config, weight);
    const lastStart = await admit(this.setAside(lane, dispatches, admit));
    if (lastStart && isFull) this.hot.heatAfter(lastStart.getTime() - this.now(), lane);
  }

  /** @returns for how long (ms) the rate-limited lane has its fill; 0 when it may be claimed now, once */
  private pace(lane: Lane, maxPerSecond: number): number {
    const now = this.now();
    const pacedForMs = (this.pacedUntil.get(laneKey(lane)) ?? 0) - now;
    // Until its last start is known: another claim made meanwhile would be too far ahead.
    if (pacedForMs <= 0) this.pacedUntil.set(laneKey(lane), now + 1000 / maxPerSecond);
    return pacedForMs;
  }

  /** Gives loaded work its starts and hands it to the pool. @returns the last of the starts */
  private async admit(lane: Lane, dispatches: Dispatch[], config: DispatchConfig | null, weight: number) {
    const starts = config
      ? await this.held.orGiveBack(dispatches, () => this.limits.reserve(config, dispatches.length))
      : null;
    if (starts) this.begin(lane, dispatches, starts, weight);
    else this.pool.add(lane, dispatches, weight);
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

  /** Hands claimed work to the pool, each at its start. */
  private begin(lane: Lane, dispatches: Dispatch[], starts: Date[], weight: number): void {
    for (const [index, dispatch] of dispatches.entries()) {
      const at = starts[index] ?? this.clock.now();
      this.starts.add(dispatch, at, () => this.pool.add(lane, [dispatch], weight));
    }
  }

  /** Claims what comes due next, where nothing holds it, to be sent at its time. The rest is woken when it is due. */
  private async claimUpcoming(lane: Lane, limit: number, aheadMs: number): Promise<void> {
    const account = await this.accounts.of(lane);
    const isFree = account.state === 'SENDABLE' && !account.config.maxPerSecond && !account.config.maxConcurrent;
    const room = Math.min(limit, this.mostWaiting - this.pool.waiting - this.starts.count);
    if (!isFree || room <= 0) return;
    const dispatches = await this.job.load(await this.job.claimUpcoming(lane, room, aheadMs), null);
    const send = (ready: Dispatch[]) => {
      const starts = ready.map(({ activity }) => activity.scheduled_at);
      this.begin(lane, ready, starts, account.weight);
    };
    send(this.setAside(lane, dispatches, send));
  }

  /** Probes a config that is down with the lane's best activity, now or when its time has come. */
  private async probe(lane: Lane, probe: Probe, weight: number): Promise<void> {
    const waitMs = probe.outage.probe_at.getTime() - this.now();
    if (waitMs > 0) return this.hot.heatAfter(waitMs, lane);
    const send = (ready: Dispatch[]) => this.pool.add(lane, ready, weight);
    send(this.setAside(lane, await this.job.claimProbe(lane, probe), send));
  }

  private async run(dispatch: Dispatch): Promise<void> {
    const { tenantId, activity } = dispatch;
    const lane = laneOf(tenantId, activity);
    try {
      const { settled } = await this.job.run(dispatch, this.cut.signal);
      if (this.starved.delete(laneKey(lane))) this.hot.heat(lane);
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
        if (result.attempt.next_attempt_at) this.finder.expectRetry(lane.tenantId, result.attempt.next_attempt_at);
        else this.hot.heat(lane);
      }
      if (result.end === 'RETURNED') this.hot.heat(lane);
    } catch (error) {
      this.logger.error({ err: error, ...lane }, 'outcome not settled; its lease will run out');
    }
  }
}
