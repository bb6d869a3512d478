/**
 * Knows how to talk to each provider and what its account needs. Must not know the database, an activity's status, or
 * when and how often a call is made.
 */
export {
  type ActivityDispatcher,
  type ChannelDefinition,
  Dispatcher,
  type DispatcherAnswer,
  type DispatchOutcome,
  type DispatchRequest,
  type FailedOutcome,
  type FieldDefinition,
  type ProviderAccount,
} from './dispatcher';
export { failure, outcomeOfResponse } from './outcome';
export type {
  ActivityPayload,
  PayloadCommerce,
  PayloadContact,
  PayloadOperator,
  PayloadRoute,
  PayloadTargetUser,
} from './payload';
export { type GivenConfig, ProviderRegistry } from './provider-registry.service';
export { ProvidersModule } from './providers.module';
export { runDispatcher } from './run-dispatcher';
export { examplePayloads, samplePayload } from './sample-payload';
