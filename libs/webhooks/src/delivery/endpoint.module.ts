import { OutboundModule } from '@errand/outbound';
import { Module } from '@nestjs/common';
import { WebhooksModule } from '../webhooks.module';
import { EndpointCall } from './endpoint-call.service';
import { EndpointTrials } from './endpoint-trials.service';
import { EventBodies } from './event-bodies.service';

/** What endpoints are told and how. Needs what WebhooksModule needs. */
@Module({
  imports: [OutboundModule, WebhooksModule],
  providers: [EndpointCall, EndpointTrials, EventBodies],
  exports: [EndpointCall, EndpointTrials, EventBodies],
})
export class EndpointModule {}
