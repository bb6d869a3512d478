import { Clock, Database } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v4 as newProcessId } from 'uuid';
import {
  takeShare,
  lockConfig,
  readNextStart,
  readShares,
  endShare,
  removeExpiredShares,
  reserveStarts,
} from './limits.sql';

/** What of a dispatch config limits its calls. */
export interface LimitedConfig {
  tenantId: string;
  id: string;
  maxPerSecond: number | null;
  maxConcurrent: number | null;
}

/** How much of a config's concurrency this process may use, until it expires. */
interface Share {
  config: LimitedConfig;
  /** Calls at once. */
  size: number;
  inUse: number;
  /** ms since 1970; unless it is renewed before, others may take it. */
  expiresAt: number;
  /** The one change of its size or expiry that is under way. */
  asking: Promise<void> | undefined;
}

/** How many of a rate-limited config's activities to claim at once: a tenth of a second's worth. */
export function paceOf({ maxPerSecond }: LimitedConfig, wanted: number): number {
  return maxPerSecond === null ? wanted : Math.min(wanted, Math.max(1, Math.floor(maxPerSecond / 10)));
}

const shareMs = 10_000;
const renewMs = 2_500;

/**
 * The limits of dispatch configs, shared by all processes through the database without a write per call: starts are
 * reserved several at a time, and each process has a share of the concurrency, renewed while it is used.
 */
@Injectable()
export class Limits implements OnModuleDestroy {
  private readonly processId = newProcessId();
  private readonly shares = new Map<string, Share>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.timer = setInterval(() => void this.renew(), renewMs);
    this.timer.unref();
  }

  /**
   * Reserves `count` starts, unless the first of them is further off than `mostWaitMs`.
   * @returns when each call may start, none when that is too late; null where there is no limit
   */
  async reserve(config: LimitedConfig, count: number, mostWaitMs = Infinity): Promise<Date[] | null> {
    if (config.maxPerSecond === null || count === 0) return null;
    const intervalMs = 1000 / config.maxPerSecond;
    const now = this.clock.now().getTime();
    const [row] = await this.database.query<{ next_free_ms: number }>(reserveStarts, [
      config.tenantId,
      config.id,
      now,
      count,
      intervalMs,
      now + mostWaitMs,
    ]);
    if (!row) return [];
    const end = row.next_free_ms;
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
    const [row] = await this.database.query<{ slots: number | null }>(readShares, values);
    return (row?.slots ?? 0) >= config.maxConcurrent ? { until: null } : null;
  }

  /** Takes up to `wanted` of the config's concurrency. @returns how many; {@link release} each when its call is over */
  async acquire(config: LimitedConfig, wanted: number): Promise<number> {
    if (config.maxConcurrent === null) return wanted;
    const share = this.shareOf(config);
    share.config = config;
    // Somebody else's question, or the end of an idle share, may be under way.
    while (share.asking) await share.asking;
    const needed = Math.min(config.maxConcurrent, share.inUse + wanted);
    if (share.size < needed || share.expiresAt <= Date.now() + renewMs) {
      share.asking = this.ask(share, needed).finally(() => (share.asking = undefined));
      await share.asking;
    }
    const taken = Math.max(0, Math.min(wanted, share.size - share.inUse));
    share.inUse += taken;
    return taken;
  }

  /** @param config as it was when the concurrency was acquired */
  release(config: LimitedConfig, count: number): void {
    // Nothing was counted for it then.
    if (config.maxConcurrent === null) return;
    const share = this.shares.get(config.id);
    if (share) share.inUse = Math.max(0, share.inUse - count);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await Promise.allSettled(
      [...this.shares.values()].filter(({ expiresAt }) => expiresAt > 0).map((share) => this.end(share)),
    );
  }

  private shareOf(config: LimitedConfig): Share {
    const known = this.shares.get(config.id);
    if (known) return known;
    const share: Share = { config, size: 0, inUse: 0, expiresAt: 0, asking: undefined };
    this.shares.set(config.id, share);
    return share;
  }

  private async ask(share: Share, needed: number): Promise<void> {
    const { tenantId, id, maxConcurrent } = share.config;
    const expiresAt = Date.now() + shareMs;
    const now = this.clock.now();
    share.size = await this.database.transaction(async (tx) => {
      await tx.query(lockConfig, [tenantId, id]);
      await tx.query(removeExpiredShares, [tenantId, id, now]);
      const values = [tenantId, id, this.processId, maxConcurrent, now, new Date(now.getTime() + shareMs), needed];
      const [row] = await tx.query<{ slots: number }>(takeShare, values);
      return row?.slots ?? 0;
    });
    share.expiresAt = expiresAt;
  }

  /** Renews the shares that are in use, each at the size in use, and ends the others. */
  private async renew(): Promise<void> {
    for (const share of this.shares.values()) {
      if (share.asking) continue;
      if (share.expiresAt === 0) {
        if (share.inUse === 0) this.shares.delete(share.config.id);
        continue;
      }
      share.asking = (share.inUse > 0 ? this.ask(share, share.inUse) : this.end(share)).finally(
        () => (share.asking = undefined),
      );
      await share.asking.catch((error: unknown) => {
        this.logger.warn({ err: error, dispatchConfigId: share.config.id }, 'share of the concurrency not renewed');
      });
    }
  }

  private async end(share: Share): Promise<void> {
    const { tenantId, id } = share.config;
    share.size = 0;
    share.expiresAt = 0;
    await this.database.query(endShare, [tenantId, id, this.processId]);
  }
}
