import { OutboundModule } from '@errand/outbound';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Webhook } from '../webhook.entity';
import { WebhooksModule } from '../webhooks.module';
import { DeliveryReport } from './delivery-report';
import { Delivery } from './delivery.service';
import { EventBodies } from './event-bodies.service';

/** For the process that delivers. Needs what WebhooksModule needs. */
@Module({
  imports: [OutboundModule, WebhooksModule, TypeOrmModule.forFeature([Webhook])],
  providers: [Delivery, DeliveryReport, EventBodies],
  exports: [Delivery],
})
export class DeliveryModule {}
