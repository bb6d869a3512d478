import { Clock, Database } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { NIL } from 'uuid';
import { RecentlyUsed } from '../recently-used';
import { type Allowance, intervalMsOf, keptMsOf } from './allowance';
import { Budget } from './budget';
import { leaseUses, removeOldBudgets } from './budgets.sql';

const sweepMs = 60_000;
/** No allowance looks back further. */
const oldMs = 120_000;
const most = 10_000;

interface LeasedRow {
  since_ms: number;
  spent_until_ms: number;
  granted: number;
}

/**
 * The budgets of keys, tenants and addresses, shared by all processes through the database. A process remembers the
 * ones used last, 10,000 at most: one that was forgotten is asked for again, and what it has spent is in the database
 * still, so that nobody gets more by making others forgotten.
 */
@Injectable()
export class Budgets implements OnModuleDestroy {
  private readonly budgets = new RecentlyUsed<Budget>(most);
  /** When uses were last leased, by tenant: what has been written is removed when it says nothing any more. */
  private readonly written = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.timer = setInterval(() => void this.sweep(), sweepMs);
    this.timer.unref();
  }

  /** @param tenantId whose it is; undefined: no tenant's */
  of(allowance: Allowance, subject: string, tenantId: string = NIL): Budget {
    const name = `${tenantId}/${subject}`;
    const known = this.budgets.get(name);
    if (known) return known;
    const lease = (wanted: number, now: number) => this.lease(allowance, tenantId, subject, wanted, now);
    const budget = new Budget(allowance, lease, () => this.clock.now().getTime());
    this.budgets.set(name, budget);
    return budget;
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async lease(allowance: Allowance, tenantId: string, subject: string, wanted: number, now: number) {
    this.written.set(tenantId, now);
    const [row] = await this.database.query<LeasedRow>(leaseUses, [
      ...[tenantId, subject, now, wanted],
      ...[intervalMsOf(allowance), allowance.burst, keptMsOf(allowance)],
    ]);
    if (!row) throw new Error('a lease of uses returned no row');
    return { granted: row.granted, spent: { sinceMs: row.since_ms, untilMs: row.spent_until_ms } };
  }

  private async sweep(): Promise<void> {
    const before = this.clock.now().getTime() - oldMs;
    for (const [tenantId, writtenAt] of this.written) {
      try {
        await this.database.query(removeOldBudgets, [tenantId, before]);
        if (writtenAt < before && this.written.get(tenantId) === writtenAt) this.written.delete(tenantId);
      } catch (error) {
        this.logger.warn({ err: error, tenantId }, 'old rate budgets not removed; tried again in a minute');
        return;
      }
    }
  }
}
