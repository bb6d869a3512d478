import { setTimeout as delay } from 'node:timers/promises';
import { type Lane, type SettledAttempt, WorkSignal } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import { ErrandError } from '@errand/errors';
import type { DispatchConfig } from '@errand/tenants';
import type { Channel } from '@errand/vocabulary';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Accounts, isAttemptable } from './accounts.service';
import { type Dispatch, isPending } from './dispatch';
import { DispatchJob } from './dispatch-job.service';
import { Limits } from './limits/limits.service';

/** After the grace period, outcomes and returned claims get this long to be stored. */
const storingMs = 2_000;
/** Longer than this nobody is kept waiting for a rate limit. */
const longestWaitMs = 2_000;

const held = {
  TENANT_PAUSED: () => 'The tenant is paused',
  PROVIDER_PAUSED: (channel: Channel) => `Every ${channel} config is paused`,
  PROVIDER_DOWN: (channel: Channel) => `Every active ${channel} config is down`,
};

/** Sends one activity at once, for somebody who waits for the answer. */
@Injectable()
export class DispatchNow implements OnModuleDestroy {
  private readonly stop = new AbortController();
  private readonly running = new Set<Promise<unknown>>();
  private isStopping = false;

  constructor(
    private readonly job: DispatchJob,
    private readonly accounts: Accounts,
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly workSignal: WorkSignal,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The same claim, steps and limits as the dispatcher's.
   * @throws NOT_FOUND, INVALID_TRANSITION, IN_FLIGHT, TENANT_PAUSED, PROVIDER_PAUSED, PROVIDER_DOWN, RATE_LIMITED,
   *   RESOLUTION_FAILED, NOT_READY when stopping
   */
  async send(lane: Lane, id: string): Promise<SettledAttempt> {
    if (this.isStopping) throw new ErrandError('NOT_READY', 'The process is stopping');
    const sending = this.admitAndRun(lane, id);
    this.running.add(sending);
    return sending.finally(() => this.running.delete(sending));
  }

  /** Calls under way get the grace period to finish; what is cut after it goes back to the queue uncounted. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    const { shutdownGraceMs } = this.settings;
    const cut = setTimeout(() => this.stop.abort(), shutdownGraceMs);
    // While the database is away nothing is stored: what is still open then is left to its lease.
    const patience = delay(shutdownGraceMs + storingMs, undefined, { ref: false });
    await Promise.race([Promise.allSettled(this.running), patience]);
    clearTimeout(cut);
  }

  private async admitAndRun(lane: Lane, id: string): Promise<SettledAttempt> {
    const account = await this.accounts.fresh(lane);
    if (!isAttemptable(account)) throw new ErrandError(account.state, held[account.state](lane.channel));
    const config = account.state === 'SENDABLE' ? account.config : null;
    if (config) await this.passLimits(config);
    return this.claimAndRun(lane, id, config);
  }

  /** Waits for the rate limit if that is soon, and takes one of the config's concurrency. @throws RATE_LIMITED */
  private async passLimits(config: DispatchConfig): Promise<void> {
    const nextStart = await this.limits.nextStart(config);
    const waitMs = nextStart ? nextStart.getTime() - this.clock.now().getTime() : 0;
    if (waitMs > longestWaitMs) throw rateLimited(config, waitMs);
    if ((await this.limits.acquire(config, 1)) === 0) throw rateLimited(config, 1000);
    const starts = await this.limits.reserve(config, 1).catch((error: unknown) => {
      this.limits.release(config, 1);
      throw error;
    });
    const start = starts?.[0];
    if (start) await delay(Math.max(0, start.getTime() - this.clock.now().getTime()), undefined, { ref: false });
  }

  private async claimAndRun(lane: Lane, id: string, config: DispatchConfig | null): Promise<SettledAttempt> {
    const { tenantId } = lane;
    const queued = { channel: lane.channel, pinned_config_id: lane.pinnedConfigId };
    const [loaded] = await this.job.load(await this.job.claimOne(tenantId, id, config), config);
    if (!loaded) throw new Error('a claim of one activity has one');
    const dispatch = isPending(loaded) ? await this.resolve(lane, loaded, config) : loaded;
    const { settled } = await this.job.run(dispatch, this.stop.signal);
    const result = await settled;
    if (result.end === 'LOST') throw new ErrandError('IN_FLIGHT', `Activity ${id} was taken over by another process`);
    if (result.end === 'RETURNED') {
      this.workSignal.announce(tenantId, queued);
      throw new ErrandError('NOT_READY', 'Not sent: the process is stopping or the provider was just paused');
    }
    if (result.attempt.trigger === 'ATTEMPT_FAILED') {
      this.workSignal.announce(tenantId, result.attempt.next_attempt_at ? null : queued);
    }
    return result.attempt;
  }

  /** What could not be found makes it UNRESOLVED, which is the answer. */
  private async resolve(lane: Lane, pending: Dispatch, config: DispatchConfig | null): Promise<Dispatch> {
    const { id } = pending.activity;
    const { ready, unresolved, returned } = await this.job
      .resolve([pending], this.stop.signal)
      .catch((error: unknown) => {
        throw this.stop.signal.aborted ? new ErrandError('NOT_READY', 'Not sent: the process is stopping') : error;
      });
    if (ready[0]) return ready[0];
    const [failure] = unresolved;
    if (failure) throw new ErrandError('RESOLUTION_FAILED', failure.message, { lastError: failure });
    if (returned.length > 0 && config) {
      this.workSignal.announce(lane.tenantId, { channel: lane.channel, pinned_config_id: lane.pinnedConfigId });
      throw rateLimited(config, 1000);
    }
    throw new ErrandError('IN_FLIGHT', `Activity ${id} was taken over by another process`);
  }
}

function rateLimited({ name }: DispatchConfig, waitMs: number): ErrandError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new ErrandError('RATE_LIMITED', `Dispatch config ${name} is at its limit`, { retryAfterSeconds });
}
