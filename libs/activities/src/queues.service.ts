import { Clock, Database } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { type Lane, type LaneColumns, laneOf } from './lane';
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

  /** Claims whose lease ran out, oldest first. */
  async expiredLeases(tenantId: string, limit: number): Promise<ExpiredLease[]> {
    return this.database.query<ExpiredLease>(expiredLeases, [tenantId, this.clock.now(), limit]);
  }

  /** When the tenant's next waiting activity or lease comes due. */
  async nextDue(tenantId: string): Promise<Date | null> {
    const [row] = await this.database.query<{ next_attempt_at: Date }>(nextDue, [tenantId]);
    return row?.next_attempt_at ?? null;
  }

  /** What there is to do: the lanes with queued work, and each tenant's next due time within `horizonMs`. */
  async outstanding(horizonMs: number): Promise<{ lanes: Lane[]; nextDue: Map<string, Date> }> {
    const lanes = await this.database.query<{ tenant_id: string } & LaneColumns>(queuedLanes);
    const waiting = await this.database.query<{ tenant_id: string; next_due: Date }>(waitingTenants, [
      this.clock.after(horizonMs),
    ]);
    return {
      lanes: lanes.map((row) => laneOf(row.tenant_id, row)),
      nextDue: new Map(waiting.map(({ tenant_id, next_due }) => [tenant_id, next_due])),
    };
  }

  /** Each tenant's next due time of an action within `horizonMs`; reads nothing but those. */
  async dueActions(horizonMs: number): Promise<Map<string, Date>> {
    const rows = await this.database.query<{ tenant_id: string; next_due: Date }>(waitingActions, [
      this.clock.after(horizonMs),
    ]);
    return new Map(rows.map(({ tenant_id, next_due }) => [tenant_id, next_due]));
  }

  /** The tenant's lanes with queued work. */
  async queuedLanes(tenantId: string): Promise<Lane[]> {
    const rows = await this.database.query<LaneColumns>(queuedLanesOf, [tenantId]);
    return rows.map((row) => laneOf(tenantId, row));
  }
}
