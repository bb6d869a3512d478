import { Clock, Database, purgeInBatches, type Queryable } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { purgeWindows, takePlace } from './sql/rule-windows.sql';

/**
 * Fixed windows of time in which a rule lets so many through: throttle counts all it matches in one, deduplicate
 * those of one key. A window begins with the first and ends its length later, however many are turned away.
 */
@Injectable()
export class RuleWindows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one place in a window, which begins now if none is open.
   * @param key what is counted apart within the rule; '' where everything is counted together
   * @param places how many the window lets through
   * @param seconds the length of a window
   * @param db the transaction that the place belongs to: rolled back, it leaves the place free
   * @returns null when there was a place, else how long (ms) until the window ends
   */
  async take(
    tenantId: string,
    rule: string,
    key: string,
    { places, seconds }: { places: number; seconds: number },
    db: Queryable = this.database,
  ): Promise<number | null> {
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + seconds * 1000);
    const values = [tenantId, rule, key, now, endsAt, places];
    const [window] = await db.query<{ count: number; ends_at: Date }>(takePlace, values);
    if (!window || window.count <= places) return null;
    return Math.max(1, window.ends_at.getTime() - now.getTime());
  }

  /** Removes what is over, batch by batch. @returns how many */
  async purge(tenantId: string, signal: AbortSignal): Promise<number> {
    return purgeInBatches(this.database, purgeWindows, [tenantId, this.clock.now()], signal);
  }
}
