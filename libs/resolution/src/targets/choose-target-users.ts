import type { Channel, CommerceUserRole } from '@errand/vocabulary';
import type { TargetCriterion } from '../settings/target-resolution-config.entity';
import type { CandidateUser } from '../sql/candidate-users.sql';
import type { ActiveConfig } from '../sql/settings.sql';

type LockReason = 'CRITERIA_MATCH' | 'FALLBACK_COMMERCE_REP' | 'FALLBACK_OWNER' | 'MANUAL_ASSIGNMENT';

/**
 * One target user of an activity, as stored. Without a user, the message says what stands in the way of sending;
 * PENDING without a message does not: it is found when the activity is sent.
 */
export interface TargetUser {
  commerce_user_id: string | null;
  resolution_status: 'PENDING' | 'RESOLVED' | 'LOCKED' | 'FAILED';
  lock_reason: LockReason | null;
  error_message: string | null;
}

/** What holds for a tenant that has configured nothing. */
const defaultConfig: ActiveConfig = {
  strategy: 'ON_CREATION',
  channels: null,
  criteria: [],
  fallbackToCommerceRep: true,
  fallbackToOwner: true,
};

/**
 * Whom an activity addresses: everybody whom the first criterion with a match names, else the commerce's reps, else
 * its owners.
 * @param reachable the users who have a contact that fits the channel
 * @param lastContact whom of them a LAST_CONTACTED criterion names, if anybody
 * @param ownCriteria the activity's own; they replace the configured ones
 * @returns one row a user, or a single FAILED (nobody fits) or PENDING (a person must choose) row
 */
export function chooseTargetUsers(
  channel: Channel,
  reachable: readonly CandidateUser[],
  config: ActiveConfig,
  ownCriteria: readonly TargetCriterion[] | null,
  lastContact: (criterion: TargetCriterion) => string | undefined,
): TargetUser[] {
  if (config.strategy === 'MANUAL' && !ownCriteria) {
    return [nobody('PENDING', 'a target user must be assigned by hand')];
  }
  const criteria = [...(ownCriteria ?? config.criteria)].sort((a, b) => a.priority - b.priority);
  for (const criterion of criteria) {
    const matches =
      criterion.type === 'ROLE_MATCH'
        ? withRole(reachable, criterion.config.role)
        : reachable.filter(({ id }) => id === lastContact(criterion));
    if (matches.length > 0) return matches.map((user) => found(user, 'CRITERIA_MATCH'));
  }
  if (config.fallbackToCommerceRep) {
    const reps = withRole(reachable, 'COMMERCE_REP');
    if (reps.length > 0) return reps.map((user) => found(user, 'FALLBACK_COMMERCE_REP'));
  }
  if (config.fallbackToOwner) {
    const owners = withRole(reachable, 'OWNER');
    if (owners.length > 0) return owners.map((user) => found(user, 'FALLBACK_OWNER'));
  }
  return [nobody('FAILED', `no commerce user fits the criteria and can be reached by ${channel}`)];
}

/** Stands for the target users of an activity until it is sent. */
export function foundLater(): TargetUser {
  return nobody('PENDING', null);
}

/** The config that holds for a channel: the first active one that covers it. */
export function configFor(channel: Channel, configs: readonly ActiveConfig[]): ActiveConfig {
  return configs.find(({ channels }) => !channels?.length || channels.includes(channel)) ?? defaultConfig;
}

function withRole(users: readonly CandidateUser[], role: CommerceUserRole | undefined): CandidateUser[] {
  return role ? users.filter((user) => user.roles.includes(role)) : [];
}

function found(user: CandidateUser, reason: LockReason): TargetUser {
  return { commerce_user_id: user.id, resolution_status: 'RESOLVED', lock_reason: reason, error_message: null };
}

function nobody(status: 'PENDING' | 'FAILED', message: string | null): TargetUser {
  return { commerce_user_id: null, resolution_status: status, lock_reason: null, error_message: message };
}
