import type { ActivityRelations, ClaimedActivity, SettledAttempt } from '@errand/activities';
import type { DispatchConfig } from '@errand/tenants';
import type { SendableAccount } from './accounts.service';
import type { Outage } from './breaker/outages.sql';

/** One claimed activity, loaded and ready to be sent. */
export interface Dispatch {
  tenantId: string;
  token: string;
  activity: ClaimedActivity;
  relations: ActivityRelations;
  /** The config it was admitted to, whose concurrency it uses until it ends. */
  admittedTo: DispatchConfig | null;
  /** Set when this is the probe of a config whose breaker is open. */
  probe: Probe | null;
}

export interface Probe {
  outage: Outage;
  via: SendableAccount;
}

/** How a dispatch ended. `attempt` is what the history says of it. */
export type DispatchResult =
  | { end: 'SETTLED'; attempt: SettledAttempt }
  /** Not sent, and not counted: its tenant or provider was paused meanwhile, or this process is stopping. */
  | { end: 'RETURNED' }
  /** The lease had passed to another process, whose outcome counts. */
  | { end: 'LOST' };

/** What an activity that refers to nothing hangs on. */
export const noRelations: ActivityRelations = {
  ...{ id: '', commerce: null, operator: null, route: null, attributes: null },
  is_pending: false,
};

/** Whether a target user or an attribute must be found before it can be sent: `DispatchJob.resolve` does. */
export function isPending({ relations }: Dispatch): boolean {
  return relations.is_pending;
}
