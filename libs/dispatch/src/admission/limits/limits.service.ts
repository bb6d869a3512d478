import { Clock, Database } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v4 as newProcessId } from 'uuid';
import { type LimitedConfig, startsBefore } from './limited-config';
import {
  endShare,
  lockConfig,
  readNextStart,
  readShares,
  removeExpiredShares,
  reserveStarts,
  takeShare,
} from './limits.sql';
import { renewMs, Shares } from './shares';

/**
 * The limits of dispatch configs, shared by all processes through the database without a write per call: starts are
 * reserved several at a time, and each process has a share of the concurrency, renewed while it is used.
 */
@Injectable()
export class Limits implements OnModuleDestroy {
  private readonly processId = newProcessId();
  private readonly shares: Shares;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const store = {
      take: (config: LimitedConfig, needed: number, shareMs: number) => this.takeShare(config, needed, shareMs),
      end: (config: LimitedConfig) => this.endShare(config),
    };
    this.shares = new Shares(store, ({ tenantId, id }, error) =>
      this.logger.warn({ err: error, tenantId, dispatchConfigId: id }, 'share of the concurrency not renewed'),
    );
    this.timer = setInterval(() => this.shares.renew(), renewMs);
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
    return row ? startsBefore(row.next_free_ms, count, intervalMs) : [];
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
    return this.shares.acquire(config, wanted);
  }

  /** @param config as it was when the concurrency was acquired */
  release(config: LimitedConfig, count: number): void {
    this.shares.release(config, count);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.shares.endAll();
  }

  private async takeShare({ tenantId, id, maxConcurrent }: LimitedConfig, needed: number, shareMs: number) {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await tx.query(lockConfig, [tenantId, id]);
      await tx.query(removeExpiredShares, [tenantId, id, now]);
      const values = [tenantId, id, this.processId, maxConcurrent, now, new Date(now.getTime() + shareMs), needed];
      const [row] = await tx.query<{ slots: number }>(takeShare, values);
      return row?.slots ?? 0;
    });
  }

  private async endShare({ tenantId, id }: LimitedConfig): Promise<void> {
    await this.database.query(endShare, [tenantId, id, this.processId]);
  }
}
