import type { Attribute } from './attributes/attribute-plan';
import type { TargetUser } from './targets/choose-target-users';

/** Why an activity cannot be sent as it is. */
export interface ResolutionFailure {
  code: 'TARGET_UNRESOLVED' | 'ATTRIBUTE_UNRESOLVED';
  message: string;
}

/** The first thing that stands in the way of sending, with all of its kind named; null where nothing does. */
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
