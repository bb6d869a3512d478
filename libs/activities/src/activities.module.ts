import { Module } from '@nestjs/common';
import { Creation } from './creation.service';
import { Lifecycle } from './lifecycle.service';
import { QueueMetrics } from './queue-metrics.service';
import { ActivityReader } from './reader.service';
import { Redrive } from './redrive.service';
import { Resolution } from './resolution/resolution.service';
import { Retention } from './retention.service';
import { FollowUps } from './results/follow-ups.service';
import { Results } from './results/results.service';
import { TaskFeed } from './task-feed.service';
import { WorkSignal } from './work-signal.service';

const services = [ActivityReader, Creation, Lifecycle, Redrive, Resolution, Retention, Results, TaskFeed, WorkSignal];

/** Needs DatabaseModule and TelemetryModule. */
@Module({ providers: [...services, FollowUps, QueueMetrics], exports: services })
export class ActivitiesModule {}
