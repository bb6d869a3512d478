import { setTimeout as delay } from 'node:timers/promises';
import {
  type ActivityRelations,
  type Claim,
  type ClaimedActivity,
  type Lane,
  Lifecycle,
  loadRelations,
  type SettledAttempt,
} from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database } from '@errand/database';
import type { DispatchErrorCode } from '@errand/errors';
import { type DispatchOutcome, ProviderRegistry, runDispatcher } from '@errand/providers';
import { Inject, Injectable } from '@nestjs/common';
import { type LaneAccount, Accounts } from './accounts.service';
import { AttemptReport } from './attempt-report.service';
import { Leases } from './leases.service';
import { payloadOf } from './payload';
import { retryDelayMs } from './retry-policy';
import { Settler } from './settler.service';

/** One claimed activity, loaded and ready to be sent. */
export interface Dispatch {
  tenantId: string;
  token: string;
  activity: ClaimedActivity;
  relations: ActivityRelations;
}

/** How a dispatch ended. `attempt` is what the history says of it. */
export type DispatchResult =
  | { end: 'SETTLED'; attempt: SettledAttempt; responseBody: string | null }
  /** Not sent, and not counted: its tenant or provider was paused meanwhile, or this process is stopping. */
  | { end: 'RETURNED' }
  /** The lease had passed to another process, whose outcome counts. */
  | { end: 'LOST' };

type Usable = Exclude<LaneAccount, { state: 'TENANT_PAUSED' | 'PROVIDER_PAUSED' }>;

/** The provider's answer is kept up to this many characters. */
const longestResponseBody = 20_000;
/** A dispatcher gets this much longer than its own deadline before it counts as hung. */
const deadlineSlackMs = 1_000;

/**
 * The job: claim → load → resolve config → decrypt → look up → dispatch → settle. The dispatcher runs it in batches,
 * the api for one activity; both go through these same steps.
 */
@Injectable()
export class DispatchJob {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly registry: ProviderRegistry,
    private readonly settler: Settler,
    private readonly leases: Leases,
    private readonly report: AttemptReport,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Steps 1 and 2 for the best activities of a lane. */
  async claim(lane: Lane, limit: number): Promise<Dispatch[]> {
    return this.load(await this.lifecycle.claim(lane, limit, this.settings.dispatchLeaseMs));
  }

  /** Steps 1 and 2 for one activity. @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION */
  async claimOne(tenantId: string, id: string): Promise<Dispatch[]> {
    return this.load(await this.lifecycle.claimOne(tenantId, id, this.settings.dispatchLeaseMs));
  }

  /**
   * Steps 3 to 8.
   * @param signal aborts when the process can wait no longer; the activity is then returned uncounted
   */
  async run(dispatch: Dispatch, signal: AbortSignal): Promise<DispatchResult> {
    const { tenantId, activity } = dispatch;
    try {
      const account = await this.accounts.of({ tenantId, channel: activity.channel });
      if (account.state === 'TENANT_PAUSED' || account.state === 'PROVIDER_PAUSED')
        return await this.giveBack(dispatch);
      const startedAt = this.clock.now();
      const outcome = await this.send(dispatch, account, signal);
      return await this.settle(dispatch, account, outcome, startedAt);
    } catch (error) {
      if (!signal.aborted) throw error;
      return await this.giveBack(dispatch);
    } finally {
      this.leases.release({ tenantId, id: activity.id, token: dispatch.token });
    }
  }

  /** Returns what was claimed but not sent, uncounted. */
  async giveBackAll(dispatches: Dispatch[]): Promise<void> {
    const byTenant = new Map<string, { id: string; token: string }[]>();
    for (const { tenantId, token, activity } of dispatches) {
      this.leases.release({ tenantId, id: activity.id, token });
      const held = byTenant.get(tenantId);
      if (held) held.push({ id: activity.id, token });
      else byTenant.set(tenantId, [{ id: activity.id, token }]);
    }
    for (const [tenantId, held] of byTenant) await this.lifecycle.giveBack(tenantId, held);
  }

  /** Settles a claim whose lease ran out as a failed attempt, which may be its last. */
  async takeOver(lane: Lane, expired: { id: string; lease_token: string; dispatch_attempt_count: number }) {
    const account = await this.accounts.of(lane);
    const maxAttempts = 'retry' in account ? account.retry.maxAttempts : this.settings.dispatchMaxAttempts;
    const now = this.clock.now();
    const attempt: SettledAttempt = {
      id: expired.id,
      token: expired.lease_token,
      trigger: expired.dispatch_attempt_count >= maxAttempts ? 'ATTEMPTS_EXHAUSTED' : 'ATTEMPT_FAILED',
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

  /** Step 2: everything the claimed activities refer to, in one statement. */
  private async load({ tenantId, token, activities }: Claim): Promise<Dispatch[]> {
    if (activities.length === 0) return [];
    const ids = activities.map(({ id }) => id);
    for (const id of ids) this.leases.hold({ tenantId, id, token });
    try {
      const rows = await this.database.query<ActivityRelations>(loadRelations, [tenantId, ids]);
      const relationsOf = new Map(rows.map((row) => [row.id, row]));
      return activities.flatMap((activity) => {
        const relations = relationsOf.get(activity.id);
        return relations ? [{ tenantId, token, activity, relations }] : [];
      });
    } catch (error) {
      for (const id of ids) this.leases.release({ tenantId, id, token });
      // If this fails as well, the leases run out and the activities are taken over.
      await this.lifecycle
        .giveBack(
          tenantId,
          ids.map((id) => ({ id, token })),
        )
        .catch(() => undefined);
      throw error;
    }
  }

  /** Steps 3 to 6: config and credentials are in `account`; look up the dispatcher and invoke it. */
  private async send(dispatch: Dispatch, account: Usable, signal: AbortSignal): Promise<DispatchOutcome> {
    if (account.state === 'MISSING')
      return failed('NO_DISPATCH_CONFIG', `No dispatch config for ${dispatch.activity.channel}`);
    if (account.state === 'UNREADABLE')
      return failed('CREDENTIALS_UNREADABLE', 'The stored credentials do not decrypt');
    const dispatcher = this.registry.get(account.config.providerCode);
    if (!dispatcher) return failed('UNKNOWN_PROVIDER', `No dispatcher for ${account.config.providerCode}`);
    const payload = payloadOf(dispatch.activity, dispatch.relations);
    const request = { payload, body: JSON.stringify(payload), account: account.account };
    const overdue = new AbortController();
    return Promise.race([
      runDispatcher(dispatcher, request, signal).finally(() => overdue.abort()),
      hung(account.account.timeoutMs + deadlineSlackMs, overdue.signal),
    ]);
  }

  /** Steps 7 and 8. */
  private async settle(
    { tenantId, token, activity }: Dispatch,
    account: Usable,
    outcome: DispatchOutcome,
    startedAt: Date,
  ): Promise<DispatchResult> {
    const now = this.clock.now();
    const number = activity.dispatch_attempt_count;
    const config = account.state === 'MISSING' ? null : account.config;
    const isLast = !outcome.accepted && number >= account.retry.maxAttempts;
    const attempt: SettledAttempt = {
      id: activity.id,
      token,
      trigger: outcome.accepted ? 'ACCEPTED' : isLast ? 'ATTEMPTS_EXHAUSTED' : 'ATTEMPT_FAILED',
      next_attempt_at: outcome.accepted || isLast ? null : nextAttemptAt(account, number, outcome.retryAfterMs, now),
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
      response_body: outcome.responseBody?.slice(0, longestResponseBody) ?? null,
    };
    if (!(await this.settler.settle(tenantId, attempt))) return { end: 'LOST' };
    this.report.settled(tenantId, activity.channel, attempt, activity);
    return { end: 'SETTLED', attempt, responseBody: outcome.responseBody };
  }

  private async giveBack(dispatch: Dispatch): Promise<DispatchResult> {
    await this.giveBackAll([dispatch]);
    return { end: 'RETURNED' };
  }
}

function nextAttemptAt(account: Usable, attempt: number, retryAfterMs: number | null, now: Date): Date | null {
  const waitMs = retryDelayMs(account.retry, attempt, retryAfterMs, Math.random);
  return waitMs > 0 ? new Date(now.getTime() + waitMs) : null;
}

function failed(code: DispatchErrorCode, message: string): DispatchOutcome {
  return { accepted: false, code, message, httpStatus: null, responseBody: null, retryAfterMs: null };
}

/** The outcome of a dispatcher that ignores its deadline. */
async function hung(ms: number, isOver: AbortSignal): Promise<DispatchOutcome> {
  await delay(ms, undefined, { signal: isOver, ref: false }).catch(() => undefined);
  return failed('TIMEOUT', `The dispatcher gave no outcome within ${ms} ms`);
}
