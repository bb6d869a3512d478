import { Audit } from '@errand/audit';
import { Clock, Database, type Slice } from '@errand/database';
import { invalidField } from '@errand/errors';
import type { Scope } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { contentHash } from './content-hash';
import { Copies } from './copies.service';
import { type ActivityFilter, ActivityReader, type RequestCopies, type SearchedFilter } from './reader.service';
import { redrive, redriveAgain } from './sql/copy.sql';
import type { ActivityView } from './sql/view.sql';

export interface RedriveOptions {
  /** Passes over what is not within. */
  scope?: Scope;
  /** Only counts. */
  dryRun: boolean;
  /** How many copies to make at most. */
  limit: number;
  /** When the first copy is due; undefined, or in the past = now. */
  startAt?: Date;
  /** Spreads the copies over time; undefined = all are due at once. */
  ratePerSecond?: number;
  /** Also those that were redriven before: by the same request once a round. */
  includeRedriven?: boolean;
}

export interface RedriveReport {
  /** FAILED, and not redriven before; unless those are included, then not in this round. */
  matched: number;
  /** How many of them failed with each `lastError.code`; those that a result ended are `NONE`. */
  byErrorCode: Record<string, number>;
  /** In a dry run the newest of them, 5 at most. */
  sample: ActivityView[];
  created: number;
  /** Of those asked for by id: redriven before, or in this round, and therefore passed over. */
  alreadyRedriven: number;
  /** Matched, but over the limit of this call: the next one goes on with them. */
  remaining: number;
  activityIds: string[];
}

/** How many copies one transaction makes. */
const batchSize = 500;
/** For how long a request that includes what was redriven knows what it has repeated. */
const roundMs = 3_600_000;

/** Repeats FAILED activities as new ones that are linked to them, each once unless told otherwise. */
@Injectable()
export class Redrive {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: ActivityReader,
    private readonly copies: Copies,
    private readonly audit: Audit,
  ) {}

  async redrive(
    tenantId: string,
    which: { ids?: string[]; filter?: Omit<ActivityFilter, 'status'> & { search?: string } },
    { dryRun, limit, startAt, ratePerSecond, includeRedriven = false, scope }: RedriveOptions,
    actor: string,
  ): Promise<RedriveReport> {
    const { search, ...filter } = which.filter ?? {};
    const asked: ActivityFilter = { ...filter, ids: which.ids, status: ['FAILED'], scope };
    // Before those that are redriven are passed over, so that the search means the same when it is made again.
    const { filter: found } = await this.reader.search(tenantId, search, asked);
    const failed = search === undefined ? unhurried(found) : found;
    const startsAt = Math.max(this.clock.now().getTime(), startAt?.getTime() ?? 0);
    const dueAt = (place: number) => new Date(startsAt + (ratePerSecond ? (place * 1000) / ratePerSecond : 0));
    if (dueAt(limit - 1).getUTCFullYear() > 9999) throw invalidField('startAt', 'makes copies due after the year 9999');
    const again: RequestCopies = { request: contentHash(which), since: this.clock.after(-roundMs) };
    const { open, byErrorCode, matched } = await this.openOf(tenantId, failed, includeRedriven ? again : undefined);
    const alreadyRedriven = which.ids ? (await this.reader.count(tenantId, failed)) - matched : 0;
    const sample = dryRun ? await this.reader.list(tenantId, open, { before: undefined, offset: 0, limit: 5 }) : [];
    const statements = open.round ? redriveAgain : redrive;
    const activityIds: string[] = [];
    let tried = 0;
    let slice: Slice = { before: undefined, offset: 0, limit };
    while (!dryRun && slice.limit > 0) {
      const ids = await this.reader.listIds(tenantId, tried === 0 ? open : unhurried(open), slice);
      const originals = ids.map((id, place) => ({ id, dueAt: dueAt(activityIds.length + place) }));
      for (let start = 0; start < originals.length; start += batchSize) {
        const batch = originals.slice(start, start + batchSize);
        const made = await this.database.transaction(async (tx) => {
          const copies = await this.copies.make(tx, statements, tenantId, batch, actor, open.round);
          const after = { ...which, startAt, ratePerSecond, includeRedriven, limit, matched, created: copies.length };
          const bulk = { tenantId, action: 'activity.redriven', subjectId: null, before: null, after } as const;
          if (copies.length > 0) await this.audit.record(tx, bulk);
          return copies;
        });
        activityIds.push(...made);
      }
      tried += ids.length;
      // Only when some could not be copied there is room for others.
      slice = { ...slice, before: ids.at(-1), limit: ids.length < slice.limit ? 0 : limit - activityIds.length };
    }
    return {
      matched,
      byErrorCode,
      sample,
      created: activityIds.length,
      alreadyRedriven,
      // Not counted by what was made: whatever somebody else copies at the same time, or a caller's own key prevents, is done with.
      remaining: Math.max(0, matched - tried),
      activityIds,
    };
  }

  /**
   * What there is to copy. With what was redriven it is a round: of what the same request has repeated within the last
   * hour only those that it has repeated less often than others, so that who makes it until nothing remains comes to an end;
   * when it has repeated all alike, the next round begins.
   */
  private async openOf(tenantId: string, failed: SearchedFilter, again: RequestCopies | undefined) {
    if (!again) return this.counted(tenantId, { ...failed, redriven: false });
    const than = await this.reader.mostCopied(tenantId, again);
    const left = await this.counted(tenantId, { ...failed, round: { ...again, than } });
    return left.matched > 0 ? left : this.counted(tenantId, { ...failed, round: { ...again, than: than + 1 } });
  }

  private async counted(tenantId: string, open: SearchedFilter) {
    const byErrorCode = await this.reader.countByErrorCode(tenantId, open);
    return { open, byErrorCode, matched: Object.values(byErrorCode).reduce((sum, count) => sum + count, 0) };
  }
}

/** The same without an end of its time: what has begun to copy goes on to its report. */
function unhurried(filter: SearchedFilter): SearchedFilter {
  return { ...filter, time: undefined };
}
