import { Clock, Database } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { Copies } from './copies.service';
import { type ActivityFilter, ActivityReader, type SearchedFilter } from './reader.service';
import { redrive } from './sql/copy.sql';

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

/** How many copies one transaction makes. */
const batchSize = 500;

/** Repeats FAILED activities as new ones that are linked to them, each once. */
@Injectable()
export class Redrive {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: ActivityReader,
    private readonly copies: Copies,
  ) {}

  async redrive(
    tenantId: string,
    which: { ids?: string[]; filter?: Omit<ActivityFilter, 'status'> & { search?: string } },
    { dryRun, limit, ratePerSecond }: RedriveOptions,
    actor: string,
  ): Promise<RedriveReport> {
    const { search, ...filter } = which.filter ?? {};
    const asked: ActivityFilter = { ...filter, ids: which.ids, status: ['FAILED'] };
    // Before those that are redriven are passed over, so that the search means the same when it is made again.
    const { filter: failed } = await this.reader.search(tenantId, search, asked);
    const open: SearchedFilter = { ...failed, notRedriven: true };
    const matched = await this.reader.count(tenantId, open);
    const alreadyRedriven = which.ids ? (await this.reader.count(tenantId, failed)) - matched : 0;
    const activityIds: string[] = [];
    const startsAt = this.clock.now().getTime();
    const dueAt = (place: number) => new Date(startsAt + (ratePerSecond ? (place * 1000) / ratePerSecond : 0));
    for (let before: string | undefined; !dryRun && activityIds.length < limit;) {
      const size = Math.min(batchSize, limit - activityIds.length);
      const ids = await this.reader.listIds(tenantId, open, { before, offset: 0, limit: size });
      const originals = ids.map((id, index) => ({ id, dueAt: dueAt(activityIds.length + index) }));
      const made = await this.database.transaction((tx) => this.copies.make(tx, redrive, tenantId, originals, actor));
      activityIds.push(...made);
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
}
