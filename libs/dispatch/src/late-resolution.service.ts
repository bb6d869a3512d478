import { ClaimResolution, type ResolutionFailure } from '@errand/activities';
import { Injectable } from '@nestjs/common';
import { Admission, isAdmitted } from './admission/admission.service';
import { Claims, orReturn } from './claims.service';
import type { Holding } from './holding';
import { AttemptReport } from './settlement/attempt-report.service';

/** What came of looking for what was left to be found when the activity is sent. */
export interface Resolved {
  /** Loaded, and admitted again. */
  ready: Holding[];
  /** UNRESOLVED now, so that they are nobody's any more. */
  unresolved: { holding: Holding; failure: ResolutionFailure }[];
  /** Found, but their config has no concurrency free for them: returned. */
  returned: Holding[];
  /** Taken over by another process. */
  lost: Holding[];
}

/** Finds the target users and attributes that were left to be found when an activity is sent (ON_DISPATCH). */
@Injectable()
export class LateResolution {
  constructor(
    private readonly resolution: ClaimResolution,
    private readonly claims: Claims,
    private readonly admission: Admission,
    private readonly report: AttemptReport,
  ) {}

  /**
   * @param pending of one claim. They use none of their config's concurrency meanwhile.
   * @param signal aborts when the process cannot wait for a hook; they are returned then
   * @throws Error when nothing was found out; they are returned then
   */
  async resolve(pending: readonly Holding[], signal: AbortSignal): Promise<Resolved> {
    const resolved: Resolved = { ready: [], unresolved: [], returned: [], lost: [] };
    const [first] = pending;
    if (!first) return resolved;
    const { tenantId } = first.lane;
    for (const holding of pending) holding.leaveConcurrency();
    const activities = pending.map(({ activity }) => activity);
    const ends = await orReturn(pending, () =>
      this.resolution.resolve(tenantId, first.lease.token, activities, signal),
    );
    const found: Holding[] = [];
    for (const [index, holding] of pending.entries()) {
      const { activity } = holding;
      const end = ends[index] ?? { end: 'LOST' };
      if (end.end === 'RESOLVED') {
        activity.attributes = end.attributes;
        activity.target_user_ids = end.targetUserIds;
        found.push(holding);
      } else {
        holding.letGo();
        if (end.end === 'LOST') resolved.lost.push(holding);
        else {
          resolved.unresolved.push({ holding, failure: end.failure });
          this.report.unresolved(tenantId, activity.id, end.failure);
        }
      }
    }
    await orReturn(found, () => this.claims.load(found));
    const count = await orReturn(found, () => this.readmit(found));
    resolved.ready = found.slice(0, count);
    resolved.returned = found.slice(count);
    for (const holding of resolved.ready) holding.reenterConcurrency();
    await Promise.all(resolved.returned.map((holding) => holding.return()));
    return resolved;
  }

  private async readmit([first, ...others]: readonly Holding[]): Promise<number> {
    if (!first) return 0;
    const admitted = await this.admission.admitBy(first.account, others.length + 1);
    return isAdmitted(admitted) ? admitted.count : 0;
  }
}
