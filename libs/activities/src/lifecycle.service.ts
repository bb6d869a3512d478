import { Clock, Database, type Queryable, type Statement } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import type { Resolved } from '@errand/resolution';
import type { ActivityStatus } from '@errand/vocabulary';
import { Outbox } from '@errand/webhooks';
import { Injectable } from '@nestjs/common';
import { v4 as newToken } from 'uuid';
import { whenDue } from './draft';
import type { Lane, LaneColumns } from './lane';
import { cancelActivity, changeStatus, rescheduleActivity } from './sql/change.sql';
import { type ClaimedActivity, claimOne, claimPinned, claimQueued, claimUpcoming } from './sql/claim.sql';
import { type HistoryEvent, tellOfHistory } from './sql/history.sql';
import { renewLeases, returnClaims } from './sql/lease.sql';
import { findHeldAmong } from './sql/results.sql';
import { settleResolution, storeAttributes } from './sql/settle-resolution.sql';
import {
  type AcceptedAttempt,
  lockForSettle,
  settleAccepted,
  settleAttempts,
  type SettledAttempt,
} from './sql/settle.sql';
import { type ActivityState, readState } from './sql/state.sql';
import { isFinal, type Trigger, transitions } from './status';
import { targetUserRows } from './target-user-rows';
import { WorkSignal } from './work-signal.service';

/** Activities of one tenant that were claimed at once, under one lease token, the best first. */
export interface Claim {
  tenantId: string;
  token: string;
  /** When it was asked for, by `performance.now()`: its lease counts from no earlier. */
  claimedAt: number;
  activities: ClaimedActivity[];
}

/** An activity and the lease token that it was claimed with. */
export interface Lease {
  id: string;
  token: string;
}

/** A claimed activity that was not sent. */
export interface UnusedClaim extends Lease {
  /** What it waited for until it was claimed; null = it was in its queue. */
  waitedUntil: Date | null;
}

export interface Rescheduling {
  scheduledAt?: Date;
  /** With scheduledAt: not sent before then, even if it is due. */
  notBefore?: Date;
  score?: number;
  suggestedExecutionTime?: string | null;
}

export interface StatusChange {
  trigger: Trigger | 'OVERRIDE';
  from: ActivityStatus;
  to: ActivityStatus;
  actor: string;
  /** When a READY activity is next due; null = at once. */
  nextAttemptAt?: Date | null;
  failure?: { code: string; message: string } | null;
  /** Stored if the activity has none yet. */
  providerActivityId?: string | null;
}

/**
 * Changes the status of activities that exist. Every statement names the status, and where there is one the lease, that
 * it expects, so of two that race exactly one happens. Activities are made by `Creation` and `Copies`, and removed by
 * `Retention`.
 */
@Injectable()
export class Lifecycle {
  /** Tenants whose webhooks were told when something was last settled: with these a transaction comes first. */
  private readonly tellingTenants = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly workSignal: WorkSignal,
  ) {}

  /** Claims up to `limit` of the lane's best queued activities for `leaseMs`. */
  async claim(lane: Lane, limit: number, leaseMs: number): Promise<Claim> {
    const { tenantId, channel, pinnedConfigId } = lane;
    return pinnedConfigId
      ? this.claimWith(claimPinned, tenantId, limit, leaseMs, [channel, pinnedConfigId])
      : this.claimWith(claimQueued, tenantId, limit, leaseMs, [channel]);
  }

  /** Claims up to `limit` of the lane's activities that come due for the first time within `aheadMs`. */
  async claimUpcoming(lane: Lane, limit: number, leaseMs: number, aheadMs: number): Promise<Claim> {
    const { tenantId, channel, pinnedConfigId } = lane;
    const until = this.clock.after(aheadMs);
    return this.claimWith(claimUpcoming, tenantId, limit, leaseMs, [channel, pinnedConfigId, until]);
  }

  /**
   * Claims one READY activity at once, whatever it waits for.
   * @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION
   */
  async claimOne(tenantId: string, id: string, leaseMs: number): Promise<Claim> {
    const claim = await this.claimWith(claimOne, tenantId, 1, leaseMs, [id]);
    if (claim.activities.length === 0) throw await this.refusal(tenantId, id, 'dispatched');
    return claim;
  }

  /**
   * For one that is not even tried to be claimed.
   * @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION as {@link claimOne} does
   */
  async expectSendable(tenantId: string, id: string): Promise<void> {
    const [state] = await this.database.query<ActivityState>(readState, [tenantId, id]);
    if (state?.status !== 'READY' || state.lease_token !== null) throw refusalOf(id, state, 'dispatched');
  }

  /** Extends those of the leases that have not passed to somebody else. @returns the ids of these activities */
  async renew(tenantId: string, leases: readonly Lease[], leaseMs: number): Promise<string[]> {
    const values = [tenantId, ...columnsOf(leases), this.clock.after(leaseMs)];
    return (await this.database.query<{ id: string }>(renewLeases, values)).map(({ id }) => id);
  }

  /** Returns claimed activities to where they were, their attempt uncounted. */
  async returnClaims(tenantId: string, claims: readonly UnusedClaim[]): Promise<void> {
    const waitedUntil = claims.map((claim) => claim.waitedUntil);
    await this.database.query(returnClaims, [tenantId, ...columnsOf(claims), this.clock.now(), waitedUntil]);
  }

  /**
   * Ends attempts and writes their history. An activity whose attempt failed while a result for it had come in is
   * neither tried again nor failed: the result proves that the provider has it.
   * @returns the ids whose lease was still the attempt's
   */
  async settle(tenantId: string, attempts: SettledAttempt[]): Promise<Set<string>> {
    const failed = attempts.filter(({ trigger }) => trigger !== 'ACCEPTED').map(({ id }) => id);
    if (failed.length === 0 && !this.tellingTenants.has(tenantId)) {
      const settled = await this.settleBy(settleAccepted, this.database, tenantId, attempts.map(acceptedOf));
      if (settled.length > 0) return idsOf(settled);
      // Either no lease was ours any more, or there is a webhook to tell: the transaction does right by both.
    }
    return this.database.transaction(async (tx) => {
      const ends = failed.length > 0 ? await this.withProof(tx, tenantId, attempts, failed) : attempts;
      const settled = await this.settleBy<HistoryEvent>(settleAttempts, tx, tenantId, ends);
      const isTold =
        settled.length > 0 && (await this.outbox.tell(tx, tellOfHistory, [tenantId, JSON.stringify(settled)]));
      if (isTold) this.tellingTenants.add(tenantId);
      else this.tellingTenants.delete(tenantId);
      return idsOf(settled);
    });
  }

  /**
   * Stores what was found for claimed activities; those with a failure become UNRESOLVED, their attempt uncounted.
   * @returns the ids whose lease was still the claim's
   */
  async settleResolution(
    tenantId: string,
    token: string,
    outcomes: readonly ({ id: string } & Resolved)[],
  ): Promise<Set<string>> {
    const failures = outcomes.flatMap(({ id, failure }) => (failure ? { id, ...failure } : []));
    const found = outcomes.filter(({ targetUsers }) => targetUsers !== null).map(({ id }) => id);
    const attributes = JSON.stringify(
      outcomes.flatMap(({ id, attributes: ofOne }) => ofOne.map((one) => ({ activity_id: id, ...one }))),
    );
    const values = [outcomes.map(({ id }) => id), token, this.clock.now()];
    if (failures.length === 0 && found.length === 0) {
      const stored = await this.database.query<{ id: string }>(storeAttributes, [tenantId, ...values, attributes]);
      return new Set(stored.map(({ id }) => id));
    }
    const rows = await this.outbox.query<{ id: string }>(this.database, settleResolution, [
      tenantId,
      ...values,
      ...[JSON.stringify(failures), failures.map(({ id }) => id)],
      attributes,
      found,
      JSON.stringify(outcomes.flatMap(({ id, targetUsers }) => targetUserRows(id, targetUsers ?? []))),
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION */
  async cancel(tenantId: string, id: string, actor: string): Promise<void> {
    const rows = await this.outbox.query(this.database, cancelActivity, [tenantId, id, this.clock.now(), actor]);
    if (rows.length === 0) throw await this.refusal(tenantId, id, 'canceled');
  }

  /** @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION */
  async reschedule(tenantId: string, id: string, change: Rescheduling): Promise<void> {
    const now = this.clock.now();
    const { scheduledAt, notBefore, score, suggestedExecutionTime } = change;
    const waitsUntil = scheduledAt ? (notBefore ?? whenDue(scheduledAt, now)) : null;
    const [row] = await this.database.query<LaneColumns>(rescheduleActivity, [
      tenantId,
      id,
      now,
      scheduledAt !== undefined,
      scheduledAt ?? null,
      waitsUntil,
      score ?? null,
      suggestedExecutionTime !== undefined,
      suggestedExecutionTime ?? null,
    ]);
    if (!row) throw await this.refusal(tenantId, id, 'changed');
    if (scheduledAt) this.workSignal.announce(tenantId, waitsUntil ? null : row);
  }

  /** Makes any other change, within the caller's transaction. @returns whether the activity was in `from` */
  async change(tx: Queryable, tenantId: string, id: string, change: StatusChange): Promise<boolean> {
    const now = this.clock.now();
    const { trigger, from, to, actor, nextAttemptAt, failure, providerActivityId } = change;
    const rows = await this.outbox.query(tx, changeStatus, [
      tenantId,
      id,
      now,
      actor,
      trigger,
      from,
      to,
      nextAttemptAt ?? null,
      to === 'DISPATCHED' || to === 'COMPLETED' ? now : null,
      isFinal(to) ? now : null,
      failure?.code ?? null,
      failure?.message ?? null,
      providerActivityId ?? null,
    ]);
    return rows.length > 0;
  }

  /** Moves an activity along one transition of the table. @returns whether it was in the transition's `from` */
  async follow(
    tx: Queryable,
    tenantId: string,
    id: string,
    trigger: Exclude<Trigger, 'CREATED'>,
    change: Omit<StatusChange, 'trigger' | 'from' | 'to'>,
  ): Promise<boolean> {
    return this.change(tx, tenantId, id, { ...change, trigger, ...transitions[trigger] });
  }

  /** The attempts, those that a result proves to have arrived as accepted. */
  private async withProof(tx: Queryable, tenantId: string, attempts: SettledAttempt[], failed: string[]) {
    await tx.query(lockForSettle, [tenantId, failed]);
    const held = await tx.query<{ activity_id: string; provider_activity_id: string | null }>(findHeldAmong, [
      tenantId,
      failed,
    ]);
    const proven = new Map(held.map((result) => [result.activity_id, result.provider_activity_id]));
    return attempts.map((attempt) => {
      const providerId = proven.get(attempt.id);
      if (providerId === undefined) return attempt;
      return { ...attempt, trigger: 'ACCEPTED' as const, next_attempt_at: null, provider_activity_id: providerId };
    });
  }

  private async settleBy<Row extends { activity_id: string }>(
    statement: Statement,
    db: Queryable,
    tenantId: string,
    attempts: readonly AcceptedAttempt[],
  ): Promise<Row[]> {
    return db.query(statement, [tenantId, JSON.stringify(attempts), this.clock.now(), attempts.map(({ id }) => id)]);
  }

  private async claimWith(
    statement: Statement,
    tenantId: string,
    limit: number,
    leaseMs: number,
    which: (string | Date | null)[],
  ): Promise<Claim> {
    const token = newToken();
    const claimedAt = performance.now();
    const values = [tenantId, token, this.clock.after(leaseMs), this.clock.now(), limit, ...which];
    return { tenantId, token, claimedAt, activities: await this.database.query<ClaimedActivity>(statement, values) };
  }

  private async refusal(tenantId: string, id: string, wanted: string): Promise<ErrandError> {
    const [state] = await this.database.query<ActivityState>(readState, [tenantId, id]);
    return refusalOf(id, state, wanted);
  }
}

function refusalOf(id: string, state: ActivityState | undefined, wanted: string): ErrandError {
  if (!state) return notFound('Activity', id);
  return state.status === 'READY'
    ? new ErrandError('IN_FLIGHT', `Activity ${id} is being sent and cannot be ${wanted} now`)
    : new ErrandError('INVALID_TRANSITION', `Activity ${id} is ${state.status} and cannot be ${wanted}`);
}

function columnsOf(leases: readonly Lease[]): [string[], string[]] {
  return [leases.map(({ id }) => id), leases.map(({ token }) => token)];
}

/** What all accepted attempts have alike is in the statement. */
function acceptedOf(attempt: SettledAttempt): AcceptedAttempt {
  return {
    id: attempt.id,
    token: attempt.token,
    attempt: attempt.attempt,
    dispatch_config_id: attempt.dispatch_config_id,
    provider_code: attempt.provider_code,
    provider_activity_id: attempt.provider_activity_id,
    started_at: attempt.started_at,
    duration_ms: attempt.duration_ms,
    http_status: attempt.http_status,
    response_body: attempt.response_body,
    recipient: attempt.recipient,
  };
}

function idsOf(events: { activity_id: string }[]): Set<string> {
  return new Set(events.map(({ activity_id }) => activity_id));
}
