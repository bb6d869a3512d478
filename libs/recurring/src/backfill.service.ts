import { Clock, Database, retryWhenTaken } from '@errand/database';
import { ErrandError, invalidField } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { Occurrences } from './occurrences.service';
import { Recurrence } from './recurrence';
import { RecurringActions } from './recurring-actions.service';
import type { OccurrenceRow } from './sql/occurrences.sql';

/** What a backfill came to. */
export interface Backfilled {
  /** What became of those that had not been fired, oldest first. */
  occurrences: OccurrenceRow[];
  /** Of a dry run: how many would be fired. */
  planned?: number;
  /** How many of the window had been fired already, in their turn or by a backfill. */
  existing: number;
  /** The first occurrence of the window that the limit left out. */
  nextFrom: Date | null;
}

/** Fires occurrences of the past that were not: of before the recurring action was made, of a pause, or missed ones. */
@Injectable()
export class Backfill {
  constructor(
    private readonly recurring: RecurringActions,
    private readonly occurrences: Occurrences,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Each occurrence happens once, however often it is asked for.
   * @param to what is after now is left to its time
   * @throws NOT_FOUND, VALIDATION_FAILED, INVALID_STATE when occurrences must not overlap
   */
  async run(
    tenantId: string,
    id: string,
    { from, to, limit, isDryRun }: { from: Date; to: Date; limit: number; isDryRun: boolean },
    actor: string,
  ): Promise<Backfilled> {
    const recurring = await this.recurring.get(tenantId, id);
    if (from > to) throw invalidField('to', 'must not be before from');
    if (recurring.overlap_policy !== 'allow_all') {
      throw new ErrandError('INVALID_STATE', 'Occurrences that must not overlap cannot be fired all at once');
    }
    const end = new Date(Math.min(to.getTime(), this.clock.now().getTime()));
    const times = Recurrence.of(recurring.cron_expression, recurring.timezone).first(limit + 1, from, end);
    const window = times.slice(0, limit);
    const known = await this.occurrences.firedTimes(tenantId, id, window);
    const missing = window.filter((time) => !known.has(time.getTime()));
    const rest = { existing: window.length - missing.length, nextFrom: times[limit] ?? null };
    if (isDryRun) return { occurrences: [], planned: missing.length, ...rest };
    const planned = missing.map((occursAt) => ({ recurring, occursAt, fate: 'fire' as const }));
    const occurrences = await retryWhenTaken(async (isAgain) => {
      const prepared = await this.occurrences.prepare(tenantId, planned, actor, isAgain);
      return this.database.transaction((tx) => this.occurrences.insert(tx, prepared, 'backfill'));
    });
    return { occurrences, ...rest };
  }
}
