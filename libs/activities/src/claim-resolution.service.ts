import { Database } from '@errand/database';
import { type ResolutionFailure, Resolver } from '@errand/resolution';
import { Injectable } from '@nestjs/common';
import { Lifecycle } from './lifecycle.service';
import { pendingOf } from './resolvable';
import { findResolvable, type ResolvableRow } from './sql/resolvable.sql';

/** How the resolution of one claimed activity ended. */
export type ClaimResolutionEnd =
  /** `values` by attribute key; target users, where they were found as well, are to be loaded. */
  | { end: 'RESOLVED'; values: Record<string, unknown>; hasNewTargets: boolean }
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
   * Resolves what is PENDING of claimed activities and stores it at once: a crash before leaves them as they were. What
   * cannot be found makes an activity UNRESOLVED and ends its claim, the attempt uncounted.
   * @returns how each ended, by id
   * @throws when `signal` aborts, or the database fails; nothing is changed then
   */
  async resolve(
    tenantId: string,
    token: string,
    ids: string[],
    signal: AbortSignal,
  ): Promise<Map<string, ClaimResolutionEnd>> {
    const rows = await this.database.query<ResolvableRow>(findResolvable, [tenantId, ids]);
    const resolved = await this.resolver.resolveNow(tenantId, rows.map(pendingOf), signal);
    const outcomes = rows.map(({ id }, index) => ({
      id,
      ...(resolved[index] ?? { targetUsers: null, attributes: [], failure: null }),
    }));
    const held = await this.lifecycle.settleResolution(tenantId, token, outcomes);
    return new Map(
      outcomes.map(({ id, failure, attributes, targetUsers }): [string, ClaimResolutionEnd] => {
        if (!held.has(id)) return [id, { end: 'LOST' }];
        if (failure) return [id, { end: 'UNRESOLVED', failure }];
        const values = Object.fromEntries(attributes.map(({ key, value }) => [key, value]));
        return [id, { end: 'RESOLVED', values, hasNewTargets: targetUsers !== null }];
      }),
    );
  }
}
