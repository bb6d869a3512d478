import type { ExpiredLease, Lane, SettledAttempt } from '@errand/activities';
import { Clock } from '@errand/database';
import type { DispatchErrorCode } from '@errand/errors';
import { retryDelayMs } from '@errand/outbound';
import type { DispatchOutcome } from '@errand/providers';
import { Injectable } from '@nestjs/common';
import { Accounts, type AttemptableAccount } from './accounts.service';
import { AttemptReport } from './attempt-report.service';
import { Breaker, isOutage } from './breaker/breaker.service';
import type { Dispatch, DispatchResult, Probe } from './dispatch';
import { Settler } from './settler.service';

/** Steps 7 and 8: what became of a call is stored, told, and learnt from. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly accounts: Accounts,
    private readonly settler: Settler,
    private readonly breaker: Breaker,
    private readonly report: AttemptReport,
    private readonly clock: Clock,
  ) {}

  /** Stores the outcome of a call that is over, and lets the breaker learn how it went. */
  async conclude(
    dispatch: Dispatch,
    account: AttemptableAccount,
    outcome: DispatchOutcome,
    startedAt: Date,
  ): Promise<DispatchResult> {
    const attempt = this.attemptOf(dispatch, account, outcome, startedAt);
    const { tenantId, activity, probe } = dispatch;
    const isOurs = await this.settler.settle(tenantId, attempt);
    if (isOurs) this.report.settled(tenantId, activity.channel, attempt, activity);
    await this.learn(account, outcome, probe);
    return isOurs ? { end: 'SETTLED', attempt } : { end: 'LOST' };
  }

  /** Settles a claim whose lease ran out as a failed attempt, which may be its last. */
  async takeOver(lane: Lane, expired: ExpiredLease): Promise<void> {
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
      ...{ disposition: 'UNCERTAIN', provider_error_code: null },
      response_body: null,
    };
    if (await this.settler.settle(lane.tenantId, attempt)) this.report.settled(lane.tenantId, lane.channel, attempt);
  }

  private attemptOf(
    { token, activity, probe }: Dispatch,
    account: AttemptableAccount,
    outcome: DispatchOutcome,
    startedAt: Date,
  ): SettledAttempt {
    const now = this.clock.now();
    const number = activity.dispatch_attempt_count;
    const config = account.state === 'MISSING' ? null : account.config;
    const trigger = triggerOf(account, outcome, number, probe);
    const failed = outcome.disposition === 'ACCEPTED' ? null : outcome;
    return {
      id: activity.id,
      token,
      trigger,
      next_attempt_at:
        failed && trigger === 'ATTEMPT_FAILED' ? nextAttemptAt(account, number, failed.retryAfterMs, now) : null,
      expired_by: null,
      attempt: number,
      dispatch_config_id: config?.id ?? null,
      provider_code: config?.providerCode ?? null,
      provider_activity_id: outcome.disposition === 'ACCEPTED' ? outcome.providerActivityId : null,
      started_at: startedAt,
      duration_ms: now.getTime() - startedAt.getTime(),
      http_status: outcome.httpStatus,
      error_code: failed?.code ?? null,
      error_message: failed?.message ?? null,
      disposition: outcome.disposition,
      provider_error_code: failed?.providerErrorCode ?? null,
      response_body: outcome.responseBody,
    };
  }

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
}

function triggerOf(
  { retry }: AttemptableAccount,
  outcome: DispatchOutcome,
  attempt: number,
  probe: Probe | null,
): SettledAttempt['trigger'] {
  if (outcome.disposition === 'ACCEPTED') return 'ACCEPTED';
  // What a probe finds is no fault of the activity's: it goes back to wait, its attempt not counted.
  if (probe !== null && isOutage(outcome)) return 'PROBE_FAILED';
  return attempt >= retry.maxAttempts ? 'ATTEMPTS_EXHAUSTED' : 'ATTEMPT_FAILED';
}

function nextAttemptAt(
  { retry }: AttemptableAccount,
  attempt: number,
  retryAfterMs: number | null,
  now: Date,
): Date | null {
  const waitMs = retryDelayMs(retry, attempt, retryAfterMs, Math.random);
  return waitMs > 0 ? new Date(now.getTime() + waitMs) : null;
}
