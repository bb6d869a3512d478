/**
 * Knows how providers tell what became of what was sent: a config's callback URL, who may call it, and what follows from
 * an event. Must not know HTTP, nor how anything is sent.
 */
export { CallbacksModule } from './callbacks.module';
export { Callbacks, type CallbackTarget } from './callbacks.service';
export { ProviderAccounts } from './provider-accounts.service';
export { ProviderEvents } from './provider-events.service';
