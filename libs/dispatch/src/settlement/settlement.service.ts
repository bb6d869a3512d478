import type { ExpiredLease, Lane, Lease, SettledAttempt } from '@errand/activities';
import { Clock, Database } from '@errand/database';
import { BlockedContacts } from '@errand/master-data';
import { type DispatchOutcome, type FailedOutcome, failure } from '@errand/providers';
import { Injectable } from '@nestjs/common';
import { Accounts, type AttemptableAccount, configOf } from '../admission/accounts.service';
import type { MadeAttempt } from '../attempt.service';
import { Breaker } from '../admission/breaker/breaker.service';
import type { Holding } from '../holding';
import { type EndedAttempt, nextStep } from '../next-step';
import { AttemptReport } from './attempt-report.service';
import { Settler } from './settler.service';

/** What became of a call is learnt from, stored and told. */
@Injectable()
export class Settlement {
  constructor(
    private readonly accounts: Accounts,
    private readonly breaker: Breaker,
    private readonly settler: Settler,
    private readonly report: AttemptReport,
    private readonly blockedContacts: BlockedContacts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Stores the outcome of a call that is over. @returns the attempt, or null when the lease had passed to another process */
  async conclude(holding: Holding, account: AttemptableAccount, made: MadeAttempt): Promise<SettledAttempt | null> {
    const { lane, activity, probe, lease } = holding;
    const endedAt = this.clock.now();
    const learnt = await this.learn(account, made.outcome, holding);
    const ended = { outcome: learnt, number: activity.dispatch_attempt_count, isProbe: probe !== null, endedAt };
    const attempt = attemptOf(lease, ended, account, made);
    // Before the outcome: after a crash between the two the call is made again, and nothing was lost.
    if (learnt.disposition !== 'ACCEPTED' && learnt.blocksContact) await this.block(lane.tenantId, attempt, learnt);
    if (!(await holding.settle(attempt))) return null;
    this.report.settled(lane.tenantId, activity.channel, attempt, activity);
    return attempt;
  }

  /** Settles a claim whose lease ran out as a failed attempt, which may be its last. */
  async takeOver(lane: Lane, expired: ExpiredLease): Promise<void> {
    const account = await this.accounts.of(lane);
    const now = this.clock.now();
    const outcome = failure('LEASE_EXPIRED', 'The process that held the claim died or stalled before it reported');
    const ended = { outcome, number: expired.dispatch_attempt_count, isProbe: false, endedAt: now };
    const lease = { id: expired.id, token: expired.lease_token };
    const { policy, weight } = account;
    const nobody: AttemptableAccount = { state: 'MISSING', policy, down: [], weight, reason: null };
    const attempt = attemptOf(lease, ended, nobody, { startedAt: now, recipient: null, requestExcerpt: null });
    // Tried again without a further wait: it has waited for as long as its lease.
    attempt.next_attempt_at = null;
    attempt.expired_by = now;
    if (await this.settler.settle(lane.tenantId, attempt)) this.report.settled(lane.tenantId, lane.channel, attempt);
  }

  /** Blocks the recipient's contact, as the provider says; the outcome is stored, whether that can be or not. */
  private async block(tenantId: string, attempt: SettledAttempt, outcome: FailedOutcome): Promise<void> {
    const { id: activityId, recipient } = attempt;
    const { blocksContact: reason, providerErrorCode } = outcome;
    if (!reason || !recipient) return;
    const block = { tenantId, activityId, recipient, reason, providerErrorCode, at: this.clock.now() };
    try {
      await this.database.transaction(async (tx) => this.blockedContacts.block(tx, block));
    } catch (error) {
      this.report.blockFailed(tenantId, activityId, error);
    }
  }

  /**
   * Tells the breaker before the outcome is stored.
   * @returns the outcome; a MISCONFIGURED one that could not be stored with its config counts as any other failure, or its
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

/** One literal, since it is made for every call: to put it together by spreads took a tenth of the CPU of a drain. */
function attemptOf(
  lease: Lease,
  ended: EndedAttempt,
  account: AttemptableAccount,
  { startedAt, recipient, requestExcerpt }: Omit<MadeAttempt, 'outcome'>,
): SettledAttempt {
  const { outcome, number, endedAt } = ended;
  const { trigger, nextAttemptAt } = nextStep(ended, account.policy);
  const config = configOf(account);
  const failed = outcome.disposition === 'ACCEPTED' ? null : outcome;
  return {
    id: lease.id,
    token: lease.token,
    trigger,
    next_attempt_at: nextAttemptAt,
    expired_by: null,
    attempt: number,
    dispatch_config_id: config?.id ?? null,
    provider_code: config?.providerCode ?? null,
    provider_activity_id: outcome.disposition === 'ACCEPTED' ? outcome.providerActivityId : null,
    started_at: startedAt,
    duration_ms: endedAt.getTime() - startedAt.getTime(),
    http_status: outcome.httpStatus,
    disposition: outcome.disposition,
    error_code: failed?.code ?? null,
    provider_error_code: failed?.providerErrorCode ?? null,
    error_message: failed?.message ?? null,
    response_body: outcome.responseBody,
    request_excerpt: requestExcerpt,
    recipient,
  };
}
