import type { ActivityType, Channel } from '@errand/vocabulary';
import type { CommerceReference } from '../sql/references.sql';

/** An activity as those see it who find out what it needs. */
export interface ResolutionSubject {
  activityId: string;
  type: ActivityType;
  channel: Channel;
  reason: string;
  /** Null for an action without a store. */
  commerce: CommerceReference | null;
  /** Of a TASK. */
  operatorId: string | null;
}
