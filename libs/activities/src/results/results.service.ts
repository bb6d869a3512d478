import { Audit } from '@errand/audit';
import { Clock, Database, type Queryable } from '@errand/database';
import { invalidField, notFound } from '@errand/errors';
import type { CommerceReference } from '@errand/resolution';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { ResultStatus, Scope } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Lifecycle } from '../lifecycle.service';
import { findCommerces } from '../sql/references.sql';
import {
  findHeld,
  findHeldAmong,
  findLostAnswer,
  findTerminalResult,
  insertResult,
  lockHeldResult,
  type ResultRow,
  type ResultState,
  setResultState,
  tenantsWithHeld,
} from '../sql/results.sql';
import { type ActivityState, lockState } from '../sql/state.sql';
import { transitions } from '../status';
import { type Address, lockAddressed } from './addressed';
import { FollowUps } from './follow-ups.service';
import { decideResult, lostAnswerCodes, resultTriggers } from './result-decision';

/** A result as a provider or field system reports it. */
export interface NewResult extends Address {
  occurredAt: Date;
  status: ResultStatus;
  externalStatus: string | null;
  hardOverride: boolean;
  /** JSON as it was sent. */
  rawPayload: string | null;
  result: string | null;
  comment: string | null;
  contactType: 'INBOUND' | 'OUTBOUND' | null;
  operatorExternalId: string | null;
  futureScheduledAt: Date | null;
  payload: unknown;
}

/** Held results read at once by a sweep. */
const heldBatch = 500;

/** Takes what came back from providers and moves activities by it. */
@Injectable()
export class Results {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lifecycle: Lifecycle,
    private readonly followUps: FollowUps,
    private readonly audit: Audit,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Stores a result and applies it, with the follow-up it asks for, in one transaction. Without an activity it stands alone on its commerce.
   * @param scope of who reports it; undefined: the whole tenant
   * @throws NOT_FOUND (neither activity nor commerce), FORBIDDEN, CONFLICT, AMBIGUOUS_PROVIDER_ID, NOT_DISPATCHED, RESULT_ALREADY_FINAL, INVALID_TRANSITION
   */
  async submit(tenantId: string, incoming: NewResult, actor: string, scope?: Scope): Promise<ResultRow> {
    return this.database.transaction(async (tx) => {
      const activity = await this.lock(tx, tenantId, incoming, scope);
      if (activity) return this.submitFor(tx, tenantId, activity, incoming, actor);
      const commerceId = await this.commerceOf(tx, tenantId, incoming);
      return this.store(tx, tenantId, incoming, null, commerceId, 'APPLIED');
    });
  }

  /** The activity that an address is of, see {@link lockAddressed}: for {@link submitFor} in the same transaction. */
  async lock(tx: Queryable, tenantId: string, address: Address, scope?: Scope): Promise<ActivityState | null> {
    return lockAddressed(tx, tenantId, address, scope);
  }

  /**
   * {@link submit} for an activity that the transaction has locked.
   * @throws NOT_DISPATCHED, RESULT_ALREADY_FINAL, INVALID_TRANSITION, each before anything is written
   */
  async submitFor(
    tx: Queryable,
    tenantId: string,
    activity: ActivityState,
    incoming: NewResult,
    actor: string,
  ): Promise<ResultRow> {
    const [terminal] = await tx.query<ResultRow>(findTerminalResult, [tenantId, activity.id]);
    const [lost] = await tx.query(findLostAnswer, [tenantId, activity.id, lostAnswerCodes]);
    const decision = decideResult(activity, incoming, terminal !== undefined, lost !== undefined);
    if (terminal) await this.setState(tx, tenantId, terminal.id, 'REPLACED');
    const state = decision === 'HOLD' ? 'HELD' : 'APPLIED';
    const row = await this.store(tx, tenantId, incoming, activity.id, activity.commerce_id, state);
    if (decision === 'OVERRIDE') await this.override(tx, tenantId, activity, row, actor);
    if (decision === 'PROVE' || decision === 'PROVE_AND_APPLY') await this.prove(tx, tenantId, row, actor);
    if (decision === 'APPLY' || decision === 'PROVE_AND_APPLY') await this.apply(tx, tenantId, row, actor);
    const hasEnded = row.status !== 'PENDING' && state === 'APPLIED';
    return hasEnded ? this.followUp(tx, tenantId, row, actor) : row;
  }

  /** Applies the held results of those of these activities whose send has settled, each by itself. */
  async applyHeld(tenantId: string, activityIds: string[]): Promise<void> {
    const held = await this.database.query<{ activity_id: string }>(findHeldAmong, [tenantId, activityIds]);
    for (const { activity_id } of held) await this.applyAlone(tenantId, activity_id);
  }

  /** The tenants with held results. @throws on a distributed server, where each tenant is to be asked apart */
  async tenantsWithHeld(): Promise<string[]> {
    const rows = await this.database.query<{ tenant_id: string }>(tenantsWithHeld);
    return rows.map(({ tenant_id }) => tenant_id);
  }

  /**
   * The same for every activity of a tenant: finds what a crash between a settle and its held result left behind.
   * @param signal ends it between two of them
   */
  async applyAllHeld(tenantId: string, signal: AbortSignal): Promise<void> {
    for (let after: string | null = null; !signal.aborted;) {
      const values = [tenantId, after, heldBatch];
      const held: { activity_id: string }[] = await this.database.query(findHeld, values);
      for (const { activity_id } of held) if (!signal.aborted) await this.applyAlone(tenantId, activity_id);
      after = held.at(-1)?.activity_id ?? null;
      if (held.length < heldBatch) return;
    }
  }

  /** One that fails keeps no other from being applied; the next sweep tries it again. */
  private async applyAlone(tenantId: string, activityId: string): Promise<void> {
    try {
      await this.database.transaction((tx) => this.applyHeldTo(tx, tenantId, activityId));
    } catch (error) {
      this.logger.warn({ err: error, tenantId, activityId }, 'held result not applied; the next sweep tries again');
    }
  }

  private async applyHeldTo(tx: Queryable, tenantId: string, activityId: string): Promise<void> {
    const [activity] = await tx.query<ActivityState>(lockState, [tenantId, activityId]);
    const [row] = await tx.query<ResultRow>(lockHeldResult, [tenantId, activityId]);
    if (!activity || !row || activity.lease_token !== null) return;
    if (activity.status === 'READY') await this.prove(tx, tenantId, row, 'dispatcher');
    const applied = await this.apply(tx, tenantId, row, 'dispatcher');
    await this.setState(tx, tenantId, row.id, applied ? 'APPLIED' : 'REPLACED');
    if (applied) await this.followUp(tx, tenantId, row, 'dispatcher');
    // Somebody canceled it between the settle and now; the result stays on record without effect.
    else this.logger.warn({ tenantId, activityId, status: activity.status }, 'held result came too late');
  }

  private async followUp(tx: Queryable, tenantId: string, row: ResultRow, actor: string): Promise<ResultRow> {
    const followUpId = await this.followUps.createFor(tx, tenantId, row, actor);
    return followUpId === null ? row : { ...row, follow_up_activity_id: followUpId };
  }

  private async prove(tx: Queryable, tenantId: string, row: ResultRow, actor: string): Promise<void> {
    const { activity_id, provider_activity_id } = row;
    if (activity_id === null) return;
    await this.lifecycle.follow(tx, tenantId, activity_id, 'ACCEPTED', {
      actor,
      providerActivityId: provider_activity_id,
    });
  }

  private async apply(tx: Queryable, tenantId: string, row: ResultRow, actor: string): Promise<boolean> {
    if (row.activity_id === null || row.status === 'PENDING') return false;
    return this.lifecycle.follow(tx, tenantId, row.activity_id, resultTriggers[row.status], { actor });
  }

  private async override(
    tx: Queryable,
    tenantId: string,
    activity: ActivityState,
    row: ResultRow,
    actor: string,
  ): Promise<void> {
    if (row.status === 'PENDING') return;
    const { to } = transitions[resultTriggers[row.status]];
    await this.lifecycle.change(tx, tenantId, activity.id, { trigger: 'OVERRIDE', from: activity.status, to, actor });
    await this.audit.record(tx, {
      tenantId,
      action: 'activity_result.overridden',
      subjectId: row.id,
      before: { activityId: activity.id, activityStatus: activity.status },
      after: { activityId: activity.id, activityStatus: to, status: row.status },
    });
  }

  private async commerceOf(tx: Queryable, tenantId: string, incoming: NewResult): Promise<string> {
    const { activityId, providerActivityId, commerceExternalId } = incoming;
    if (commerceExternalId) {
      const found = await tx.query<CommerceReference>(findCommerces, [tenantId, [], [commerceExternalId]]);
      if (found[0]) return found[0].id;
    }
    if (activityId ?? providerActivityId) throw notFound('Activity', activityId ?? providerActivityId ?? '');
    if (commerceExternalId) throw notFound('Commerce', commerceExternalId);
    throw invalidField('activityId', 'is required, or providerActivityId, or commerceExternalId');
  }

  private async store(
    tx: Queryable,
    tenantId: string,
    incoming: NewResult,
    activityId: string | null,
    commerceId: string | null,
    state: ResultState,
  ): Promise<ResultRow> {
    const [row] = await tx.query<ResultRow>(insertResult, [
      tenantId,
      newId(),
      activityId ? 'LINKED' : 'STANDALONE',
      state,
      activityId,
      commerceId,
      incoming.providerActivityId,
      incoming.status,
      incoming.externalStatus,
      incoming.occurredAt,
      incoming.hardOverride,
      incoming.rawPayload,
      incoming.result,
      incoming.comment,
      incoming.contactType,
      incoming.operatorExternalId,
      incoming.futureScheduledAt,
      json(incoming.payload),
      this.clock.now(),
    ]);
    if (!row) throw new Error('INSERT … RETURNING gave no row');
    return row;
  }

  private async setState(tx: Queryable, tenantId: string, id: string, state: ResultState): Promise<void> {
    await tx.query(setResultState, [tenantId, id, state, this.clock.now()]);
  }
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
