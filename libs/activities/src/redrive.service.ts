import { Clock, Database } from '@errand/database';
import { invalidField } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { Copies } from './copies.service';
import { type ActivityFilter, ActivityReader, type SearchedFilter } from './reader.service';
import { redrive, redriveAgain } from './sql/copy.sql';
import type { ActivityView } from './sql/view.sql';

export interface RedriveOptions {
  /** Only counts. */
  dryRun: boolean;
  /** How many copies to make at most. */
  limit: number;
  /** When the first copy is due; undefined, or in the past = now. */
  startAt?: Date;
  /** Spreads the copies over time; undefined = all are due at once. */
  ratePerSecond?: number;
  /** Also those that were redriven before. */
  includeRedriven?: boolean;
}

export interface RedriveReport {
  /** FAILED, and not redriven before unless those are included. */
  matched: number;
  /** How many of them failed with each `lastError.code`; those that a result ended are `NONE`. */
  byErrorCode: Record<string, number>;
  /** In a dry run the newest of them, 5 at most. */
  sample: ActivityView[];
  created: number;
  /** Of those asked for by id: redriven before, and therefore passed over. */
  alreadyRedriven: number;
  /** Matched, but over the limit of this call: the next one goes on with them. */
  remaining: number;
  activityIds: string[];
}

/** How many copies one transaction makes. */
const batchSize = 500;

/** Repeats FAILED activities as new ones that are linked to them, each once unless told otherwise. */
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
    { dryRun, limit, startAt, ratePerSecond, includeRedriven = false }: RedriveOptions,
    actor: string,
  ): Promise<RedriveReport> {
    const { search, ...filter } = which.filter ?? {};
    const asked: ActivityFilter = { ...filter, ids: which.ids, status: ['FAILED'] };
    // Before those that are redriven are passed over, so that the search means the same when it is made again.
    const { filter: failed } = await this.reader.search(tenantId, search, asked);
    const open: SearchedFilter = includeRedriven ? failed : { ...failed, redriven: false };
    const startsAt = Math.max(this.clock.now().getTime(), startAt?.getTime() ?? 0);
    const dueAt = (place: number) => new Date(startsAt + (ratePerSecond ? (place * 1000) / ratePerSecond : 0));
    if (dueAt(limit - 1).getUTCFullYear() > 9999) throw invalidField('startAt', 'makes copies due after the year 9999');
    const byErrorCode = await this.reader.countByErrorCode(tenantId, open);
    const matched = Object.values(byErrorCode).reduce((sum, count) => sum + count, 0);
    const alreadyRedriven = which.ids ? (await this.reader.count(tenantId, failed)) - matched : 0;
    const sample = dryRun ? await this.reader.list(tenantId, open, { before: undefined, offset: 0, limit: 5 }) : [];
    const statements = includeRedriven ? redriveAgain : redrive;
    const activityIds: string[] = [];
    let tried = 0;
    for (let before: string | undefined; !dryRun && activityIds.length < limit;) {
      const size = Math.min(batchSize, limit - activityIds.length);
      const ids = await this.reader.listIds(tenantId, open, { before, offset: 0, limit: size });
      const originals = ids.map((id, index) => ({ id, dueAt: dueAt(activityIds.length + index) }));
      const made = await this.database.transaction((tx) =>
        this.copies.make(tx, statements, tenantId, originals, actor),
      );
      activityIds.push(...made);
      tried += ids.length;
      before = ids.at(-1);
      if (ids.length < size) break;
    }
    const created = activityIds.length;
    return {
      matched,
      byErrorCode,
      sample,
      created,
      alreadyRedriven,
      // Not counted by what was made: whatever somebody else copies at the same time, or a caller's own key prevents, is done with.
      remaining: Math.max(0, matched - tried),
      activityIds,
    };
  }
}
