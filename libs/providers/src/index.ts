/**
 * Knows how to talk to each provider and what its account needs. Must not know the database, an activity's status, or
 * when and how often a call is made.
 */
export {
  type ActivityDispatcher,
  type ChannelDefinition,
  type DispatchOutcome,
  type FailedOutcome,
  FIELD_TYPES,
  type FieldDefinition,
  type ProviderAccount,
} from './dispatcher';
export { type CallbackReading, type ProviderEvent, type ReceivedCallback, type Stage, STAGES } from './callback';
export { givenPayload } from './given-payload';
export { failure, wasCalled } from './outcome';
export type { ActivityPayload } from './payload';
export { bodyExcerptOf, maskedPayload, previewOf, previewWithoutContacts } from './preview';
export { ProviderRegistry } from './provider-registry.service';
export { ProvidersModule } from './providers.module';
export { runDispatcher } from './run-dispatcher';
export { type Segments } from './sms-text';
