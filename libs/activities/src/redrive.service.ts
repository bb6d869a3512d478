import { Clock, Database } from '@errand/database';
import type { Channel } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { type ActivityFilter, ActivityReader } from './reader.service';
import { redriveActivities } from './sql/redrive.sql';
import { WorkSignal } from './work-signal.service';

/** How many of the activities asked for were FAILED, and how many copies were made of them. */
export interface RedriveReport {
  matched: number;
  created: number;
  /** FAILED, but redriven before. */
  alreadyRedriven: number;
  activityIds: string[];
}

/** How many copies one statement makes. */
const batchSize = 500;

/** Repeats FAILED activities as new ones that are linked to them. */
@Injectable()
export class Redrive {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: ActivityReader,
    private readonly workSignal: WorkSignal,
  ) {}

  /** @param dryRun only counts what matches */
  async redrive(
    tenantId: string,
    which: { ids?: string[]; filter?: Omit<ActivityFilter, 'status'> },
    dryRun: boolean,
    actor: string,
  ): Promise<RedriveReport> {
    const filter: ActivityFilter = { ...which.filter, ids: which.ids, status: ['FAILED'] };
    const report: RedriveReport = { matched: 0, created: 0, alreadyRedriven: 0, activityIds: [] };
    if (dryRun) return { ...report, matched: await this.reader.count(tenantId, filter) };
    for (let before: string | undefined; ;) {
      const ids = await this.reader.listIds(tenantId, filter, { before, offset: 0, limit: batchSize });
      const created = await this.copy(tenantId, ids, actor);
      report.matched += ids.length;
      report.created += created.length;
      report.alreadyRedriven += ids.length - created.length;
      report.activityIds.push(...created);
      before = ids.at(-1);
      if (ids.length < batchSize) return report;
    }
  }

  private async copy(tenantId: string, ids: string[], actor: string): Promise<string[]> {
    if (ids.length === 0) return [];
    const newIds = ids.map(() => newId());
    const rows = await this.database.query<{ id: string; channel: Channel }>(redriveActivities, [
      tenantId,
      ids,
      newIds,
      this.clock.now(),
      actor,
    ]);
    for (const { channel } of rows) this.workSignal.announce(tenantId, channel);
    return rows.map(({ id }) => id);
  }
}
