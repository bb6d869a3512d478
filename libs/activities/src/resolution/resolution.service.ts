import { Clock, Database } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { whenDue } from '../creation.service';
import { Lifecycle } from '../lifecycle.service';
import { type CommerceReference, findCommerces } from '../sql/references.sql';
import {
  assignTargetUser,
  clearTargetUsers,
  countLockedTargetUsers,
  findAssignment,
  insertTargetUsers,
  lockForResolution,
  type UnresolvedActivity,
  updateAttributes,
} from '../sql/resolution.sql';
import { type AttributeView, viewAttributes } from '../sql/view.sql';
import type { ActivityStatus } from '../status';
import { WorkSignal } from '../work-signal.service';
import { inputOf } from './attribute-resolution';
import { failureOf, resolveAll } from './resolution';

/** Resolves activities again whose resolution failed, and takes what people assign by hand. */
@Injectable()
export class Resolution {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lifecycle: Lifecycle,
    private readonly workSignal: WorkSignal,
  ) {}

  /**
   * Tries again what failed; what a person assigned stays. The activity becomes READY when nothing is missing any
   * more, else it stays UNRESOLVED.
   * @throws NOT_FOUND, INVALID_TRANSITION unless it is UNRESOLVED
   */
  async retry(tenantId: string, id: string, actor: string): Promise<void> {
    const queued = await this.database.transaction(async (tx) => {
      const [activity] = await tx.query<UnresolvedActivity>(lockForResolution, [tenantId, id]);
      if (!activity) throw notFound('Activity', id);
      if (activity.status !== 'UNRESOLVED') {
        throw new ErrandError('INVALID_TRANSITION', `Activity ${id} is ${activity.status}, not UNRESOLVED`);
      }
      const [commerce = null] = activity.commerce_id
        ? await tx.query<CommerceReference>(findCommerces, [tenantId, [activity.commerce_id], []])
        : [];
      const stored = await tx.query<AttributeView>(viewAttributes, [tenantId, id]);
      const [resolved] = await resolveAll(tx, tenantId, [
        {
          channel: activity.channel,
          commerce,
          targetCriteria: activity.target_criteria,
          attributes: stored.map(inputOf),
        },
      ]);
      if (!resolved) throw new Error('one activity has one resolution');

      const now = this.clock.now();
      const [assigned] = await tx.query<{ locked: number }>(countLockedTargetUsers, [tenantId, id]);
      const isAssigned = (assigned?.locked ?? 0) > 0;
      await tx.query(clearTargetUsers, [tenantId, id]);
      if (!isAssigned) {
        const users = resolved.targetUsers.map((user) => ({ id: newId(), ...user }));
        await tx.query(insertTargetUsers, [tenantId, id, JSON.stringify(users), now]);
      }
      await tx.query(updateAttributes, [tenantId, id, JSON.stringify(resolved.attributes), now]);
      const failure = failureOf(isAssigned ? [] : resolved.targetUsers, resolved.attributes);
      if (failure) return null;
      const nextAttemptAt = whenDue(activity.scheduled_at, now);
      await this.lifecycle.follow(tx, tenantId, id, 'RESOLVED', { actor, nextAttemptAt });
      return { lane: nextAttemptAt ? null : activity };
    });
    if (queued) this.workSignal.announce(tenantId, queued.lane);
  }

  /**
   * Assigns a commerce user to a target by hand.
   * @throws NOT_FOUND (activity, target or a user of its commerce), IN_FLIGHT, INVALID_TRANSITION once it was sent
   */
  async assign(tenantId: string, id: string, targetUserId: string, commerceUserId: string): Promise<void> {
    const ids = [tenantId, id, targetUserId, commerceUserId];
    const assigned = await this.database.transaction(async (tx) => {
      // A claim that comes meanwhile waits, and then loads what was assigned.
      await tx.query(lockForResolution, [tenantId, id]);
      return tx.query(assignTargetUser, [...ids, this.clock.now()]);
    });
    if (assigned.length > 0) return;
    const [found] = await this.database.query<{
      status: ActivityStatus;
      lease_token: string | null;
      target_user_id: string | null;
      commerce_user_id: string | null;
    }>(findAssignment, ids);
    if (!found) throw notFound('Activity', id);
    if (!found.target_user_id) throw notFound('Target user', targetUserId);
    if (!found.commerce_user_id) throw notFound('Commerce user', commerceUserId);
    if (found.lease_token) throw new ErrandError('IN_FLIGHT', `Activity ${id} is being sent`);
    throw new ErrandError('INVALID_TRANSITION', `Activity ${id} is ${found.status}; its targets are fixed`);
  }
}
