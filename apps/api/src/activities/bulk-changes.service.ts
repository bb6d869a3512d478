import { type ActivityFilter, ActivityReader } from '@errand/activities';
import { inParallel } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { ActivityStatus, Scope } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { itemProblem } from '../problems/item-problem';
import type { BulkChangeResponse } from './bulk.response';

/** One kind of change, of activities in one status. */
export interface BulkChange {
  from: ActivityStatus;
  /** @returns why it was not changed, unless it was */
  change: (id: string) => Promise<string | null>;
}

export interface BulkChoice {
  ids?: string[];
  filter?: Omit<ActivityFilter, 'ids' | 'scope'> & { search?: string };
  before?: string;
}

/** So many are changed at once, each in its own transaction; others need connections too. */
const width = 4;
/** After so long no more are begun: the caller asks for the rest. */
const longestMs = 20_000;
const sampleSize = 5;

/** Makes the same change to many activities, each as if it were made alone. */
@Injectable()
export class BulkChanges {
  constructor(
    private readonly reader: ActivityReader,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws SEARCH_TOO_BROAD */
  async make(
    tenantId: string,
    { from, change }: BulkChange,
    { ids, filter: given = {}, before }: BulkChoice,
    { dryRun, limit, scope }: { dryRun: boolean; limit: number; scope: Scope },
  ): Promise<BulkChangeResponse> {
    const { search, status = [from], ...filter } = given;
    const asked = { ...filter, ids, scope, olderThan: before };
    const fitting = { ...asked, status: status.filter((one) => one === from) };
    const { filter: found } = await this.reader.search(tenantId, search, fitting);
    const byErrorCode = await this.reader.countByErrorCode(tenantId, found);
    const matched = Object.values(byErrorCode).reduce((sum, count) => sum + count, 0);
    const slice = { before: undefined, offset: 0, limit: dryRun ? sampleSize : limit };
    const chosen = await this.reader.listIds(tenantId, found, slice);
    if (dryRun) {
      return { matched, done: 0, skipped: {}, remaining: matched, next: null, byErrorCode, sample: chosen };
    }
    const skipped = new Counts();
    if (ids && before === undefined) {
      const existing = await this.reader.count(tenantId, asked);
      skipped.add('NOT_FOUND', ids.length - existing);
      skipped.add('INVALID_TRANSITION', existing - matched);
    }
    const outcomes = await inParallel(width, untilTimeIsUp(chosen), async (id) => this.tryOne(id, change));
    const refusals = outcomes.filter((code) => code !== null);
    for (const code of refusals) skipped.add(code, 1);
    const tried = outcomes.length;
    const remaining = Math.max(0, matched - tried);
    return {
      matched,
      done: tried - refusals.length,
      skipped: skipped.counts,
      remaining,
      next: remaining > 0 ? (chosen[tried - 1] ?? null) : null,
      byErrorCode,
      sample: [],
    };
  }

  private async tryOne(id: string, change: BulkChange['change']): Promise<string | null> {
    try {
      return await change(id);
    } catch (error) {
      return itemProblem(error, id, this.logger).code;
    }
  }
}

function* untilTimeIsUp(ids: string[]): Generator<string> {
  const end = performance.now() + longestMs;
  for (const id of ids) {
    if (performance.now() > end) return;
    yield id;
  }
}

class Counts {
  readonly counts: Record<string, number> = {};

  add(code: string, more: number): void {
    if (more > 0) this.counts[code] = (this.counts[code] ?? 0) + more;
  }
}
