import { Clock, Database } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { type Lane, type LaneColumns, laneKey, laneOf } from './lane';
import {
  type ExpiredLease,
  expiredLeases,
  nextDue,
  queuedLanes,
  queuedLanesOf,
  upcomingLanes,
  waitingActions,
  waitingTenants,
  wakeDue,
} from './sql/wake.sql';

/** Actions looked at by one poll; 2,000 a second come due for longer before it misses one that no hint told of. */
const mostActions = 10_000;
/** Due activities that are looked at for the lanes they are in. */
const mostDue = 10_000;

interface DueTime {
  tenant_id: string;
  next_due: Date;
}

/** What there is to do: which lanes have queued work, what waits until when, and whose lease ran out. */
@Injectable()
export class Queues {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Queues up to `limit` waiting activities that have come due. @returns the lanes they are in, one a row */
  async wakeDue(tenantId: string, limit: number): Promise<Lane[]> {
    const rows = await this.database.query<LaneColumns>(wakeDue, [tenantId, this.clock.now(), limit]);
    return rows.map((row) => laneOf(tenantId, row));
  }

  /** The lanes of the first `limit` activities that come due within `aheadMs`. */
  async upcomingLanes(tenantId: string, limit: number, aheadMs: number): Promise<Lane[]> {
    const values = [tenantId, this.clock.now(), this.clock.after(aheadMs), limit];
    return (await this.database.query<LaneColumns>(upcomingLanes, values)).map((row) => laneOf(tenantId, row));
  }

  /** The tenant's lanes with something due: queued, or among the first 10,000 that came due and are not queued yet. */
  async dueLanes(tenantId: string): Promise<Lane[]> {
    const values = [tenantId, new Date(0), this.clock.now(), mostDue];
    const due = await this.database.query<LaneColumns>(upcomingLanes, values);
    const lanes = [...(await this.queuedLanes(tenantId)), ...due.map((row) => laneOf(tenantId, row))];
    return [...new Map(lanes.map((lane) => [laneKey(lane), lane])).values()];
  }

  /** Claims whose lease ran out, oldest first. */
  async expiredLeases(tenantId: string, limit: number): Promise<ExpiredLease[]> {
    return this.database.query<ExpiredLease>(expiredLeases, [tenantId, this.clock.now(), limit]);
  }

  /** When the tenant's next waiting activity or lease comes due. */
  async nextDue(tenantId: string): Promise<Date | null> {
    const [row] = await this.database.query<{ next_attempt_at: Date }>(nextDue, [tenantId]);
    return row?.next_attempt_at ?? null;
  }

  /** Every lane with queued work. @throws on a distributed server, where each tenant is to be asked apart */
  async allQueuedLanes(): Promise<Lane[]> {
    const rows = await this.database.query<{ tenant_id: string } & LaneColumns>(queuedLanes);
    return rows.map((row) => laneOf(row.tenant_id, row));
  }

  /** The tenant's lanes with queued work. */
  async queuedLanes(tenantId: string): Promise<Lane[]> {
    const rows = await this.database.query<LaneColumns>(queuedLanesOf, [tenantId]);
    return rows.map((row) => laneOf(tenantId, row));
  }

  /**
   * Each tenant's next due time within `horizonMs`, a lease's end counting as one.
   * @throws on a distributed server, where each tenant is to be asked apart
   */
  async waitingTenants(horizonMs: number): Promise<Map<string, Date>> {
    return dueTimes(await this.database.query<DueTime>(waitingTenants, [this.clock.after(horizonMs)]));
  }

  /**
   * When each tenant's first action comes due, of those that do so from `sinceMs` ago until in `horizonMs`; of more than
   * 10,000 of these only the first.
   */
  async dueActions(sinceMs: number, horizonMs: number): Promise<Map<string, Date>> {
    const values = [this.clock.after(-sinceMs), this.clock.after(horizonMs), mostActions];
    return dueTimes(await this.database.query<DueTime>(waitingActions, values));
  }
}

function dueTimes(rows: DueTime[]): Map<string, Date> {
  return new Map(rows.map(({ tenant_id, next_due }) => [tenant_id, next_due]));
}
