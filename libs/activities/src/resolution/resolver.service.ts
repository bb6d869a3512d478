import { Injectable } from '@nestjs/common';
import { AttributeResolver } from './attribute-resolver.service';
import { failureOf, type Resolvable, type Resolved } from './resolution';
import { TargetResolver } from './target-resolver.service';

/**
 * Resolves many activities of one tenant with a number of statements and hook calls that does not depend on how many
 * they are. It stores nothing, and as hooks are called it must not be used within a transaction.
 */
@Injectable()
export class Resolver {
  constructor(
    private readonly targets: TargetResolver,
    private readonly attributes: AttributeResolver,
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
    const targetUsers = new Map<Resolvable, Resolved['targetUsers']>();
    const addressing = activities.filter(({ keepsTargets }) => !keepsTargets);
    const found = await this.targets.resolve(tenantId, addressing, isLate);
    for (const [index, activity] of addressing.entries()) targetUsers.set(activity, found[index] ?? []);
    const attributes = await this.attributes.resolve(tenantId, activities, isLate, signal);
    return activities.map((activity, index) => {
      const resolved = { targetUsers: targetUsers.get(activity) ?? null, attributes: attributes[index] ?? [] };
      return { ...resolved, failure: failureOf(resolved.targetUsers ?? [], resolved.attributes) };
    });
  }
}
