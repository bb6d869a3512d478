import { Clock, Database, purgeInBatches, type Statement } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { edgesOfSteps, endOf, keptMs, startOf, stepMs, type StoredStep } from './buckets';
import {
  type AttemptCount,
  countAttempts,
  countTransitions,
  noConfig,
  purges,
  readMark,
  storeAttempts,
  storeMark,
  storeTransitions,
  sumAttemptsOfHours,
  sumTransitionsOfHours,
  tenantsWithEvents,
  type TransitionCount,
} from './sql/roll-up.sql';

const steps: StoredStep[] = ['5m', '1h'];
/** The row that is of all tenants. */
const everybody = noConfig;

/**
 * Fills the sums from the history. What is counted again takes the place of what was stored, so that it does not matter how
 * often that is done, by how many at once, or how late a transaction was committed.
 */
@Injectable()
export class RollUps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those to whose activities something happened since a time. */
  async tenantsSince(from: Date): Promise<string[]> {
    const rows = await this.database.query<{ tenant_id: string }>(tenantsWithEvents, [from]);
    return rows.map(({ tenant_id }) => tenant_id);
  }

  /**
   * Counts one tenant's transitions and attempts in whole buckets of 5 minutes, those in which the times are and those between
   * them, and sums up the hours that these are in. An hour at a time, and no further once the signal aborts.
   */
  async fill(tenantId: string, from: Date, to: Date, signal: AbortSignal): Promise<void> {
    const first = startOf('5m', from);
    const end = endOf('5m', to);
    for (const hour of edgesOfSteps('1h', first, end).slice(0, -1)) {
      if (signal.aborted) return;
      const next = new Date(hour.getTime() + stepMs['1h']);
      const fine = [tenantId, hour < first ? first : hour, next < end ? next : end];
      const coarse = [tenantId, hour, next];
      await this.copy<TransitionCount>(countTransitions, fine, storeTransitions, '5m');
      await this.copy<TransitionCount>(sumTransitionsOfHours, coarse, storeTransitions, '1h');
      await this.copy<AttemptCount>(countAttempts, fine, storeAttempts, '5m');
      await this.copy<AttemptCount>(sumAttemptsOfHours, coarse, storeAttempts, '1h');
    }
  }

  /** Until when everybody's sums are filled, as far as that was noted; null: never. */
  async filledUntil(): Promise<Date | null> {
    const [row] = await this.database.query<{ filled_until: Date }>(readMark, [everybody]);
    return row?.filled_until ?? null;
  }

  /** Notes until when everybody's sums are filled, unless they are known to be filled further. */
  async noteFilled(until: Date): Promise<void> {
    await this.database.query(storeMark, [everybody, until]);
  }

  /** Removes the buckets that are kept no longer, batch by batch. */
  async purge(tenantId: string, signal: AbortSignal): Promise<void> {
    for (const statement of purges) {
      for (const step of steps) {
        await purgeInBatches(this.database, statement, [tenantId, step, this.clock.after(-keptMs[step])], signal);
      }
    }
  }

  /** The tenant is the first value of each statement. */
  private async copy<Row>(read: Statement, values: unknown[], store: Statement, step: StoredStep): Promise<void> {
    const rows = await this.database.query<Row>(read, values);
    if (rows.length > 0) await this.database.query(store, [values[0], step, JSON.stringify(rows)]);
  }
}
