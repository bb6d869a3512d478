import {
  type ActivityRelations,
  type Claim,
  ClaimResolution,
  type ClaimedActivity,
  type Lane,
  laneOf,
  Lifecycle,
  loadRelations,
  type ResolutionFailure,
  type SettledAttempt,
} from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database } from '@errand/database';
import type { DispatchErrorCode } from '@errand/errors';
import { type DispatchOutcome, ProviderRegistry, runDispatcher } from '@errand/providers';
import type { DispatchConfig } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';
import { Accounts, type AttemptableAccount, isAttemptable, type SendableAccount } from './accounts.service';
import { AttemptReport } from './attempt-report.service';
import { Breaker, isOutage } from './breaker/breaker.service';
import type { Outage } from './breaker/outages.sql';
import { Leases } from './leases.service';
import { Limits } from './limits/limits.service';
import { payloadOf } from './payload';
import { retryDelayMs } from './retry-policy';
import { sortByEnd } from './resolved-dispatches';
import { Settler } from './settler.service';

/** One claimed activity, loaded and ready to be sent. */
export interface Dispatch {
  tenantId: string;
  token: string;
  activity: ClaimedActivity;
  relations: ActivityRelations;
  /** The config it was admitted to, whose concurrency it uses until it ends. */
  admittedTo: DispatchConfig | null;
  /** Set when this is the probe of a config whose breaker is open. */
  probe: Probe | null;
}

export interface Probe {
  outage: Outage;
  via: SendableAccount;
}

/** What came of resolving claimed activities. */
export interface ResolvedDispatches {
  /** Loaded, and admitted again to the config they were admitted to. */
  ready: Dispatch[];
  /** UNRESOLVED now; the claim is over. */
  unresolved: ResolutionFailure[];
  /** Resolved, but the config has no concurrency free for them: back in the queue, uncounted. */
  returned: Dispatch[];
}

/** How a dispatch ended. `attempt` is what the history says of it. */
export type DispatchResult =
  | { end: 'SETTLED'; attempt: SettledAttempt }
  /** Not sent, and not counted: its tenant or provider was paused meanwhile, or this process is stopping. */
  | { end: 'RETURNED' }
  /** The lease had passed to another process, whose outcome counts. */
  | { end: 'LOST' };

/** What an activity that refers to nothing hangs on. */
const none: ActivityRelations = {
  ...{ id: '', commerce: null, operator: null, route: null, attributes: null },
  is_pending: false,
};

/** How much longer than its deadline a probe may take before another process makes the next one. */
const deadlineSlackMs = 2_000;

/**
 * The job: claim → load → resolve config → decrypt → look up → dispatch → settle. The dispatcher runs it in batches,
 * the api for one activity; both go through these same steps.
 */
@Injectable()
export class DispatchJob {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly resolution: ClaimResolution,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly registry: ProviderRegistry,
    private readonly breaker: Breaker,
    private readonly limits: Limits,
    private readonly settler: Settler,
    private readonly leases: Leases,
    private readonly report: AttemptReport,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Step 1 for the best activities of a lane.
   * @param admittedTo whose concurrency was acquired for `limit` activities; what is not used is given back
   */
  async claim(lane: Lane, limit: number, admittedTo: DispatchConfig | null): Promise<Claim> {
    return this.admitted(admittedTo, limit, () => this.lifecycle.claim(lane, limit, this.settings.dispatchLeaseMs));
  }

  /** The same for those that come due within `aheadMs`, to be run when they are. */
  async claimUpcoming(lane: Lane, limit: number, aheadMs: number): Promise<Claim> {
    return this.lifecycle.claimUpcoming(lane, limit, this.settings.dispatchLeaseMs, aheadMs);
  }

  /** The same for one activity. @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION */
  async claimOne(tenantId: string, id: string, admittedTo: DispatchConfig | null): Promise<Claim> {
    return this.admitted(admittedTo, 1, () => this.lifecycle.claimOne(tenantId, id, this.settings.dispatchLeaseMs));
  }

  /** Step 2: everything the claimed activities refer to, in one statement. */
  async load(
    { tenantId, token, claimedAt, activities }: Claim,
    admittedTo: DispatchConfig | null,
  ): Promise<Dispatch[]> {
    if (activities.length === 0) return [];
    const ids = activities.map(({ id }) => id);
    this.leases.hold(tenantId, token, ids, claimedAt);
    const dispatches = activities.map((activity): Dispatch => ({
      tenantId,
      token,
      activity,
      relations: none,
      admittedTo,
      probe: null,
    }));
    return this.orGiveBack(dispatches, () => this.loadInto(tenantId, dispatches));
  }

  /**
   * Between 2 and 3, for those of a claim that {@link isPending}: finds what was left to be found now. They use none of
   * the config's concurrency meanwhile.
   * @param signal aborts when the process cannot wait for a hook; they are then returned uncounted, which is thrown
   */
  async resolve(pending: Dispatch[], signal: AbortSignal): Promise<ResolvedDispatches> {
    const [first] = pending;
    if (!first) return { ready: [], unresolved: [], returned: [] };
    const { tenantId, token, admittedTo } = first;
    for (const dispatch of pending) this.leaveConfig(dispatch);
    return this.orGiveBack(pending, async () => {
      const ids = pending.map(({ activity }) => activity.id);
      const ends = await this.resolution.resolve(tenantId, token, ids, signal);
      const { resolved, addressed, unresolved, lost } = sortByEnd(pending, ends);
      for (const dispatch of lost) this.letGo(dispatch);
      for (const { dispatch, failure } of unresolved) {
        this.letGo(dispatch);
        this.report.unresolved(tenantId, dispatch.activity.id, failure);
      }
      if (addressed.length > 0) await this.loadInto(tenantId, addressed);
      const admitted = admittedTo ? await this.limits.acquire(admittedTo, resolved.length) : resolved.length;
      const ready = resolved.slice(0, admitted);
      for (const dispatch of ready) dispatch.admittedTo = admittedTo;
      const returned = resolved.slice(admitted);
      await this.giveBackAll(returned);
      return { ready, unresolved: unresolved.map(({ failure }) => failure), returned };
    });
  }

  /** Claims the lane's best activity as the one probe of a config that is down, if it is our turn to make it. */
  async claimProbe(lane: Lane, probe: Probe): Promise<Dispatch[]> {
    const claimed = await this.load(await this.claim(lane, 1, null), null);
    const patienceMs = probe.via.account.timeoutMs + deadlineSlackMs;
    if (claimed.length === 0) return [];
    const isOurTurn = await this.orGiveBack(claimed, () => this.breaker.takeProbe(probe.via.config, patienceMs));
    if (isOurTurn) return claimed.map((dispatch) => ({ ...dispatch, probe }));
    // Somebody else is at it: until their call can be over, more claims would only be given back.
    probe.outage.probe_at = this.clock.after(patienceMs);
    await this.giveBackAll(claimed);
    return [];
  }

  /**
   * Steps 3 to 8. Resolves when the call is over, so that the next one can start while this one is settled.
   * @param signal aborts when the process can wait no longer; the activity is then returned uncounted
   */
  async run(dispatch: Dispatch, signal: AbortSignal): Promise<{ settled: Promise<DispatchResult> }> {
    const { tenantId, activity, probe } = dispatch;
    try {
      const account = probe?.via ?? (await this.accounts.of(laneOf(tenantId, activity)));
      if (!isAttemptable(account)) return { settled: this.giveBack(dispatch) };
      // Whoever took it over keeps it; if nobody did, it goes back to its queue uncounted.
      if (!this.leases.isHeld(dispatch.token, activity.id)) return { settled: this.giveBack(dispatch) };
      const startedAt = this.clock.now();
      const outcome = await this.send(dispatch, account, signal);
      return { settled: this.conclude(dispatch, account, outcome, startedAt) };
    } catch (error) {
      if (signal.aborted) return { settled: this.giveBack(dispatch) };
      this.letGo(dispatch);
      throw error;
    }
  }

  /** Returns what was claimed but not sent, uncounted. */
  async giveBackAll(dispatches: Dispatch[]): Promise<void> {
    const byTenant = new Map<string, { id: string; token: string }[]>();
    for (const dispatch of dispatches) {
      this.letGo(dispatch);
      const held = { id: dispatch.activity.id, token: dispatch.token };
      const ofTenant = byTenant.get(dispatch.tenantId);
      if (ofTenant) ofTenant.push(held);
      else byTenant.set(dispatch.tenantId, [held]);
    }
    for (const [tenantId, held] of byTenant) await this.lifecycle.giveBack(tenantId, held);
  }

  /** Does what stands between a claim and its calls. When that fails the claim is returned: nobody else would end it. */
  async orGiveBack<Result>(claimed: Dispatch[], step: () => Promise<Result>): Promise<Result> {
    try {
      return await step();
    } catch (error) {
      // If this fails as well, the leases run out and the activities are taken over.
      await this.giveBackAll(claimed).catch(() => undefined);
      throw error;
    }
  }

  /** Settles a claim whose lease ran out as a failed attempt, which may be its last. */
  async takeOver(lane: Lane, expired: { id: string; lease_token: string; dispatch_attempt_count: number }) {
    const { retry } = await this.accounts.of(lane);
    const now = this.clock.now();
    const attempt: SettledAttempt = {
      id: expired.id,
      token: expired.lease_token,
      trigger: expired.dispatch_attempt_count >= retry.maxAttempts ? 'ATTEMPTS_EXHAUSTED' : 'ATTEMPT_FAILED',
      next_attempt_at: null,
      expired_by: now,
      attempt: expired.dispatch_attempt_count,
      dispatch_config_id: null,
      provider_code: null,
      provider_activity_id: null,
      started_at: now,
      duration_ms: 0,
      http_status: null,
      error_code: 'LEASE_EXPIRED' satisfies DispatchErrorCode,
      error_message: 'The process that held the claim died or stalled before it reported',
      response_body: null,
    };
    if (await this.settler.settle(lane.tenantId, attempt)) this.report.settled(lane.tenantId, lane.channel, attempt);
  }

  private async loadInto(tenantId: string, dispatches: Dispatch[]): Promise<Dispatch[]> {
    const ids = dispatches.map(({ activity }) => activity.id);
    const rows = await this.database.query<ActivityRelations>(loadRelations, [tenantId, ids]);
    const relationsOf = new Map(rows.map((row) => [row.id, row]));
    for (const dispatch of dispatches) dispatch.relations = relationsOf.get(dispatch.activity.id) ?? none;
    return dispatches;
  }

  private async admitted(config: DispatchConfig | null, limit: number, claim: () => Promise<Claim>): Promise<Claim> {
    let claimed = 0;
    try {
      const taken = await claim();
      claimed = taken.activities.length;
      return taken;
    } finally {
      if (config) this.limits.release(config, limit - claimed);
    }
  }

  /** Ends what a dispatch holds in this process, once. */
  private letGo(dispatch: Dispatch): void {
    this.leaveConfig(dispatch);
    this.leases.release(dispatch.token, dispatch.activity.id);
  }

  /** Ends its use of the config's concurrency: the call is over, or there will be none. */
  private leaveConfig(dispatch: Dispatch): void {
    if (dispatch.admittedTo) this.limits.release(dispatch.admittedTo, 1);
    dispatch.admittedTo = null;
  }

  /** What follows a call: its outcome is stored, and the breaker learns how it went. */
  private async conclude(
    dispatch: Dispatch,
    account: AttemptableAccount,
    outcome: DispatchOutcome,
    startedAt: Date,
  ): Promise<DispatchResult> {
    this.leaveConfig(dispatch);
    try {
      const result = await this.settle(dispatch, account, outcome, startedAt);
      await this.learn(account, outcome, dispatch.probe);
      return result;
    } finally {
      this.letGo(dispatch);
    }
  }

  /** Tells the breaker how the call went. */
  private async learn(account: AttemptableAccount, outcome: DispatchOutcome, probe: Probe | null): Promise<void> {
    if (account.state !== 'SENDABLE') return;
    try {
      if (probe) await this.breaker.probed(account.config, probe.outage, outcome);
      else await this.breaker.observe(account.config, outcome);
    } catch (error) {
      // The outcome is stored; the next call will tell the breaker the same.
      this.report.breakerFailed(account.config.id, error);
    }
  }

  /** Steps 3 to 6: config and credentials are in `account`; look up the dispatcher and invoke it. */
  private async send(dispatch: Dispatch, account: AttemptableAccount, signal: AbortSignal): Promise<DispatchOutcome> {
    if (account.state === 'MISSING')
      return failed('NO_DISPATCH_CONFIG', `No dispatch config for ${dispatch.activity.channel}`);
    if (account.state === 'UNREADABLE')
      return failed('CREDENTIALS_UNREADABLE', 'The stored credentials do not decrypt');
    const dispatcher = this.registry.get(account.config.providerCode);
    if (!dispatcher) return failed('UNKNOWN_PROVIDER', `No dispatcher for ${account.config.providerCode}`);
    const payload = payloadOf(dispatch.activity, dispatch.relations);
    const request = { payload, body: JSON.stringify(payload), account: account.account };
    return runDispatcher(dispatcher, request, signal);
  }

  /** Steps 7 and 8. */
  private async settle(
    { tenantId, token, activity, probe }: Dispatch,
    account: AttemptableAccount,
    outcome: DispatchOutcome,
    startedAt: Date,
  ): Promise<DispatchResult> {
    const now = this.clock.now();
    const number = activity.dispatch_attempt_count;
    const config = account.state === 'MISSING' ? null : account.config;
    // What a probe finds is no fault of the activity's: it goes back to wait, its attempt not counted.
    const isProbeFailure = probe !== null && isOutage(outcome);
    const isLast = !outcome.accepted && number >= account.retry.maxAttempts;
    const failure = isProbeFailure ? 'PROBE_FAILED' : isLast ? 'ATTEMPTS_EXHAUSTED' : 'ATTEMPT_FAILED';
    const trigger = outcome.accepted ? 'ACCEPTED' : failure;
    const attempt: SettledAttempt = {
      id: activity.id,
      token,
      trigger,
      next_attempt_at:
        !outcome.accepted && trigger === 'ATTEMPT_FAILED'
          ? nextAttemptAt(account, number, outcome.retryAfterMs, now)
          : null,
      expired_by: null,
      attempt: number,
      dispatch_config_id: config?.id ?? null,
      provider_code: config?.providerCode ?? null,
      provider_activity_id: outcome.accepted ? outcome.providerActivityId : null,
      started_at: startedAt,
      duration_ms: now.getTime() - startedAt.getTime(),
      http_status: outcome.httpStatus,
      error_code: outcome.accepted ? null : outcome.code,
      error_message: outcome.accepted ? null : outcome.message,
      response_body: outcome.responseBody,
    };
    if (!(await this.settler.settle(tenantId, attempt))) return { end: 'LOST' };
    this.report.settled(tenantId, activity.channel, attempt, activity);
    return { end: 'SETTLED', attempt };
  }

  private async giveBack(dispatch: Dispatch): Promise<DispatchResult> {
    await this.giveBackAll([dispatch]);
    return { end: 'RETURNED' };
  }
}

/** Whether a target user or an attribute must be found before it can be sent: {@link DispatchJob.resolve} does. */
export function isPending({ relations }: Dispatch): boolean {
  return relations.is_pending;
}

function nextAttemptAt(
  account: AttemptableAccount,
  attempt: number,
  retryAfterMs: number | null,
  now: Date,
): Date | null {
  const waitMs = retryDelayMs(account.retry, attempt, retryAfterMs, Math.random);
  return waitMs > 0 ? new Date(now.getTime() + waitMs) : null;
}

function failed(code: DispatchErrorCode, message: string): DispatchOutcome {
  return { accepted: false, code, message, httpStatus: null, responseBody: null, retryAfterMs: null };
}
