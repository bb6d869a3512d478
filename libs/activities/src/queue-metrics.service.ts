import { Clock, Database } from '@errand/database';
import { ageSeconds, LOGGER, type Logger, Metrics, seldom } from '@errand/telemetry';
import type { ActivityStatus } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { oldestQueued, oldestQueuedOf, openByStatus, someTenants } from './sql/queue.sql';

const openStatuses: ActivityStatus[] = ['READY', 'UNRESOLVED'];
/** Counted of each kind at most: index entries read for a scrape, whatever the backlog. */
const countedAtMost = 10_000;
/** Queues that are looked at for their oldest, for the same reason. */
const lanesAtMost = 1_000;

interface Oldest {
  due_since: Date | null;
}

/** What is open and how long the oldest has waited, read when somebody asks for the metrics, at a bounded cost. */
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
    const common = 'read at most every 15 s; every process tells the same, so take the max';
    this.open = new Gauge({
      name: 'errand_activities_open',
      help: `Activities not sent yet, by status; counted up to ${countedAtMost} queued, waiting and unresolved; ${common}`,
      labelNames: ['status'],
      registers,
      collect: seldom(() => this.count(), logger, 'open activities not counted'),
    });
    this.oldestAge = new Gauge({
      name: 'errand_oldest_due_age_seconds',
      help: `How long the longest due of the highest and the lowest score of every queue has been due, 0 when nothing is; up to ${lanesAtMost} queues are looked at; ${common}`,
      registers,
      collect: seldom(() => this.readOldest(), logger, 'oldest queued activity not read'),
    });
  }

  private async count(): Promise<void> {
    const counts = await this.database.query<{ status: ActivityStatus; total: number }>(openByStatus, [countedAtMost]);
    for (const status of openStatuses) this.open.set({ status }, 0);
    for (const { status, total } of counts) this.open.inc({ status }, total);
  }

  private async readOldest(): Promise<void> {
    const since = await this.oldestOfAll().catch(() => this.oldestOfEach());
    this.oldestAge.set(ageSeconds(since, this.clock.now()));
  }

  private async oldestOfAll(): Promise<Date | null> {
    const [row] = await this.database.query<Oldest>(oldestQueued, [lanesAtMost]);
    return row?.due_since ?? null;
  }

  /** For a distributed server; a tenant whose node is down is passed over. */
  private async oldestOfEach(): Promise<Date | null> {
    let oldest: Date | null = null;
    for (const { id } of await this.database.query<{ id: string }>(someTenants, [lanesAtMost])) {
      const rows = await this.database.query<Oldest>(oldestQueuedOf, [id, lanesAtMost]).catch(() => []);
      const since = rows[0]?.due_since;
      if (since && (!oldest || since < oldest)) oldest = since;
    }
    return oldest;
  }
}
