/**
 * Knows how an activity is sent: `pipeline.ts` has the steps in their order. Must not know when and where to look for
 * work, nor who waits for it: the dispatcher's loop and the api decide that.
 */
export { Accounts } from './admission/accounts.service';
export { Breaker } from './admission/breaker/breaker.service';
export type { Outage } from './admission/breaker/outages.sql';
export { type ChosenConfig, ChosenConfigs } from './chosen-configs.service';
export { type ConfigLoad, ConfigLoads } from './config-loads.service';
export { DispatchModule } from './dispatch.module';
export { DispatchNow } from './dispatch-now.service';
export { type Holding, Holdings } from './holding';
export { nextTry } from './next-step';
export { Payloads } from './payloads.service';
export { type End, type Line, Pipeline, type Turn } from './pipeline';
export { Settlement } from './settlement/settlement.service';
export { Settler } from './settlement/settler.service';
export { Sources } from './sources';
export { Waiting } from './waiting.service';
export { type WaitingFor, WAITING_REASONS, type WaitingReason } from './waiting-for';
