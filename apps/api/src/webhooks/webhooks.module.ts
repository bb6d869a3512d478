import { OutboundModule } from '@errand/outbound';
import { EndpointModule, WebhooksModule } from '@errand/webhooks';
import { Module } from '@nestjs/common';
import { DeliveriesController } from './deliveries.controller';
import { WebhooksController } from './webhooks.controller';

@Module({
  imports: [EndpointModule, OutboundModule, WebhooksModule],
  controllers: [WebhooksController, DeliveriesController],
})
export class WebhooksApiModule {}
