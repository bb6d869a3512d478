import { NEVER } from '@errand/activities';
import type { NotNow } from './admission/admission.service';

export const WAITING_REASONS = [
  'SCHEDULE',
  'RETRY',
  'IN_FLIGHT',
  'PROVIDER_PAUSED',
  'PROVIDER_DOWN',
  'PROVIDER_MISCONFIGURED',
  'RATE_LIMIT',
  'TENANT_PAUSED',
  'QUEUE',
] as const;

export type WaitingReason = (typeof WAITING_REASONS)[number];

/** Why a READY activity was not sent yet. */
export interface WaitingFor {
  reason: WaitingReason;
  /** When it is next due; null where unknown. */
  until: Date | null;
  /** The dispatch config that is the cause, where one is. */
  config: { id: string; name: string } | null;
}

/** What of an activity says why it waits. */
export interface WaitingActivity {
  lease_token: string | null;
  next_attempt_at: Date | null;
  dispatch_attempt_count: number;
}

/** Why this READY activity waits, nearest reason first. @param notNow why its lane is not served, if it is not */
export function waitingFor(activity: WaitingActivity, notNow: NotNow | null, now: Date): WaitingFor {
  const { lease_token, next_attempt_at, dispatch_attempt_count } = activity;
  if (lease_token !== null) return { reason: 'IN_FLIGHT', until: null, config: null };
  if (next_attempt_at !== null && next_attempt_at > now) {
    const until = next_attempt_at.getTime() === NEVER.getTime() ? null : next_attempt_at;
    return { reason: dispatch_attempt_count > 0 ? 'RETRY' : 'SCHEDULE', until, config: null };
  }
  if (!notNow) return { reason: 'QUEUE', until: null, config: null };
  const { reason, until, config } = notNow;
  return { reason, until, config: config && { id: config.id, name: config.name } };
}
