import { setTimeout as delay } from 'node:timers/promises';
import { type Lane, Lifecycle, type SettledAttempt, WorkSignal } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import { ErrandError } from '@errand/errors';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Admission, type NotNow } from './admission/admission.service';
import { nextTry } from './next-step';
import { type End, type Line, Pipeline, type Turn } from './pipeline';
import { Sources } from './sources';

/** After the grace period, outcomes and returned claims get this long to be stored. */
const storingMs = 2_000;
/** Longer than this nobody is kept waiting for a rate limit. */
const longestWaitMs = 2_000;

/** Sends one activity at once, for somebody who waits for the answer. */
@Injectable()
export class DispatchNow implements OnModuleDestroy {
  private readonly stop = new AbortController();
  private readonly running = new Set<Promise<unknown>>();
  private isStopping = false;

  constructor(
    private readonly pipeline: Pipeline,
    private readonly sources: Sources,
    private readonly admission: Admission,
    private readonly lifecycle: Lifecycle,
    private readonly clock: Clock,
    private readonly workSignal: WorkSignal,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The same steps and limits as the dispatcher's.
   * @throws NOT_FOUND, INVALID_TRANSITION, IN_FLIGHT, TENANT_PAUSED, PROVIDER_PAUSED, PROVIDER_DOWN,
   *   PROVIDER_MISCONFIGURED, RATE_LIMITED, RESOLUTION_FAILED, NOT_READY when stopping
   */
  async send(lane: Lane, id: string): Promise<SettledAttempt> {
    if (this.isStopping) throw new ErrandError('NOT_READY', 'The process is stopping');
    const sending = this.run(lane, id);
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

  private async run(lane: Lane, id: string): Promise<SettledAttempt> {
    // Until the activity is claimed nothing of the limits is used up, and while its start is waited for it is not
    // claimed: a crash meanwhile costs it nothing.
    const notNow = await this.admission.whyNotSoon(lane);
    if (notNow) await this.waitFor(lane, id, notNow);
    return this.answer(lane, id, await this.endOf(lane, id));
  }

  private async endOf(lane: Lane, id: string): Promise<End> {
    return new Promise((resolve, reject) => {
      const { signal } = this.stop;
      const line: Line = {
        turn: async (_holding, startAt) => this.turnAt(startAt),
        resolving: () => undefined,
        ended: (_holding, end) => resolve(end),
        failed: (_lane, error) => reject(error),
        stop: signal,
        cut: signal,
      };
      this.pipeline.run(this.sources.one(lane, id, longestWaitMs), line).then(({ notNow }) => {
        if (notNow) reject(this.refusal(lane, notNow));
      }, reject);
    });
  }

  private async answer(lane: Lane, id: string, end: End): Promise<SettledAttempt> {
    const { tenantId } = lane;
    const queued = { channel: lane.channel, pinned_config_id: lane.pinnedConfigId };
    switch (end.end) {
      case 'LOST':
        throw new ErrandError('IN_FLIGHT', `Activity ${id} was taken over by another process`);
      case 'UNRESOLVED':
        throw new ErrandError('RESOLUTION_FAILED', end.failure.message, { lastError: end.failure });
      case 'RETURNED': {
        const notNow = await this.admission.whyNotNow(lane);
        if (notNow && !this.stop.signal.aborted) throw this.refusal(lane, notNow);
        throw new ErrandError('NOT_READY', 'Not sent: the process is stopping, or was kept from sending it');
      }
      case 'SETTLED': {
        const next = nextTry(end.attempt);
        if (next) this.workSignal.announce(tenantId, next === 'NOW' ? queued : null);
        return end.attempt;
      }
    }
  }

  /** @throws what the lane is refused for, unless it is a rate that allows the next start soon */
  private async waitFor(lane: Lane, id: string, notNow: NotNow): Promise<void> {
    const { reason, until } = notNow;
    if (reason === 'RATE_LIMIT' && until && (await this.hasCome(until))) return;
    // What is canceled or being sent does not wait for its lane, and the refusal would say so.
    await this.lifecycle.expectSendable(lane.tenantId, id);
    throw this.refusal(lane, notNow);
  }

  /** No queue: whoever asks is served at the start that the rate allows. */
  private async turnAt(startAt: Date | null): Promise<Turn | null> {
    const isTurn = !startAt || (await this.hasCome(startAt));
    return isTurn && !this.stop.signal.aborted ? { end: () => undefined } : null;
  }

  /** Waits until then. @returns false at once where that is too far off */
  private async hasCome(time: Date): Promise<boolean> {
    const waitMs = this.msUntil(time);
    if (waitMs > longestWaitMs) return false;
    if (waitMs > 0) await delay(waitMs, undefined, { ref: false });
    return true;
  }

  private msUntil(time: Date): number {
    return time.getTime() - this.clock.now().getTime();
  }

  private refusal({ channel }: Lane, { reason, until, config }: NotNow): ErrandError {
    switch (reason) {
      case 'TENANT_PAUSED':
        return new ErrandError(reason, 'The tenant is paused');
      case 'PROVIDER_PAUSED':
        return new ErrandError(reason, `Every ${channel} config is paused`);
      case 'PROVIDER_DOWN':
        return new ErrandError(reason, `Every active ${channel} config is down`);
      case 'PROVIDER_MISCONFIGURED':
        return new ErrandError(
          reason,
          `The provider refuses dispatch config ${config?.name ?? ''} until it is changed`,
        );
      case 'RATE_LIMIT': {
        const retryAfterSeconds = Math.max(1, Math.ceil((until ? this.msUntil(until) : 1000) / 1000));
        const message = `Dispatch config ${config?.name ?? ''} is at its limit`;
        return new ErrandError('RATE_LIMITED', message, { retryAfterSeconds });
      }
    }
  }
}
