import { CryptoModule } from '@errand/crypto';
import { OutboundModule } from '@errand/outbound';
import { WebhooksModule } from '@errand/webhooks';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Creation } from './creation.service';
import { Lifecycle } from './lifecycle.service';
import { QueueMetrics } from './queue-metrics.service';
import { Queues } from './queues.service';
import { ActivityReader } from './reader.service';
import { Redrive } from './redrive.service';
import { References } from './references.service';
import { AttributeResolver } from './resolution/attribute-resolver.service';
import { ClaimResolution } from './resolution/claim-resolution.service';
import { ClientHooks } from './resolution/hooks/client-hooks.service';
import { HookSecrets } from './resolution/hooks/hook-secrets.service';
import { InternalServices } from './resolution/internal-services.service';
import { LastContacts } from './resolution/last-contacts.service';
import { Resolution } from './resolution/resolution.service';
import { Resolver } from './resolution/resolver.service';
import { CommerceInfo } from './resolution/services/commerce-info.service';
import { LastResult } from './resolution/services/last-result.service';
import { OperatorInfo } from './resolution/services/operator-info.service';
import { TargetResolver } from './resolution/target-resolver.service';
import { Retention } from './retention.service';
import { FollowUps } from './results/follow-ups.service';
import { Results } from './results/results.service';
import { TaskFeed } from './task-feed.service';
import { WorkSignal } from './work-signal.service';

const services = [
  ...[ActivityReader, Creation, Lifecycle, Queues, Redrive, Resolution, Retention, Results, WorkSignal],
  ...[ClaimResolution, HookSecrets, References, TaskFeed],
];

/** The internal services that come with Errand. A new one is added here and nowhere else. */
const internalServices = [CommerceInfo, OperatorInfo, LastResult];

const resolvers = [Resolver, TargetResolver, LastContacts, AttributeResolver, InternalServices, ClientHooks];

/** Needs ConfigModule, DatabaseModule and TelemetryModule. */
@Module({
  imports: [CryptoModule, DiscoveryModule, OutboundModule, WebhooksModule],
  providers: [...services, ...resolvers, ...internalServices, FollowUps, QueueMetrics],
  exports: services,
})
export class ActivitiesModule {}
