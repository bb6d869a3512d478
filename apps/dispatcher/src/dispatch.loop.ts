import { type Lane, laneKey } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Accounts, type End, type Holding, nextTry, Pipeline, Sources } from '@errand/dispatch';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CallLine } from './call-line';
import { HotLanes } from './hot-lanes';
import { Pauses } from './pauses';
import { WorkFinder } from './work-finder.service';

/** Claims under way at once: while one waits for the database another tenant's can be answered. */
const claimsAtOnce = 4;
/** Claims of one lane under way at once, where the last one found as many as it might. */
const claimsOfLane = 2;
/** How many of a lane with nothing waiting are claimed while there is enough for all calls. */
const smallClaim = 10;
/** How many claims of a lane may wait for hooks; behind more of them even what needs none waits in the queue. */
const mostResolving = 10;
/** A lane whose config's concurrency is all in use elsewhere asks again after this. */
const shortPauseMs = 500;
/** A lane whose claim failed, or what was claimed of it, is tried again after this, then after ever longer pauses. */
const failedPauseMs = 1000;

/**
 * Decides when and where activities are claimed. Lanes with work take turns; claims are made ahead while calls run, so
 * that no call waits for the database. What is claimed then takes the steps of the pipeline.
 */
@Injectable()
export class DispatchLoop implements OnModuleDestroy {
  private readonly hot = new HotLanes(() => this.pump());
  /** Lanes that got less concurrency than they could use. */
  private readonly short = new Set<string>();
  /**
   * Until when (ms) what was claimed of a rate-limited lane suffices: the last of it starts then. More would only wait
   * in this process, where neither a higher score nor another process can get ahead of it.
   */
  private readonly pacedUntil = new Map<string, number>();
  /** How many are being claimed, of each lane, and by how many claims. */
  private readonly claiming = new Map<string, { activities: number; claims: number }>();
  /** Lanes whose last claim was full. */
  private readonly deep = new Set<string>();
  /** Of lanes that could not be claimed or sent: what was claimed of them was returned, uncounted. */
  private readonly pauses: Pauses;
  private readonly claims = new Set<Promise<void>>();
  private readonly mostWaiting: number;
  private isStopping = false;

  constructor(
    private readonly pipeline: Pipeline,
    private readonly sources: Sources,
    private readonly accounts: Accounts,
    private readonly line: CallLine,
    private readonly finder: WorkFinder,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.mostWaiting = settings.dispatchConcurrency * 20;
    this.pauses = new Pauses(failedPauseMs, () => line.now());
  }

  async start(): Promise<void> {
    this.line.open({
      freed: (lane) => {
        if (this.short.delete(laneKey(lane))) this.hot.heat(lane);
      },
      ended: (holding, end) => this.follow(holding, end),
      failed: (lane, error) => this.pause(lane, error),
      onProgress: () => this.pump(),
    });
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
    const looks = Promise.allSettled([this.finder.stop(), ...this.claims]);
    await this.line.close(looks);
  }

  /** Starts claims while there are lanes with work and room for it. */
  private pump(): void {
    while (!this.isStopping && this.claims.size < claimsAtOnce) {
      // A lane that has its fill stays in line; the others go ahead of it.
      const lane = this.hot.take((candidate) => this.mayClaim(candidate));
      if (!lane) return;
      const claim = this.look(lane).finally(() => {
        this.claims.delete(claim);
        this.pump();
      });
      this.claims.add(claim);
    }
  }

  private mayClaim(lane: Lane): boolean {
    if (this.pauses.isOn(laneKey(lane))) return false;
    const claims = this.claiming.get(laneKey(lane))?.claims ?? 0;
    return claims < (this.deep.has(laneKey(lane)) ? claimsOfLane : 1) && this.roomFor(lane) > 0;
  }

  /**
   * How many of the lane to claim ahead of the calls. Once there is enough for all calls, only lanes with nothing
   * waiting get a little: a tenant's single activity is claimed at once beside another's backlog.
   */
  private roomFor(lane: Lane): number {
    const { dispatchBatchSize, dispatchConcurrency } = this.settings;
    if (this.line.resolvingOf(lane) >= dispatchBatchSize * mostResolving) return 0;
    const waiting = this.line.waitingOf(lane) + (this.claiming.get(laneKey(lane))?.activities ?? 0);
    const enough = dispatchConcurrency * 2;
    if (this.line.waiting < enough) return waiting < dispatchBatchSize * 2 ? dispatchBatchSize : 0;
    // However much others have waiting, each lane can have a few.
    return waiting === 0 ? Math.min(dispatchBatchSize, smallClaim) : 0;
  }

  /** Leaves the lane alone for a while: what was claimed of it is announced when it is returned, and would be claimed again. */
  private pause(lane: Lane, error: Error): void {
    const key = laneKey(lane);
    // What fails during a pause had begun before it.
    if (this.pauses.isOn(key)) return;
    this.pauses.failed(key, error);
    // Not by heatAfter, of whose times the first counts: at one within the pause the lane is not taken, and none would
    // come after it. A timer may be a millisecond early, when the lane would not be taken either.
    setTimeout(() => this.hot.heat(lane), this.pauses.until(key) - this.line.now() + 1).unref();
  }

  /** Of a lane that fails the next pause is a short one again; what ends during its pause had begun before it. */
  private works(lane: Lane): void {
    if (!this.pauses.isOn(laneKey(lane))) this.pauses.end(laneKey(lane));
  }

  private async look(lane: Lane): Promise<void> {
    try {
      const { down, ...account } = await this.accounts.of(lane);
      for (const probe of down) {
        const waitMs = probe.outage.probe_at.getTime() - this.line.now();
        if (waitMs <= 0) await this.pipeline.run(this.sources.probe(lane, probe), this.line);
        // Not its time, or somebody else is at it.
        const nextMs = probe.outage.probe_at.getTime() - this.line.now();
        if (nextMs > 0) this.hot.heatAfter(nextMs, lane);
      }
      const maxPerSecond = account.state === 'SENDABLE' ? account.config.maxPerSecond : null;
      await this.claim(lane, maxPerSecond);
    } catch (error) {
      this.line.failed(lane, error as Error);
    }
  }

  /** Claims as many of the lane as there is room for. */
  private async claim(lane: Lane, maxPerSecond: number | null): Promise<void> {
    const key = laneKey(lane);
    const pacedForMs = maxPerSecond === null ? 0 : this.pace(key, maxPerSecond);
    if (pacedForMs > 0) return this.hot.heatAfter(pacedForMs, lane);
    const room = this.roomFor(lane);
    // It was filled meanwhile, and stays in line.
    if (room === 0) return this.hot.heat(lane);
    const running = this.pipeline.run(this.sources.queued(lane, room), this.line);
    this.count(key, room, 1);
    // The next claim of a lane that has more is made beside this one.
    if (this.deep.has(key) && maxPerSecond === null) this.hot.heat(lane);
    const { notNow, claimed, isFull, isShort, lastStart } = await running.finally(() => this.count(key, -room, -1));
    // Short of concurrency only if that is what kept it from claiming more.
    const isHeldBack = notNow ? notNow.reason === 'RATE_LIMIT' : isShort && isFull;
    if (isHeldBack) {
      this.short.add(key);
      this.hot.heatAfter(shortPauseMs, lane);
    } else this.short.delete(key);
    // A lane that is paused or down is found again when its tenant, a config or a breaker changes.
    if (claimed === 0) this.pacedUntil.delete(key);
    if (lastStart) this.pacedUntil.set(key, lastStart.getTime());
    if (!isFull || isShort) this.deep.delete(key);
    else if (lastStart) this.hot.heatAfter(lastStart.getTime() - this.line.now(), lane);
    else {
      this.deep.add(key);
      this.hot.heat(lane);
    }
  }

  /** @returns for how long (ms) the rate-limited lane has its fill; 0 when it may be claimed now, once */
  private pace(key: string, maxPerSecond: number): number {
    const now = this.line.now();
    const pacedForMs = (this.pacedUntil.get(key) ?? 0) - now;
    // Until its last start is known: another claim made meanwhile would be too far ahead.
    if (pacedForMs <= 0) this.pacedUntil.set(key, now + 1000 / maxPerSecond);
    return pacedForMs;
  }

  private count(key: string, activities: number, claims: number): void {
    const known = this.claiming.get(key) ?? { activities: 0, claims: 0 };
    const now = { activities: known.activities + activities, claims: known.claims + claims };
    if (now.claims > 0) this.claiming.set(key, now);
    else this.claiming.delete(key);
  }

  /** Claims what comes due next, if its lane is sent at all, to be sent at its time. The rest is woken when it is due. */
  private async claimUpcoming(lane: Lane, limit: number, aheadMs: number): Promise<void> {
    const room = Math.min(limit, this.mostWaiting - this.line.waiting - this.line.starting);
    if (room <= 0 || this.pauses.isOn(laneKey(lane))) return;
    try {
      await this.pipeline.run(this.sources.upcoming(lane, room, aheadMs), this.line);
    } catch (error) {
      // The tenant's other lanes have their turn.
      this.line.failed(lane, error as Error);
    }
  }

  /** Sees to it that what goes back to wait is found again. */
  private follow({ lane }: Holding, end: End): void {
    if (end.end === 'SETTLED' || end.end === 'UNRESOLVED') this.works(lane);
    // Its outcome may be stored all the same: a commit whose answer was lost.
    if (end.end === 'LOST') this.finder.expectRetry(lane.tenantId, new Date(this.line.now()));
    if (end.end !== 'SETTLED') return;
    const next = nextTry(end.attempt);
    if (next === 'NOW') this.hot.heat(lane);
    else if (next) this.finder.expectRetry(lane.tenantId, next);
  }
}
