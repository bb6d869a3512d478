import type { Queryable } from '@errand/database';
import type { Channel } from '@errand/vocabulary';
import { type AttributePolicy, findAttributePolicies } from '../sql/attribute-policies.sql';
import {
  type CandidateUser,
  type CommerceReference,
  findCandidateUsers,
  findTargetResolutionConfigs,
  type TargetCriterion,
  type TargetResolutionConfig,
} from '../sql/references.sql';
import { type Attribute, type AttributeInput, resolveAttribute } from './attribute-resolution';
import { configurationFor, resolveTargetUsers, type TargetUser } from './target-resolution';

/** What must be known of an activity to resolve whom it addresses and what it carries. */
export interface Resolvable {
  channel: Channel;
  commerce: CommerceReference | null;
  targetCriteria: TargetCriterion[] | null;
  attributes: AttributeInput[];
}

export interface Resolved {
  targetUsers: TargetUser[];
  attributes: Attribute[];
  /** Why the activity cannot be sent as it is; null when everything was found. */
  failure: { code: 'TARGET_UNRESOLVED' | 'ATTRIBUTE_UNRESOLVED'; message: string } | null;
}

/** Resolves many activities of one tenant in three statements, however many they are. */
export async function resolveAll(db: Queryable, tenantId: string, activities: Resolvable[]): Promise<Resolved[]> {
  const commerceIds = new Set<string>();
  for (const { commerce } of activities) if (commerce) commerceIds.add(commerce.id);
  const needsPolicies = activities.some(({ attributes }) => attributes.length > 0);
  const users =
    commerceIds.size > 0 ? await db.query<CandidateUser>(findCandidateUsers, [tenantId, [...commerceIds]]) : [];
  const configs =
    commerceIds.size > 0 ? await db.query<TargetResolutionConfig>(findTargetResolutionConfigs, [tenantId]) : [];
  const policies = needsPolicies ? await db.query<AttributePolicy>(findAttributePolicies, [tenantId]) : [];

  const usersOf = groupByCommerce(users);
  const policyOf = new Map(policies.map((policy) => [policy.key, policy]));
  return activities.map((activity) => {
    const { commerce, channel, targetCriteria } = activity;
    const targetUsers = commerce
      ? resolveTargetUsers(channel, usersOf.get(commerce.id) ?? [], configurationFor(channel, configs), targetCriteria)
      : [];
    const attributes = activity.attributes.map((input) => resolveAttribute(input, policyOf.get(input.key), commerce));
    return { targetUsers, attributes, failure: failureOf(targetUsers, attributes) };
  });
}

/** The first thing that stands in the way of sending, with all of its kind named. */
export function failureOf(targetUsers: TargetUser[], attributes: Attribute[]): Resolved['failure'] {
  const noTarget = targetUsers.find(({ commerce_user_id }) => commerce_user_id === null);
  if (noTarget) return { code: 'TARGET_UNRESOLVED', message: noTarget.error_message ?? 'no target user' };
  const failed = attributes.filter(({ resolution_status }) => resolution_status === 'FAILED');
  if (failed.length === 0) return null;
  const named = failed.map(({ key, error_message }) => `${key}: ${error_message}`);
  return { code: 'ATTRIBUTE_UNRESOLVED', message: named.join('; ') };
}

function groupByCommerce(users: CandidateUser[]): Map<string, CandidateUser[]> {
  const groups = new Map<string, CandidateUser[]>();
  for (const user of users) {
    const group = groups.get(user.commerce_id);
    if (group) group.push(user);
    else groups.set(user.commerce_id, [user]);
  }
  return groups;
}
