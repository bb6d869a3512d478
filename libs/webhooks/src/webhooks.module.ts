import { AuditModule } from '@errand/audit';
import { CryptoModule } from '@errand/crypto';
import { QuotasModule } from '@errand/quotas';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Deliveries } from './deliveries.service';
import { WebhookDelivery } from './delivery.entity';
import { Outbox } from './outbox.service';
import { WebhookSecrets } from './webhook-secrets.service';
import { Webhook } from './webhook.entity';
import { Webhooks } from './webhooks.service';

/** Needs ConfigModule, DatabaseModule and TelemetryModule. */
@Module({
  imports: [AuditModule, CryptoModule, QuotasModule, TypeOrmModule.forFeature([Webhook, WebhookDelivery])],
  providers: [Deliveries, Outbox, Webhooks, WebhookSecrets],
  exports: [Deliveries, Outbox, Webhooks, WebhookSecrets],
})
export class WebhooksModule {}
