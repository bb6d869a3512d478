import { Injectable } from '@nestjs/common';
import type { Attribute, AttributeInput } from './attributes/attribute-plan';
import { Attributes } from './attributes/attributes.service';
import { failureOf, type ResolutionFailure } from './failure';
import type { TargetCriterion } from './settings/target-resolution-config.entity';
import type { ResolutionSubject } from './subject';
import type { TargetUser } from './targets/choose-target-users';
import { TargetUsers } from './targets/target-users.service';

/** What must be known of an activity to resolve whom it addresses and what it carries. */
export interface Resolvable extends ResolutionSubject {
  /** The activity's own; they replace the configured ones. */
  targetCriteria: TargetCriterion[] | null;
  /** Those to resolve. */
  attributes: AttributeInput[];
  /** Bytes of what it carries already; what is found must not make it more than MAX_ACTIVITY_BYTES. */
  carriedBytes: () => number;
  /** Whether its target users stay as they are. */
  keepsTargets: boolean;
}

export interface Resolved {
  /** Null where they stay as they are. */
  targetUsers: TargetUser[] | null;
  attributes: Attribute[];
  /** Null when everything was found, or will be looked for when it is sent. */
  failure: ResolutionFailure | null;
}

/**
 * Resolves many activities of one tenant with a number of statements and hook calls that does not depend on how many
 * they are, and stores nothing. A hook may take its whole time limit (60 s at most), so within a transaction only
 * activities without attributes to resolve are.
 */
@Injectable()
export class Resolver {
  constructor(
    private readonly targets: TargetUsers,
    private readonly attributes: Attributes,
  ) {}

  /** When activities are created: what their tenant wants found ON_DISPATCH stays PENDING. */
  async resolveUpfront(tenantId: string, activities: readonly Resolvable[]): Promise<Resolved[]> {
    return this.resolve(tenantId, activities, false);
  }

  /** When they are sent or tried again: everything that is asked for. @throws when `signal` aborts meanwhile */
  async resolveNow(tenantId: string, activities: readonly Resolvable[], signal?: AbortSignal): Promise<Resolved[]> {
    return this.resolve(tenantId, activities, true, signal);
  }

  private async resolve(
    tenantId: string,
    activities: readonly Resolvable[],
    isLate: boolean,
    signal?: AbortSignal,
  ): Promise<Resolved[]> {
    const targetUsers = new Map<Resolvable, TargetUser[]>();
    const addressing = activities.filter(({ keepsTargets }) => !keepsTargets);
    const found = await this.targets.find(tenantId, addressing, isLate);
    for (const [index, activity] of addressing.entries()) targetUsers.set(activity, found[index] ?? []);
    const attributes = await this.attributes.find(tenantId, activities, isLate, signal);
    return activities.map((activity, index) => {
      const resolved = { targetUsers: targetUsers.get(activity) ?? null, attributes: attributes[index] ?? [] };
      return { ...resolved, failure: failureOf(resolved.targetUsers ?? [], resolved.attributes) };
    });
  }
}
