import { Clock, Database } from '@errand/database';
import { Outbox } from '@errand/webhooks';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { LaneColumns } from './lane';
import { type ActivityFilter, ActivityReader } from './reader.service';
import { redriveActivities } from './sql/copy.sql';
import { WorkSignal } from './work-signal.service';

export interface RedriveOptions {
  /** Only counts. */
  dryRun: boolean;
  /** How many copies to make at most. */
  limit: number;
  /** Spreads the copies over time; undefined = all are due now. */
  ratePerSecond?: number;
}

export interface RedriveReport {
  /** FAILED, and not redriven before. */
  matched: number;
  created: number;
  /** Of those asked for by id: redriven before. */
  alreadyRedriven: number;
  /** Matched, but over the limit of this call: the next one goes on with them. */
  remaining: number;
  activityIds: string[];
}

/** How many copies one statement makes. */
const batchSize = 500;

/** Repeats FAILED activities as new ones that are linked to them, each once. */
@Injectable()
export class Redrive {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: ActivityReader,
    private readonly outbox: Outbox,
    private readonly workSignal: WorkSignal,
  ) {}

  async redrive(
    tenantId: string,
    which: { ids?: string[]; filter?: Omit<ActivityFilter, 'status'> },
    { dryRun, limit, ratePerSecond }: RedriveOptions,
    actor: string,
  ): Promise<RedriveReport> {
    const failed: ActivityFilter = { ...which.filter, ids: which.ids, status: ['FAILED'] };
    const open: ActivityFilter = { ...failed, notRedriven: true };
    const matched = await this.reader.count(tenantId, open);
    const alreadyRedriven = which.ids ? (await this.reader.count(tenantId, failed)) - matched : 0;
    const activityIds: string[] = [];
    const startsAt = this.clock.now().getTime();
    const dueAt = (place: number) => new Date(startsAt + (ratePerSecond ? (place * 1000) / ratePerSecond : 0));
    for (let before: string | undefined; !dryRun && activityIds.length < limit;) {
      const size = Math.min(batchSize, limit - activityIds.length);
      const ids = await this.reader.listIds(tenantId, open, { before, offset: 0, limit: size });
      const due = ids.map((_, index) => dueAt(activityIds.length + index));
      activityIds.push(...(await this.copy(tenantId, ids, due, actor)));
      before = ids.at(-1);
      if (ids.length < size) break;
    }
    const created = activityIds.length;
    return {
      matched,
      created,
      alreadyRedriven,
      remaining: dryRun ? matched : Math.max(0, matched - created),
      activityIds,
    };
  }

  private async copy(tenantId: string, ids: string[], due: Date[], actor: string): Promise<string[]> {
    if (ids.length === 0) return [];
    const now = this.clock.now();
    const values = [ids, ids.map(() => newId()), now, actor, due];
    const rows = await this.outbox.query<{ id: string } & LaneColumns>(this.database, redriveActivities, [
      tenantId,
      ...values,
    ]);
    // A spread-out redrive has copies both in the queue and waiting for their time.
    for (const row of rows) this.workSignal.announce(tenantId, row);
    if (due.some((at) => at > now)) this.workSignal.announce(tenantId, null);
    return rows.map(({ id }) => id);
  }
}
