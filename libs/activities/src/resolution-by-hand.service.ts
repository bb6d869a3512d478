import { Clock, Database, type Queryable } from '@errand/database';
import { ErrandError, invalidField, notFound } from '@errand/errors';
import { canBeReached } from '@errand/contacts';
import { failureOf, type ResolutionFailure, Resolver, type TargetUser } from '@errand/resolution';
import { Injectable } from '@nestjs/common';
import { whenDue } from './draft';
import { Lifecycle } from './lifecycle.service';
import { failedOf } from './resolvable';
import { findResolvable, type ResolvableRow } from './sql/resolvable.sql';
import {
  type AssignmentRow,
  assignTargetUser,
  clearTargetUsers,
  countLockedTargetUsers,
  findAssignment,
  insertTargetUsers,
  leaveAttributesToSend,
  updateAttributes,
} from './sql/resolution-by-hand.sql';
import { type ActivityState, lockState } from './sql/state.sql';
import { targetUserRows } from './target-user-rows';
import { WorkSignal } from './work-signal.service';

/** What people do about resolution: they have it tried again where it failed, and assign target users themselves. */
@Injectable()
export class ResolutionByHand {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly resolver: Resolver,
    private readonly lifecycle: Lifecycle,
    private readonly workSignal: WorkSignal,
  ) {}

  /**
   * Tries again what failed; what a person assigned stays, and what is found when it is sent is left to that. The
   * activity becomes READY when nothing is missing any more, else it stays UNRESOLVED.
   * @returns what is still missing; null when it became READY
   * @throws NOT_FOUND, INVALID_TRANSITION unless it is UNRESOLVED
   */
  async retry(tenantId: string, id: string, actor: string): Promise<ResolutionFailure | null> {
    const [activity] = await this.database.query<ResolvableRow>(findResolvable, [tenantId, [id]]);
    if (!activity) throw notFound('Activity', id);
    if (activity.status !== 'UNRESOLVED') throw notUnresolved(id, activity.status);
    // Hooks may be asked, so this is not in the transaction; who changes the activity meanwhile makes it fail there.
    const [resolved] = await this.resolver.resolveNow(tenantId, [failedOf(activity)]);
    if (!resolved) throw new Error('one activity has one resolution');
    const now = this.clock.now();
    const nextAttemptAt = whenDue(activity.scheduled_at, now);
    return this.database.transaction(async (tx) => {
      const [current] = await tx.query<ActivityState>(lockState, [tenantId, id]);
      if (current?.status !== 'UNRESOLVED') throw notUnresolved(id, current?.status ?? 'gone');
      const targetUsers = await this.replaceTargets(tx, tenantId, id, resolved.targetUsers, now);
      await tx.query(leaveAttributesToSend, [tenantId, id, now]);
      await tx.query(updateAttributes, [tenantId, id, JSON.stringify(resolved.attributes), now]);
      const failure = failureOf(targetUsers, resolved.attributes);
      if (failure) return failure;
      const isReady = await this.lifecycle.follow(tx, tenantId, id, 'RESOLVED', { actor, nextAttemptAt });
      if (isReady) tx.afterCommit(() => this.workSignal.announce(tenantId, nextAttemptAt ? null : activity));
      return null;
    });
  }

  /**
   * Assigns a commerce user to a target by hand.
   * @throws NOT_FOUND (activity, target or a user of its commerce), IN_FLIGHT, INVALID_TRANSITION once it was sent,
   * VALIDATION_FAILED for a user who cannot be reached on the channel, CONFLICT for one who is another target of it
   */
  async assign(tenantId: string, id: string, targetUserId: string, commerceUserId: string): Promise<void> {
    const ids = [tenantId, id, targetUserId, commerceUserId];
    await this.database.transaction(async (tx) => {
      // A claim that comes meanwhile waits, and then loads what was assigned; so does another assignment.
      await tx.query(lockState, [tenantId, id]);
      const [asked] = await tx.query<AssignmentRow>(findAssignment, ids);
      if (!asked) throw notFound('Activity', id);
      if (!asked.has_target) throw notFound('Target user', targetUserId);
      if (!asked.user_id) throw notFound('Commerce user', commerceUserId);
      const refusal = refusalOf(id, asked);
      if (refusal) throw refusal;
      await tx.query(assignTargetUser, [...ids, this.clock.now()]);
    });
  }

  /** Puts what was found in the place of what was not, unless a person has assigned somebody. @returns what is new */
  private async replaceTargets(
    tx: Queryable,
    tenantId: string,
    id: string,
    targetUsers: TargetUser[] | null,
    now: Date,
  ): Promise<TargetUser[]> {
    if (targetUsers === null) return [];
    const [assigned] = await tx.query<{ locked: number }>(countLockedTargetUsers, [tenantId, id]);
    await tx.query(clearTargetUsers, [tenantId, id]);
    if ((assigned?.locked ?? 0) > 0) return [];
    await tx.query(insertTargetUsers, [tenantId, id, JSON.stringify(targetUserRows(id, targetUsers)), now]);
    return targetUsers;
  }
}

function notUnresolved(id: string, status: string): ErrandError {
  return new ErrandError('INVALID_TRANSITION', `Activity ${id} is ${status}, not UNRESOLVED`);
}

function refusalOf(id: string, { status, lease_token, channel, ...user }: AssignmentRow): ErrandError | null {
  if (lease_token) return new ErrandError('IN_FLIGHT', `Activity ${id} is being sent`);
  if (status !== 'READY' && status !== 'UNRESOLVED') {
    return new ErrandError('INVALID_TRANSITION', `Activity ${id} is ${status}; its targets are fixed`);
  }
  if (!user.is_active) return invalidField('commerceUserId', 'is not active');
  if (!canBeReached(user.contact_types, channel))
    return invalidField('commerceUserId', `has no contact that fits ${channel}`);
  if (!user.is_taken) return null;
  const message = 'is a target user of the activity already';
  return new ErrandError('CONFLICT', `commerceUserId ${message}`, [{ field: 'commerceUserId', message }]);
}
