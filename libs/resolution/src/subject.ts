import type { ActivityType, Channel } from '@errand/vocabulary';

/** A store as activities refer to it. */
export interface CommerceReference {
  id: string;
  external_id: string;
  name: string;
  tax_id: string | null;
  metadata: Record<string, unknown>;
}

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
