import type { ExpiredLease, Lane, SettledAttempt } from '@errand/activities';
import { Clock } from '@errand/database';
import { type DispatchOutcome, failure } from '@errand/providers';
import { Injectable } from '@nestjs/common';
import { Accounts, type AttemptableAccount, configOf } from '../admission/accounts.service';
import { Breaker } from '../admission/breaker/breaker.service';
import type { Holding } from '../holding';
import { type EndedAttempt, nextStep } from '../next-step';
import { AttemptReport } from './attempt-report.service';
import { Settler } from './settler.service';

type AttemptEnd = Omit<SettledAttempt, 'id' | 'token'>;

/** What became of a call is learnt from, stored and told. */
@Injectable()
export class Settlement {
  constructor(
    private readonly accounts: Accounts,
    private readonly breaker: Breaker,
    private readonly settler: Settler,
    private readonly report: AttemptReport,
    private readonly clock: Clock,
  ) {}

  /** Stores the outcome of a call that is over. @returns the attempt, or null when the lease had passed to another process */
  async conclude(
    holding: Holding,
    account: AttemptableAccount,
    outcome: DispatchOutcome,
    startedAt: Date,
  ): Promise<SettledAttempt | null> {
    const { lane, activity, probe, lease } = holding;
    const endedAt = this.clock.now();
    const learnt = await this.learn(account, outcome, holding);
    const ended = { outcome: learnt, number: activity.dispatch_attempt_count, isProbe: probe !== null, endedAt };
    const attempt = attemptEnd(ended, account, startedAt);
    if (!(await holding.settle(attempt))) return null;
    const settled = { ...lease, ...attempt };
    this.report.settled(lane.tenantId, activity.channel, settled, activity);
    return settled;
  }

  /** Settles a claim whose lease ran out as a failed attempt, which may be its last. */
  async takeOver(lane: Lane, expired: ExpiredLease): Promise<void> {
    const account = await this.accounts.of(lane);
    const now = this.clock.now();
    const outcome = failure('LEASE_EXPIRED', 'The process that held the claim died or stalled before it reported');
    const ended = { outcome, number: expired.dispatch_attempt_count, isProbe: false, endedAt: now };
    const attempt: SettledAttempt = {
      ...attemptEnd(ended, { state: 'MISSING', policy: account.policy, down: [], weight: 1 }, now),
      ...{ id: expired.id, token: expired.lease_token, next_attempt_at: null, expired_by: now },
    };
    if (await this.settler.settle(lane.tenantId, attempt)) this.report.settled(lane.tenantId, lane.channel, attempt);
  }

  /**
   * Tells the breaker before the outcome is stored.
   * @returns the outcome; one that should have held a config that could not be held counts as any other failure, or its
   *   activity would be tried again and again at no cost
   */
  private async learn(
    account: AttemptableAccount,
    outcome: DispatchOutcome,
    { probe }: Holding,
  ): Promise<DispatchOutcome> {
    const config = configOf(account);
    if (!config || account.state !== 'SENDABLE') return outcome;
    try {
      await this.breaker.learn(config, outcome, probe?.outage ?? null);
      return outcome;
    } catch (error) {
      // The next call will tell the breaker the same.
      this.report.breakerFailed(config.id, error);
      return outcome.disposition === 'MISCONFIGURED' ? { ...outcome, disposition: 'RETRY' } : outcome;
    }
  }
}

function attemptEnd(ended: EndedAttempt, account: AttemptableAccount, startedAt: Date): AttemptEnd {
  const { outcome, number, endedAt } = ended;
  const { trigger, nextAttemptAt } = nextStep(ended, account.policy);
  const config = configOf(account);
  const isAccepted = outcome.disposition === 'ACCEPTED';
  return {
    trigger,
    next_attempt_at: nextAttemptAt,
    expired_by: null,
    attempt: number,
    dispatch_config_id: config?.id ?? null,
    provider_code: config?.providerCode ?? null,
    provider_activity_id: isAccepted ? outcome.providerActivityId : null,
    started_at: startedAt,
    duration_ms: endedAt.getTime() - startedAt.getTime(),
    http_status: outcome.httpStatus,
    disposition: outcome.disposition,
    error_code: isAccepted ? null : outcome.code,
    provider_error_code: isAccepted ? null : outcome.providerErrorCode,
    error_message: isAccepted ? null : outcome.message,
    response_body: outcome.responseBody,
  };
}
