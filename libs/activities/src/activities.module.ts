import { AuditModule } from '@errand/audit';
import { ResolutionModule } from '@errand/resolution';
import { WebhooksModule } from '@errand/webhooks';
import { Module } from '@nestjs/common';
import { Backlog } from './backlog.service';
import { ClaimResolution } from './claim-resolution.service';
import { Copies } from './copies.service';
import { Creation } from './creation.service';
import { Lifecycle } from './lifecycle.service';
import { QueueMetrics } from './queue-metrics.service';
import { Queues } from './queues.service';
import { ActivityReader } from './reader.service';
import { Redrive } from './redrive.service';
import { References } from './references.service';
import { ResolutionByHand } from './resolution-by-hand.service';
import { Retention } from './retention.service';
import { FollowUps } from './results/follow-ups.service';
import { Results } from './results/results.service';
import { TaskFeed } from './task-feed.service';
import { WorkSignal } from './work-signal.service';

const services = [
  ...[ActivityReader, Backlog, ClaimResolution, Creation, Lifecycle, Queues, Redrive, References, ResolutionByHand],
  ...[Results, Retention, TaskFeed, WorkSignal],
];

/** Needs ConfigModule, DatabaseModule and TelemetryModule. */
@Module({
  imports: [AuditModule, ResolutionModule, WebhooksModule],
  providers: [...services, Copies, FollowUps, QueueMetrics],
  exports: services,
})
export class ActivitiesModule {}
