import { Clock, Database } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v4 as newHolder } from 'uuid';
import {
  holdSlots,
  lockConfig,
  readNextStart,
  readSlots,
  releaseSlots,
  removeExpiredSlots,
  reserveStarts,
} from './limits.sql';

/** What of a dispatch config limits its calls. */
export interface LimitedConfig {
  tenantId: string;
  id: string;
  maxPerSecond: number | null;
  maxConcurrent: number | null;
}

interface Hold {
  config: LimitedConfig;
  slots: number;
  inUse: number;
  /** Not renewed later than this, the hold is not ours any more. */
  expiresAt: number;
  /** The one request for slots under way. */
  asking: Promise<void> | undefined;
}

/** How many of a rate-limited config's activities to claim at once: a tenth of a second's worth. */
export function paceOf({ maxPerSecond }: LimitedConfig, wanted: number): number {
  return maxPerSecond === null ? wanted : Math.min(wanted, Math.max(1, Math.floor(maxPerSecond / 10)));
}

const holdMs = 10_000;
const renewMs = 2_500;

/**
 * The limits of dispatch configs, shared by all processes through the database without a write per call: starts are
 * reserved several at a time, and concurrency is held in bulk and renewed while it is used.
 */
@Injectable()
export class Limits implements OnModuleDestroy {
  private readonly holder = newHolder();
  private readonly holds = new Map<string, Hold>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.timer = setInterval(() => void this.renew(), renewMs);
    this.timer.unref();
  }

  /** Reserves `count` starts. @returns when each call may start, or null where there is no limit */
  async reserve(config: LimitedConfig, count: number): Promise<Date[] | null> {
    if (config.maxPerSecond === null || count === 0) return null;
    const intervalMs = 1000 / config.maxPerSecond;
    const now = this.clock.now().getTime();
    const [row] = await this.database.query<{ next_free_ms: number }>(reserveStarts, [
      config.tenantId,
      config.id,
      now,
      count,
      intervalMs,
    ]);
    const end = row?.next_free_ms ?? now;
    return Array.from({ length: count }, (_, index) => new Date(end - (count - index) * intervalMs));
  }

  /** When the next call may start; null where there is no limit or it may start now. */
  async nextStart(config: LimitedConfig): Promise<Date | null> {
    if (config.maxPerSecond === null) return null;
    const [row] = await this.database.query<{ next_free_ms: number }>(readNextStart, [config.tenantId, config.id]);
    return row && row.next_free_ms > this.clock.now().getTime() ? new Date(row.next_free_ms) : null;
  }

  /** What keeps the config's next call from starting now; `until` = when that ends, null where unknown. */
  async waitOf(config: LimitedConfig): Promise<{ until: Date | null } | null> {
    const until = await this.nextStart(config);
    if (until) return { until };
    if (config.maxConcurrent === null) return null;
    const values = [config.tenantId, config.id, this.clock.now()];
    const [row] = await this.database.query<{ slots: number | null }>(readSlots, values);
    return (row?.slots ?? 0) >= config.maxConcurrent ? { until: null } : null;
  }

  /** Takes up to `wanted` of the config's concurrency. @returns how many; each is given back by {@link release} */
  async acquire(config: LimitedConfig, wanted: number): Promise<number> {
    if (config.maxConcurrent === null) return wanted;
    const hold = this.holdOf(config);
    hold.config = config;
    // Somebody else's question, or the end of an idle hold, may be under way.
    while (hold.asking) await hold.asking;
    const needed = Math.min(config.maxConcurrent, hold.inUse + wanted);
    if (hold.slots < needed || hold.expiresAt <= Date.now() + renewMs) {
      hold.asking = this.ask(hold, needed).finally(() => (hold.asking = undefined));
      await hold.asking;
    }
    const taken = Math.max(0, Math.min(wanted, hold.slots - hold.inUse));
    hold.inUse += taken;
    return taken;
  }

  release(config: LimitedConfig, count: number): void {
    const hold = this.holds.get(config.id);
    if (hold) hold.inUse = Math.max(0, hold.inUse - count);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.holds.values()].filter(({ expiresAt }) => expiresAt > 0).map((hold) => this.end(hold)));
  }

  private holdOf(config: LimitedConfig): Hold {
    const known = this.holds.get(config.id);
    if (known) return known;
    const hold: Hold = { config, slots: 0, inUse: 0, expiresAt: 0, asking: undefined };
    this.holds.set(config.id, hold);
    return hold;
  }

  private async ask(hold: Hold, needed: number): Promise<void> {
    const { tenantId, id, maxConcurrent } = hold.config;
    const expiresAt = Date.now() + holdMs;
    const now = this.clock.now();
    hold.slots = await this.database.transaction(async (tx) => {
      await tx.query(lockConfig, [tenantId, id]);
      await tx.query(removeExpiredSlots, [tenantId, id, now]);
      const values = [tenantId, id, this.holder, maxConcurrent, now, new Date(now.getTime() + holdMs), needed];
      const [row] = await tx.query<{ slots: number }>(holdSlots, values);
      return row?.slots ?? 0;
    });
    hold.expiresAt = expiresAt;
  }

  /** Keeps what is used, gives back what is not. */
  private async renew(): Promise<void> {
    for (const hold of this.holds.values()) {
      if (hold.asking) continue;
      if (hold.expiresAt === 0) {
        if (hold.inUse === 0) this.holds.delete(hold.config.id);
        continue;
      }
      hold.asking = (hold.inUse > 0 ? this.ask(hold, hold.inUse) : this.end(hold)).finally(
        () => (hold.asking = undefined),
      );
      await hold.asking.catch((error: unknown) => {
        this.logger.warn({ err: error, dispatchConfigId: hold.config.id }, 'concurrency hold not renewed');
      });
    }
  }

  private async end(hold: Hold): Promise<void> {
    const { tenantId, id } = hold.config;
    hold.slots = 0;
    hold.expiresAt = 0;
    await this.database.query(releaseSlots, [tenantId, id, this.holder]);
  }
}
