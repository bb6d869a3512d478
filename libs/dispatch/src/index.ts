/**
 * Knows how an activity is sent: claim, load, config, credentials, call, settle. Must not know HTTP, nor when to look
 * for work: the dispatcher's loop and the api decide that.
 */
export { Accounts, isAttemptable, type LaneAccount } from './accounts.service';
export { Breaker } from './breaker/breaker.service';
export type { Outage } from './breaker/outages.sql';
export { type Dispatch, type DispatchResult, isPending, type Probe } from './dispatch';
export { DispatchJob } from './dispatch-job.service';
export { DispatchModule } from './dispatch.module';
export { DispatchNow } from './dispatch-now.service';
export { HeldDispatches } from './held-dispatches.service';
export { Limits } from './limits/limits.service';
export { Outcomes } from './outcomes.service';
export { type WaitingFor, WAITING_REASONS, waitingFor } from './waiting-for';
