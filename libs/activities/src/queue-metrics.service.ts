import { Clock, Database } from '@errand/database';
import { LOGGER, type Logger, Metrics } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { oldestQueued, openByStatus } from './sql/queue.sql';
import type { ActivityStatus } from './status';

/** However often it is scraped, the tables are counted once in this time. */
const freshMs = 15_000;
const openStatuses: ActivityStatus[] = ['READY', 'UNRESOLVED'];

/** What is open and how long the oldest has waited, counted when somebody asks for the metrics. */
@Injectable()
export class QueueMetrics {
  private readonly open: Gauge<'status'>;
  private readonly oldestAge: Gauge;
  private counted: Promise<void> | undefined;
  private countedAt = 0;

  constructor(
    metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const registers = [metrics.registry];
    const collect = () => this.count();
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

  private async count(): Promise<void> {
    if (Date.now() - this.countedAt > freshMs) {
      this.countedAt = Date.now();
      // A scrape while the database is away still tells everything else.
      this.counted = this.read().catch((error: unknown) => this.logger.warn({ err: error }, 'queue not counted'));
    }
    await this.counted;
  }

  private async read(): Promise<void> {
    const counts = await this.database.query<{ status: ActivityStatus; total: number }>(openByStatus);
    for (const status of openStatuses) this.open.set({ status }, 0);
    for (const { status, total } of counts) this.open.inc({ status }, total);
    const [oldest] = await this.database.query<{ due_since: Date | null }>(oldestQueued);
    const dueSince = oldest?.due_since?.getTime();
    this.oldestAge.set(dueSince === undefined ? 0 : Math.max(0, (this.clock.now().getTime() - dueSince) / 1000));
  }
}
