import { Database } from '@errand/database';
import {
  type CommerceReference,
  type Resolvable,
  type Resolved,
  type ResolutionFailure,
  Resolver,
} from '@errand/resolution';
import { Injectable } from '@nestjs/common';
import { Lifecycle } from './lifecycle.service';
import type { ClaimedActivity } from './sql/claim.sql';
import { findCommerces } from './sql/references.sql';

/** How the resolution of one claimed activity ended. */
export type ClaimResolutionEnd =
  /** The attributes that were found, by key, and all of its target users. */
  | { end: 'RESOLVED'; attributes: Record<string, unknown>; targetUserIds: string[] | null }
  | { end: 'UNRESOLVED'; failure: ResolutionFailure }
  /** Its lease had passed to somebody else. */
  | { end: 'LOST' };

/** Finds what was left to be found when the activity is sent. */
@Injectable()
export class ClaimResolution {
  constructor(
    private readonly database: Database,
    private readonly resolver: Resolver,
    private readonly lifecycle: Lifecycle,
  ) {}

  /**
   * Resolves what is pending of claimed activities and stores it at once: a crash before leaves them as they were. What
   * cannot be found makes an activity UNRESOLVED and ends its claim, the attempt uncounted.
   * @returns how each ended, in order
   * @throws when `signal` aborts, or the database fails; nothing is changed then
   */
  async resolve(
    tenantId: string,
    token: string,
    activities: readonly ClaimedActivity[],
    signal: AbortSignal,
  ): Promise<ClaimResolutionEnd[]> {
    const commerces = await this.commercesOf(tenantId, activities);
    const resolvables = activities.map((activity) => resolvableOf(activity, commerces));
    const resolved = await this.resolver.resolveNow(tenantId, resolvables, signal);
    const outcomes = activities.map(({ id }, index) => ({ id, ...(resolved[index] ?? nothingFound) }));
    const ours = await this.lifecycle.settleResolution(tenantId, token, outcomes);
    return activities.map((activity, index): ClaimResolutionEnd => {
      const { attributes, targetUsers, failure } = outcomes[index] ?? nothingFound;
      if (!ours.has(activity.id)) return { end: 'LOST' };
      if (failure) return { end: 'UNRESOLVED', failure };
      const values = Object.fromEntries(attributes.map(({ key, value }) => [key, value]));
      const found = targetUsers?.flatMap(({ commerce_user_id }) => commerce_user_id ?? []) ?? [];
      // Whoever was there before stays: a person has assigned him.
      const targetUserIds = [...new Set([...(activity.target_user_ids ?? []), ...found])];
      return { end: 'RESOLVED', attributes: { ...activity.attributes, ...values }, targetUserIds };
    });
  }

  private async commercesOf(tenantId: string, activities: readonly ClaimedActivity[]) {
    const ids = [...new Set(activities.flatMap(({ commerce_id }) => commerce_id ?? []))];
    if (ids.length === 0) return new Map<string, CommerceReference>();
    const rows = await this.database.query<CommerceReference>(findCommerces, [tenantId, ids, []]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const nothingFound: Resolved = { targetUsers: null, attributes: [], failure: null };

function resolvableOf(activity: ClaimedActivity, commerces: Map<string, CommerceReference>): Resolvable {
  const { id, type, channel, reason, commerce_id, operator_id, target_criteria } = activity;
  return {
    activityId: id,
    type,
    channel,
    reason,
    commerce: commerces.get(commerce_id ?? '') ?? null,
    operatorId: operator_id,
    targetCriteria: target_criteria,
    attributes: activity.pending_attributes ?? [],
    keepsTargets: !activity.has_pending_targets,
  };
}
