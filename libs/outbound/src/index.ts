/**
 * The one guarded way out: transport, address guard, axios instance, Standard Webhooks signing, when to try again.
 * Knows HTTP and addresses; must not know tenants, activities, providers or the database.
 */
export { callsAreFor } from './call-owner';
export { CallSlots } from './call-slots';
export type { OutboundResponse } from './outbound-call';
export { OutboundError, type OutboundErrorCode } from './outbound-error';
export { OutboundHttp } from './outbound-http';
export { isOutageStatus } from './outage';
export { ownTimeMs } from './own-time';
export { OutboundModule } from './outbound.module';
export { retryAfterMs } from './retry-after';
export { retryDelayMs, type RetryPolicy } from './retry-policy';
export { generateWebhookSecret, isWebhookSecret, signWebhook } from './standard-webhooks';
export { httpSchemes, normalUrl, originOf, URL_SCHEMES, type UrlScheme } from './target';
