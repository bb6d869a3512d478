import { Database, findRefused, isBadData } from '@errand/database';
import {
  type CommerceReference,
  type Resolvable,
  type Resolved,
  type ResolutionFailure,
  Resolver,
} from '@errand/resolution';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { carriedBytes } from './carried-bytes';
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
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Resolves what is pending of claimed activities and stores it at once: a crash before leaves them as they were. What
   * cannot be found, or not be kept, makes an activity UNRESOLVED and ends its claim, the attempt uncounted: returned to
   * the queue it would fail there again and again, and with it all that are claimed together.
   * @returns how each ended, in order
   * @throws when `signal` aborts, or the database fails; what of them was stored by then stays
   */
  async resolve(
    tenantId: string,
    token: string,
    activities: readonly ClaimedActivity[],
    signal: AbortSignal,
  ): Promise<ClaimResolutionEnd[]> {
    const found = await findRefused(activities, (some) => this.find(tenantId, some, signal), isOfContent);
    const outcomes = activities.map((activity, index) => this.outcomeOf(tenantId, activity, found[index]));
    const ends = await findRefused(outcomes, (some) => this.store(tenantId, token, some), isOfContent);
    const refused = outcomes.flatMap(({ activity }, index) => {
      const end = ends[index];
      return end instanceof Error ? [this.outcomeOf(tenantId, activity, end)] : [];
    });
    const givenUp = (await this.store(tenantId, token, refused)).values();
    return ends.flatMap((end) => (end instanceof Error ? (givenUp.next().value ?? []) : end));
  }

  private async find(
    tenantId: string,
    activities: readonly ClaimedActivity[],
    signal: AbortSignal,
  ): Promise<Resolved[]> {
    const commerces = await this.commercesOf(tenantId, activities);
    const resolvables = activities.map((activity) => resolvableOf(activity, commerces));
    return this.resolver.resolveNow(tenantId, resolvables, signal);
  }

  /** What to store of an activity; where what was found for it cannot be kept, that. */
  private outcomeOf(tenantId: string, activity: ClaimedActivity, found: Resolved | Error | undefined): Outcome {
    if (!(found instanceof Error)) return { activity, resolved: found ?? nothingFound };
    const what = { err: found, tenantId, activityId: activity.id };
    this.logger.error(what, 'what was found for an activity cannot be kept');
    const failure = { code: 'ATTRIBUTE_UNRESOLVED', message: 'what was found for it cannot be kept' } as const;
    return { activity, resolved: { ...nothingFound, failure } };
  }

  private async store(tenantId: string, token: string, outcomes: readonly Outcome[]): Promise<ClaimResolutionEnd[]> {
    if (outcomes.length === 0) return [];
    const rows = outcomes.map(({ activity: { id }, resolved }) => ({ id, ...resolved }));
    const ours = await this.lifecycle.settleResolution(tenantId, token, rows);
    return outcomes.map(({ activity, resolved: { attributes, targetUsers, failure } }): ClaimResolutionEnd => {
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

/** What was found for one claimed activity. */
interface Outcome {
  activity: ClaimedActivity;
  resolved: Resolved;
}

/** The same content fails again: the database refuses it, or it is more than a reader takes, such as too deep. */
function isOfContent(error: unknown): boolean {
  return isBadData(error) || ['TypeError', 'SyntaxError'].includes((error as Error).name);
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
    // What is so large was stored before there was a limit, and is sent whatever is found for it.
    carriedBytes: () => (activity.is_large ? Infinity : bytesOf(activity)),
    keepsTargets: !activity.has_pending_targets,
  };
}

function bytesOf({ attributes, pending_attributes, metadata }: ClaimedActivity): number {
  const found = Object.entries(attributes ?? {}).map(([key, value]) => ({ key, value }));
  return carriedBytes({ attributes: [...found, ...(pending_attributes ?? [])], metadata });
}
