import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database, isStatementTimeout } from '@errand/database';
import { ErrandError } from '@errand/errors';
import type { Channel } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { type Lane, type LaneColumns, laneKey, laneOf } from './lane';
import { inFlightByLane, laneEndsOf, openOf, queuedByLane, scheduledByTime, unresolvedByCode } from './sql/queue.sql';

/** Counted of each kind at most, as lists do it: one more than they tell. */
const countedAtMost = 10_001;
/** Queues that are looked at. */
const lanesAtMost = 1_000;
/** The newest of those that somebody must resolve. */
const mostUnresolved = 1_000;
/** A claim may be under way while its lease is measured by another process's clock. */
const leaseSlackMs = 60_000;
const mostReadMs = 5_000;

/** How many activities of a tenant are not over, 10,001 of each kind at most. */
export interface Open {
  queued: number;
  waiting: number;
  inFlight: number;
  unresolved: number;
  dispatched: number;
}

/** What of a lane is due or being sent, 10,001 each at most. */
export interface LaneBacklog {
  lane: Lane;
  queued: number;
  inFlight: number;
}

/** How many activities of a channel come due from one edge to the next. */
export interface Scheduled {
  at: Date;
  channel: Channel;
  count: number;
}

/** What a tenant has open, at a bounded cost. */
@Injectable()
export class Backlog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async open(tenantId: string): Promise<Open> {
    type Row = Omit<Open, 'inFlight'> & { in_flight: number };
    const [row] = await this.database.query<Row>(openOf, [tenantId, countedAtMost, this.lastLease()]);
    const { queued = 0, waiting = 0, in_flight: inFlight = 0, unresolved = 0, dispatched = 0 } = row ?? {};
    return { queued, waiting, inFlight, unresolved, dispatched };
  }

  /**
   * Since when the longest queued activity has been due, of the highest and the lowest score of each lane; null when none is,
   * or all are held on purpose.
   */
  async oldestDueSince(tenantId: string): Promise<Date | null> {
    type Row = { reason: string | null; due_since: Date | null };
    const ends = await this.database.query<Row>(laneEndsOf, [tenantId, lanesAtMost]);
    return ends.find(({ reason }) => reason === null)?.due_since ?? null;
  }

  /** Why the newest 1,000 UNRESOLVED activities are: how many of each `lastError.code`, most first. */
  async unresolvedByCode(tenantId: string): Promise<Record<string, number>> {
    type Row = { code: string; total: number };
    const rows = await this.database.query<Row>(unresolvedByCode, [tenantId, mostUnresolved]);
    return Object.fromEntries(rows.map(({ code, total }) => [code, total]));
  }

  /** The lanes that have anything due or in flight. */
  async lanes(tenantId: string): Promise<LaneBacklog[]> {
    type Row = LaneColumns & { total: number };
    const queued = await this.database.query<Row>(queuedByLane, [tenantId, countedAtMost, lanesAtMost]);
    const inFlight = await this.database.query<Row>(inFlightByLane, [tenantId, countedAtMost, this.lastLease()]);
    const found = new Map<string, LaneBacklog>();
    const of = (row: Row) => {
      const lane = laneOf(tenantId, row);
      const known = found.get(laneKey(lane)) ?? { lane, queued: 0, inFlight: 0 };
      found.set(laneKey(lane), known);
      return known;
    };
    for (const row of queued) of(row).queued = row.total;
    for (const row of inFlight) of(row).inFlight = row.total;
    return [...found.values()];
  }

  /**
   * How many activities that were not tried yet wait for a time between two edges, where there are any.
   * @param edges ascending
   * @throws ErrandError SEARCH_TOO_BROAD after 5 s
   */
  async scheduled(tenantId: string, edges: Date[], channels: Channel[] | undefined): Promise<Scheduled[]> {
    type Row = { place: number; channel: Channel; total: number };
    const values = [tenantId, edges, edges[0], edges.at(-1), channels ?? null];
    try {
      const rows = await this.database.queryWithin<Row>(mostReadMs, scheduledByTime, values);
      return rows.flatMap(({ place, channel, total: count }) => {
        const at = edges[place - 1];
        return at ? [{ at, channel, count }] : [];
      });
    } catch (error) {
      if (!isStatementTimeout(error)) throw error;
      throw new ErrandError('SEARCH_TOO_BROAD', 'This took too long; ask for a shorter range');
    }
  }

  private lastLease(): Date {
    return this.clock.after(this.settings.dispatchLeaseMs + leaseSlackMs);
  }
}
