import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Webhook } from '../webhook.entity';
import { WebhooksModule } from '../webhooks.module';
import { DeliveryReport } from './delivery-report';
import { Delivery } from './delivery.service';
import { EndpointModule } from './endpoint.module';

/** For the process that delivers. Needs what WebhooksModule needs. */
@Module({
  imports: [EndpointModule, WebhooksModule, TypeOrmModule.forFeature([Webhook])],
  providers: [Delivery, DeliveryReport],
  exports: [Delivery],
})
export class DeliveryModule {}
