import { Clock, Database, isBadData, type Queryable, retryWhenTaken } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Occurrences } from './occurrences.service';
import { lastPlan, type Plan, planOf, refusedPlan } from './plan';
import type { RecurringAction } from './recurring-action';
import type { OccurrenceRow } from './sql/occurrences.sql';
import {
  advanceRecurring,
  listDue,
  lockDue,
  nextOccurrence,
  outstanding,
  tenantsWithOccurrences,
} from './sql/recurring.sql';

/** Who makes the activities, for their history. */
const actor = 'recurring';

/** What to fire: so many at most, or the one that is named, or of that one nothing, since it was refused. */
interface Wanted {
  limit: number;
  id?: string;
  isRefused?: boolean;
}

/** What firing some of a tenant’s recurring actions came to. */
export interface Fired {
  /** How many recurring actions were due and not locked by somebody else. */
  taken: number;
  occurrences: OccurrenceRow[];
}

/**
 * Fires the occurrences whose time has come. An occurrence is decided on at its time and not ahead, since only then is
 * it known whether the one before is still to be sent; a timer sees to it that this is within milliseconds. In one
 * transaction the recurring actions are locked, passing over those that another dispatcher has locked, the activities
 * and occurrences are stored, and the actions move on to their next time: a crash leaves all of that or nothing, and
 * whoever comes later finds them moved on. What cannot be stored, or not be told the time of, is skipped as `invalid`.
 */
@Injectable()
export class DueOccurrences {
  constructor(
    private readonly occurrences: Occurrences,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** What of a tenant is due, at most `limit` recurring actions, with the same number of statements for one and for all. */
  async fire(tenantId: string, limit: number): Promise<Fired> {
    try {
      return await this.fireTogether(tenantId, { limit });
    } catch (error) {
      if (!isBadData(error)) throw error;
      return this.fireApart(tenantId, limit);
    }
  }

  /** When the tenant’s next occurrence is. */
  async nextAt(tenantId: string): Promise<Date | null> {
    const [row] = await this.database.query<{ next_at: Date }>(nextOccurrence, [tenantId]);
    return row?.next_at ?? null;
  }

  /** Every tenant with an occurrence in the next `ms`, and when its first is. */
  async upcoming(ms: number): Promise<Map<string, Date>> {
    const values = [this.clock.after(ms)];
    const rows = await this.database.query<{ tenant_id: string; next_at: Date }>(tenantsWithOccurrences, values);
    return new Map(rows.map(({ tenant_id, next_at }) => [tenant_id, next_at]));
  }

  private async fireTogether(tenantId: string, wanted: Wanted): Promise<Fired> {
    return retryWhenTaken((isAgain) => this.fireOnce(tenantId, wanted, isAgain));
  }

  private async fireOnce(tenantId: string, { limit, id, isRefused = false }: Wanted, isAgain: boolean): Promise<Fired> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const due = await tx.query<RecurringAction>(lockDue, [tenantId, now, limit, id ?? null]);
      if (due.length === 0) return { taken: 0, occurrences: [] };
      const unsent = await this.unsent(tx, tenantId, due);
      const plans = due.map((recurring) => {
        const plan = this.plan(recurring, unsent.has(recurring.last_activity_id), now);
        return isRefused ? refusedPlan(plan) : plan;
      });
      const planned = plans.flatMap(({ occurrences }) => occurrences);
      const prepared = await this.occurrences.prepare(tenantId, planned, actor, isAgain);
      const occurrences = await this.occurrences.insert(tx, prepared, 'scheduled');
      const steps = due.map((recurring, index) => stepOf(recurring, plans[index], occurrences));
      await tx.query(advanceRecurring, [tenantId, JSON.stringify(steps)]);
      return { taken: due.length, occurrences };
    });
  }

  /** One that the database refuses must not keep the others from it: its own occurrences are skipped as invalid. */
  private async fireApart(tenantId: string, limit: number): Promise<Fired> {
    const all: Fired = { taken: 0, occurrences: [] };
    const due = await this.database.query<{ id: string }>(listDue, [tenantId, this.clock.now(), limit]);
    for (const { id } of due) {
      const { taken, occurrences } = await this.fireAlone(tenantId, id);
      all.taken += taken;
      all.occurrences.push(...occurrences);
    }
    return all;
  }

  private async fireAlone(tenantId: string, id: string): Promise<Fired> {
    try {
      return await this.fireTogether(tenantId, { limit: 1, id });
    } catch (error) {
      if (!isBadData(error)) throw error;
      this.logger.error({ err: error, tenantId, recurringId: id }, 'the activity of a recurring action is refused');
      return this.fireTogether(tenantId, { limit: 1, id, isRefused: true });
    }
  }

  private plan(recurring: RecurringAction, isOutstanding: boolean, now: Date): Plan {
    try {
      return planOf(recurring, isOutstanding, now);
    } catch (error) {
      this.logger.error({ err: error, recurringId: recurring.id }, 'paused: the times of it cannot be told');
      return lastPlan(recurring, now);
    }
  }

  private async unsent(tx: Queryable, tenantId: string, due: RecurringAction[]): Promise<Set<string | null>> {
    const ids = due.flatMap(({ overlap_policy, last_activity_id: id }) =>
      overlap_policy === 'skip' && id ? [id] : [],
    );
    if (ids.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>(outstanding, [tenantId, ids]);
    return new Set(rows.map(({ id }) => id));
  }
}

/** How a recurring action moves on after these occurrences, of its own and of others. */
function stepOf(recurring: RecurringAction, plan: Plan | undefined, rows: OccurrenceRow[]) {
  const { id, execution_count, last_at, last_activity_id } = recurring;
  const fired = rows.filter(({ recurring_id, status }) => recurring_id === id && status === 'fired');
  const last = fired.at(-1);
  return {
    id,
    next_at: plan?.nextAt(fired.length) ?? null,
    last_at: last?.occurs_at ?? last_at,
    last_activity_id: last?.activity_id ?? last_activity_id,
    execution_count: execution_count + fired.length,
    is_paused: plan?.isOver ?? false,
  };
}
