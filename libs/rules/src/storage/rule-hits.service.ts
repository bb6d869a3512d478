import { Clock, Database, purgeInBatches } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Verdict, VerdictType } from '../verdict';
import { addHits, purgeHits, sumHits } from './rule-hits.sql';

const flushEveryMs = 10_000;
const hourMs = 3_600_000;
const keptDays = 400;
/** Of all tenants together, that are counted but not written yet: some 5 MB. What comes beyond them while the database is away is not counted. */
const mostCounts = 20_000;
/** More rows of rules and verdicts than a tenant can have at a time, but for deleted rules. */
const mostSums = 5_000;

interface Count {
  hour: Date;
  ruleId: string;
  verdict: VerdictType;
  n: number;
  lastHitAt: Date;
}

/** How often a rule decided with one verdict. */
export interface RuleHitSum {
  ruleId: string;
  /** Null of a deleted rule. */
  name: string | null;
  verdict: VerdictType;
  hits: number;
  lastHitAt: Date;
}

/**
 * Counts which rules decide, by verdict and hour: in memory, and every 10 s one statement for each tenant adds it to what
 * is stored. What a process that is killed has not written is lost; a write whose end is not known is written again.
 */
@Injectable()
export class RuleHits implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly counts = new Map<string, Map<string, Count>>();
  private size = 0;
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), flushEveryMs);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    // One that is under way has left out what came after it began.
    await this.flushing;
    await this.flush();
  }

  count(tenantId: string, ruleId: string, { type: verdict }: Verdict): void {
    const now = this.clock.now();
    const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs);
    this.add(tenantId, { hour, ruleId, verdict, n: 1, lastHitAt: now });
  }

  /** Writes what is counted; what cannot be written stays counted. Never fails. */
  async flush(): Promise<void> {
    this.flushing ??= this.flushAll().finally(() => (this.flushing = undefined));
    return this.flushing;
  }

  /**
   * Hits in whole hours, most first; at most 10 s behind.
   * @param from of the hour in which it is on
   * @param to up to it; the hour in which it is counts whole, unless it has just begun
   */
  async sums(tenantId: string, from: Date, to: Date): Promise<RuleHitSum[]> {
    const since = new Date(Math.floor(from.getTime() / hourMs) * hourMs);
    const rows = await this.database.query<SumRow>(sumHits, [tenantId, since, to, mostSums]);
    return rows.map(({ rule_id: ruleId, last_hit_at: lastHitAt, hits, ...row }) => {
      return { ...row, ruleId, hits: Number(hits), lastHitAt };
    });
  }

  /** Removes what is older than 400 days, batch by batch. @returns how many rows */
  async purge(tenantId: string, signal: AbortSignal): Promise<number> {
    return purgeInBatches(this.database, purgeHits, [tenantId, this.clock.daysAgo(keptDays)], signal);
  }

  private async flushAll(): Promise<void> {
    for (const [tenantId, counts] of [...this.counts]) {
      this.counts.delete(tenantId);
      this.size -= counts.size;
      try {
        await this.database.query(addHits, [tenantId, JSON.stringify(rowsOf(counts))]);
      } catch (error) {
        this.logger.warn({ err: error, tenantId }, 'hits of rules not written; it is tried again in 10 s');
        for (const count of counts.values()) this.add(tenantId, count);
      }
    }
  }

  private add(tenantId: string, count: Count): void {
    const counts = this.counts.get(tenantId) ?? new Map<string, Count>();
    const key = `${count.hour.getTime()} ${count.ruleId} ${count.verdict}`;
    const known = counts.get(key);
    if (known) {
      known.n += count.n;
      if (count.lastHitAt > known.lastHitAt) known.lastHitAt = count.lastHitAt;
    } else if (this.size < mostCounts) {
      counts.set(key, count);
      this.counts.set(tenantId, counts);
      this.size += 1;
    }
  }
}

interface SumRow {
  rule_id: string;
  name: string | null;
  verdict: VerdictType;
  hits: number | string;
  last_hit_at: Date;
}

/** In the order of the key, so that two processes never wait for each other's rows. */
function rowsOf(counts: Map<string, Count>): object[] {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, { hour, ruleId, verdict, n, lastHitAt }]) => {
    return { hour, rule_id: ruleId, verdict, n, last_hit_at: lastHitAt };
  });
}
