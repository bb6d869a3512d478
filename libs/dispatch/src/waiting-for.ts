import { NEVER } from '@errand/activities';
import type { LaneAccount } from './accounts.service';

export const WAITING_REASONS = [
  'SCHEDULE',
  'RETRY',
  'IN_FLIGHT',
  'PROVIDER_PAUSED',
  'PROVIDER_DOWN',
  'RATE_LIMIT',
  'TENANT_PAUSED',
  'QUEUE',
] as const;

/** Why a READY activity was not sent yet; `until` = when it is next due, null where unknown. */
export interface WaitingFor {
  reason: (typeof WAITING_REASONS)[number];
  until: Date | null;
}

/** What of an activity says why it waits. */
export interface WaitingActivity {
  lease_token: string | null;
  next_attempt_at: Date | null;
  dispatch_attempt_count: number;
}

/** Why this READY activity waits, nearest reason first. @param limit the config's limit that is reached, if one is */
export function waitingFor(
  activity: WaitingActivity,
  account: LaneAccount,
  limit: { until: Date | null } | null,
  now: Date,
): WaitingFor {
  const { lease_token, next_attempt_at, dispatch_attempt_count } = activity;
  if (lease_token !== null) return { reason: 'IN_FLIGHT', until: null };
  if (next_attempt_at !== null && next_attempt_at > now) {
    const until = next_attempt_at.getTime() === NEVER.getTime() ? null : next_attempt_at;
    return { reason: dispatch_attempt_count > 0 ? 'RETRY' : 'SCHEDULE', until };
  }
  if (account.state === 'TENANT_PAUSED' || account.state === 'PROVIDER_PAUSED') {
    return { reason: account.state, until: null };
  }
  if (account.state === 'PROVIDER_DOWN') return { reason: 'PROVIDER_DOWN', until: account.until };
  return limit ? { reason: 'RATE_LIMIT', until: limit.until } : { reason: 'QUEUE', until: null };
}
