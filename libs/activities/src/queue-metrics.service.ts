import { Clock, Database } from '@errand/database';
import { ageSeconds, LOGGER, type Logger, Metrics, seldom } from '@errand/telemetry';
import type { ActivityStatus } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { oldestQueued, openByStatus } from './sql/queue.sql';

const openStatuses: ActivityStatus[] = ['READY', 'UNRESOLVED'];

/** What is open and how long the oldest has waited, counted when somebody asks for the metrics. */
@Injectable()
export class QueueMetrics {
  private readonly open: Gauge<'status'>;
  private readonly oldestAge: Gauge;

  constructor(
    metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    const registers = [metrics.registry];
    const collect = seldom(() => this.read(), logger, 'queue not counted');
    this.open = new Gauge({
      name: 'errand_activities_open',
      help: 'Activities that were not sent yet, by status; counted at most every 15 s',
      labelNames: ['status'],
      registers,
      collect,
    });
    this.oldestAge = new Gauge({
      name: 'errand_oldest_due_age_seconds',
      help: 'How long the longest queued activity has been due; 0 when nothing is',
      registers,
      collect,
    });
  }

  private async read(): Promise<void> {
    const counts = await this.database.query<{ status: ActivityStatus; total: number }>(openByStatus);
    for (const status of openStatuses) this.open.set({ status }, 0);
    for (const { status, total } of counts) this.open.inc({ status }, total);
    const [oldest] = await this.database.query<{ due_since: Date | null }>(oldestQueued);
    this.oldestAge.set(ageSeconds(oldest?.due_since, this.clock.now()));
  }
}
