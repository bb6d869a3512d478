import { v7 as newId } from 'uuid';
import type { TargetCriterion } from '../sql/references.sql';
import type { Attribute, AttributeInput } from './attribute-resolution';
import type { ResolutionSubject } from './subject';
import type { TargetUser } from './target-resolution';

/** What must be known of an activity to resolve whom it addresses and what it carries. */
export interface Resolvable extends ResolutionSubject {
  targetCriteria: TargetCriterion[] | null;
  /** Those to resolve. */
  attributes: AttributeInput[];
  /** Whether its target users stay as they are. */
  keepsTargets: boolean;
}

/** Why an activity cannot be sent as it is. */
export interface ResolutionFailure {
  code: 'TARGET_UNRESOLVED' | 'ATTRIBUTE_UNRESOLVED';
  message: string;
}

export interface Resolved {
  /** Null where they stay as they are. */
  targetUsers: TargetUser[] | null;
  attributes: Attribute[];
  /** Null when everything was found, or is when it is sent. */
  failure: ResolutionFailure | null;
}

/** The first thing that stands in the way of sending, with all of its kind named. */
export function failureOf(
  targetUsers: readonly TargetUser[],
  attributes: readonly Attribute[],
): ResolutionFailure | null {
  const noTarget = targetUsers.find((user) => user.commerce_user_id === null && user.error_message !== null);
  if (noTarget) return { code: 'TARGET_UNRESOLVED', message: noTarget.error_message ?? 'no target user' };
  const failed = attributes.filter(({ resolution_status }) => resolution_status === 'FAILED');
  if (failed.length === 0) return null;
  const named = failed.map(({ key, error_message }) => `${key}: ${error_message}`);
  return { code: 'ATTRIBUTE_UNRESOLVED', message: named.join('; ') };
}

/** The target users of one activity as they are inserted. */
export function targetUserRows(activityId: string, targetUsers: readonly TargetUser[]) {
  return targetUsers.map((user) => ({ activity_id: activityId, id: newId(), ...user }));
}
