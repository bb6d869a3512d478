import { Clock, Database, Replica } from '@errand/database';
import { ageSeconds, LOGGER, type Logger, Metrics, seldom } from '@errand/telemetry';
import type { ActivityStatus } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { laneEnds, laneEndsOf, openByStatus, someTenants } from './sql/queue.sql';

const openStatuses: ActivityStatus[] = ['READY', 'UNRESOLVED'];
/** Counted of each kind at most: index entries read for a scrape, whatever the backlog. */
const countedAtMost = 10_000;
/** Queues that are looked at for their oldest, for the same reason. */
const lanesAtMost = 1_000;

/** Why activities are held on purpose. */
const heldReasons = ['TENANT_PAUSED', 'PROVIDER_PAUSED'] as const;
type HeldReason = (typeof heldReasons)[number];

/** What is queued and held for one reason, or for none. */
interface LaneEnds {
  reason: HeldReason | null;
  due_since: Date | null;
  total: number;
}

/** What is open and how long the oldest has waited, read when somebody asks for the metrics, at a bounded cost. */
@Injectable()
export class QueueMetrics {
  private readonly open: Gauge<'status'>;
  private readonly ready: Gauge<'due'>;
  private readonly held: Gauge<'reason'>;
  private readonly oldestAge: Gauge;

  constructor(
    metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
    replica: Replica,
    @Inject(LOGGER) logger: Logger,
  ) {
    const registers = [metrics.registry];
    const common = 'read at most every 15 s; every process tells the same, so take the max';
    this.open = new Gauge({
      name: 'errand_activities_open',
      help: `Activities not sent yet, by status; counted up to ${countedAtMost} queued, waiting and unresolved; ${common}`,
      labelNames: ['status'],
      registers,
      collect: seldom(() => replica.readAny(() => this.count()), logger, 'open activities not counted'),
    });
    this.ready = new Gauge({
      name: 'errand_activities_ready',
      help: `READY activities, those due now and those due later or in flight (due = now, later), up to ${countedAtMost} each; ${common}`,
      labelNames: ['due'],
      registers,
    });
    this.oldestAge = new Gauge({
      name: 'errand_oldest_due_age_seconds',
      help: `How long the longest due of the highest and the lowest score of every queue has waited since it was due and created, 0 when nothing is; what is held on purpose is left out; up to ${lanesAtMost} queues are looked at; ${common}`,
      registers,
      collect: seldom(() => replica.readAny(() => this.readEnds()), logger, 'oldest queued activity not read'),
    });
    this.held = new Gauge({
      name: 'errand_activities_held',
      help: `Due activities that are held on purpose, by reason: their tenant is paused, or all dispatch configs that could send them; up to ${lanesAtMost} queues are looked at; ${common}`,
      labelNames: ['reason'],
      registers,
    });
  }

  private async count(): Promise<void> {
    interface Count {
      status: ActivityStatus;
      due: 'now' | 'later' | null;
      total: number;
    }
    const counts = await this.database.query<Count>(openByStatus, [countedAtMost]);
    for (const status of openStatuses) this.open.set({ status }, 0);
    for (const { status, due, total } of counts) {
      this.open.inc({ status }, total);
      if (due) this.ready.set({ due }, total);
    }
  }

  private async readEnds(): Promise<void> {
    const all = await this.database.query<LaneEnds>(laneEnds, [lanesAtMost]).catch(() => this.endsOfEach());
    const since = all.flatMap(({ reason, due_since }) => (reason === null && due_since ? [due_since.getTime()] : []));
    const oldest = since.length > 0 ? new Date(since.reduce((a, b) => Math.min(a, b))) : null;
    this.oldestAge.set(ageSeconds(oldest, this.clock.now()));
    for (const reason of heldReasons) this.held.set({ reason }, 0);
    for (const { reason, total } of all) if (reason) this.held.inc({ reason }, total);
  }

  /** For a distributed server; a tenant whose node is down is passed over. */
  private async endsOfEach(): Promise<LaneEnds[]> {
    const ends: LaneEnds[] = [];
    for (const { id } of await this.database.query<{ id: string }>(someTenants, [lanesAtMost])) {
      ends.push(...(await this.database.query<LaneEnds>(laneEndsOf, [id, lanesAtMost]).catch(() => [])));
    }
    return ends;
  }
}
