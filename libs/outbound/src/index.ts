/**
 * The one guarded way out: transport, address guard, axios instance, Standard Webhooks signing.
 * Knows HTTP and addresses; must not know tenants, activities, providers or the database.
 */
export type { OutboundRequest, OutboundResponse } from './outbound-call';
export { OutboundError, type OutboundErrorCode } from './outbound-error';
export { OutboundHttp, type OutboundOptions } from './outbound-http';
export { OutboundModule } from './outbound.module';
export { generateWebhookSecret, isWebhookSecret, signWebhook } from './standard-webhooks';
