import type { ClaimResolutionEnd, ResolutionFailure } from '@errand/activities';
import type { Dispatch } from './dispatch';

/** Resolved dispatches by how it ended for them. */
export interface SortedDispatches {
  /** With their attributes as found. */
  resolved: Dispatch[];
  /** Those of `resolved` whose target users are to be loaded. */
  addressed: Dispatch[];
  unresolved: { dispatch: Dispatch; failure: ResolutionFailure }[];
  /** Taken over by another process. */
  lost: Dispatch[];
}

/** Puts what was found into the dispatches it was found for. */
export function sortByEnd(pending: readonly Dispatch[], ends: Map<string, ClaimResolutionEnd>): SortedDispatches {
  const sorted: SortedDispatches = { resolved: [], addressed: [], unresolved: [], lost: [] };
  for (const dispatch of pending) {
    const end = ends.get(dispatch.activity.id) ?? { end: 'LOST' };
    if (end.end === 'LOST') sorted.lost.push(dispatch);
    else if (end.end === 'UNRESOLVED') sorted.unresolved.push({ dispatch, failure: end.failure });
    else {
      const { relations } = dispatch;
      const attributes = { ...relations.attributes, ...end.values };
      dispatch.relations = { ...relations, attributes, is_pending: false };
      sorted.resolved.push(dispatch);
      if (end.hasNewTargets) sorted.addressed.push(dispatch);
    }
  }
  return sorted;
}
