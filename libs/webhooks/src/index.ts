/**
 * Knows which endpoints a tenant wants told of what happens, the outbox that keeps it for them, and how it is delivered.
 * Must not know how anything comes to happen, nor HTTP beyond its one call.
 */
export { Deliveries, type DeliveryEvent } from './deliveries.service';
export { WebhookDelivery } from './delivery.entity';
export { DeliveryModule } from './delivery/delivery.module';
export { Delivery, type Endpoint } from './delivery/delivery.service';
export { EndpointModule } from './delivery/endpoint.module';
export { type EndpointTrial, EndpointTrials } from './delivery/endpoint-trials.service';
export { EventBodies } from './delivery/event-bodies.service';
export { Outbox, WEBHOOK_CHANNEL } from './outbox.service';
export { hasTold, tellingWebhooks, tellWebhooks } from './sql/tell.sql';
export { Webhook } from './webhook.entity';
export { sealedWebhookSecrets } from './webhook-secrets.service';
export { WebhooksModule } from './webhooks.module';
export { type Backlog, type IssuedWebhook, Webhooks } from './webhooks.service';
